import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { IoError } from '../../model/ports.js';
import { digest, discard, provision } from '../cache.js';
import { toIoError } from '../io-error.js';
import { downloadPackage, unpackPackage } from './apt.js';

/** Open faces in a Debian package. Downloaded files must match the digests. */
export interface OpenFaces {
  /** Name and version; also the name of the cache folder. */
  readonly key: string;
  readonly package: string;
  /** The folder within the package. */
  readonly folder: string;
  /** SHA-256 by file name. */
  readonly digests: Readonly<Record<string, string>>;
  /** The message that is shown during the download. */
  readonly step: string;
}

export const fandol: OpenFaces = {
  key: 'fandol-0.3',
  package: 'texlive-lang-chinese',
  folder: 'usr/share/texlive/texmf-dist/fonts/opentype/public/fandol',
  digests: {
    'FandolFang-Regular.otf': 'd838ad32ce2244d8144f408c37fe71065aba6fbbc80759a4d2aa2033948d5bc9',
    'FandolHei-Regular.otf': '4afa97aa8751e0118617df88272b58d43691b5cffb7ea024c4580496e9f34d28',
    'FandolKai-Regular.otf': 'ea7e7fb4f9b3ac694a68d43946e04d21deed6e8c29a7c2d3081e1a4138f2f827',
    'FandolSong-Bold.otf': 'ffa76a70e128947a4dd22151d5ee829b23e24ce3cb6fe8ad49891cd1c2d9e9b9',
    'FandolSong-Regular.otf': 'a3820003227d4abe31fe28b493200d94a849ccfd078b50a019264f70353020b0',
  },
  step: '正在下载开源字体 Fandol（约 49 MB，只需一次）……',
};

/** Covers sixty thousand characters, including rare ones in names. */
export const babelStone: OpenFaces = {
  key: 'babelstone-han-15.0.5',
  package: 'fonts-babelstone-han',
  folder: 'usr/share/fonts/truetype/babelstone',
  digests: { 'BabelStoneHan.ttf': 'a2027ca3606907f6a628e9cd869605e3879beaaa38b37c7fec95b372130628c8' },
  step: '正在下载收有生僻字的开源字体 BabelStone Han（约 11 MB，只需一次）……',
};

/**
 * Downloads faces once and returns their folder in the cache. `onStep` receives progress messages in Chinese. Throws
 * `IoError` if the download fails.
 */
export async function fetchFaces(cache: string, faces: OpenFaces, onStep: (text: string) => void): Promise<string> {
  const folder = await provision(cache, faces.key, async (target) => {
    const download = await provision(cache, faces.package, async (target) => {
      onStep(faces.step);
      await downloadPackage(cache, faces.package, target);
    });
    await unpack(download, target, faces);
  });
  await discard(cache, faces.package);
  return folder;
}

async function unpack(download: string, target: string, { folder, digests }: OpenFaces): Promise<void> {
  const archive = (await readdir(download)).find((name) => name.endsWith('.deb'));
  if (archive === undefined) throw new IoError(download, '下载的字体包不见了，请再运行一次。');
  const temporary = join(target, 'whole');
  try {
    await unpackPackage(join(download, archive), temporary);
    for (const [name, expected] of Object.entries(digests)) {
      const path = join(temporary, folder, name);
      if ((await digest(path)) !== expected)
        throw new IoError(path, `下载的字体 ${name} 与登记的校验值不符，没有使用。`);
      await rename(path, join(target, name));
    }
  } catch (error) {
    throw toIoError(download, error);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
