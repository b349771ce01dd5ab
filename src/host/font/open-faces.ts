import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { IoError } from '../../model/ports.js';
import { digest, discard, provision } from '../cache.js';
import { toIoError } from '../io-error.js';
import { downloadPackage, unpackPackage } from './apt.js';

/** Open faces that a Debian package brings; what is downloaded must be these files, byte for byte. */
export interface OpenFaces {
  /** Name and version: the folder of the cache. */
  readonly key: string;
  readonly package: string;
  /** Where the package has them. */
  readonly inside: string;
  readonly sums: Readonly<Record<string, string>>;
  /** What a user is told while it is downloaded. */
  readonly step: string;
}

export const fandol: OpenFaces = {
  key: 'fandol-0.3',
  package: 'texlive-lang-chinese',
  inside: 'usr/share/texlive/texmf-dist/fonts/opentype/public/fandol',
  sums: {
    'FandolFang-Regular.otf': 'd838ad32ce2244d8144f408c37fe71065aba6fbbc80759a4d2aa2033948d5bc9',
    'FandolHei-Regular.otf': '4afa97aa8751e0118617df88272b58d43691b5cffb7ea024c4580496e9f34d28',
    'FandolKai-Regular.otf': 'ea7e7fb4f9b3ac694a68d43946e04d21deed6e8c29a7c2d3081e1a4138f2f827',
    'FandolSong-Bold.otf': 'ffa76a70e128947a4dd22151d5ee829b23e24ce3cb6fe8ad49891cd1c2d9e9b9',
    'FandolSong-Regular.otf': 'a3820003227d4abe31fe28b493200d94a849ccfd078b50a019264f70353020b0',
  },
  step: '正在下载开源字体 Fandol（约 49 MB，只需一次）……',
};

/** Sixty thousand characters, the rare ones of names among them. */
export const babelStone: OpenFaces = {
  key: 'babelstone-han-15.0.5',
  package: 'fonts-babelstone-han',
  inside: 'usr/share/fonts/truetype/babelstone',
  sums: { 'BabelStoneHan.ttf': 'a2027ca3606907f6a628e9cd869605e3879beaaa38b37c7fec95b372130628c8' },
  step: '正在下载收有生僻字的开源字体 BabelStone Han（约 11 MB，只需一次）……',
};

/** The folder of the faces, fetched once. `onStep` hears in Chinese what takes long. Throws `IoError` where they cannot be had. */
export async function fetchFaces(cache: string, faces: OpenFaces, onStep: (text: string) => void): Promise<string> {
  const folder = await provision(cache, faces.key, async (into) => {
    const download = await provision(cache, faces.package, async (target) => {
      onStep(faces.step);
      await downloadPackage(cache, faces.package, target);
    });
    await unpack(download, into, faces);
  });
  await discard(cache, faces.package);
  return folder;
}

async function unpack(download: string, into: string, { inside, sums }: OpenFaces): Promise<void> {
  const archive = (await readdir(download)).find((name) => name.endsWith('.deb'));
  if (archive === undefined) throw new IoError(download, '下载的字体包不见了，请再运行一次。');
  const whole = join(into, 'whole');
  try {
    await unpackPackage(join(download, archive), whole);
    for (const [name, sum] of Object.entries(sums)) {
      const path = join(whole, inside, name);
      if ((await digest(path)) !== sum) throw new IoError(path, `下载的字体 ${name} 与登记的校验值不符，没有使用。`);
      await rename(path, join(into, name));
    }
  } catch (error) {
    throw toIoError(download, error);
  } finally {
    await rm(whole, { recursive: true, force: true });
  }
}
