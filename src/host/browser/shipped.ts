import { createReadStream, createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliDecompress, createBrotliDecompress } from 'node:zlib';
import { provision } from '../cache.js';
import { unpackTar } from './tar.js';

/** Paths of the unpacked headless shell and of the folder with its shared libraries. */
export interface Shipped {
  readonly executable: string;
  readonly libraries: string;
}

const PACKAGE = '@sparticuz/chromium';

/** Whether the npm package's browser can run on this platform. It is built for Linux x64. */
export function canRunShipped(platform: string = process.platform, arch: string = process.arch): boolean {
  return platform === 'linux' && arch === 'x64';
}

/**
 * Unpacks the npm package's headless shell into the cache, once, with its shared libraries (NSS, NSPR, Expat), which
 * would otherwise have to be installed as root. SwiftShader is not unpacked, since printing needs no 3D graphics.
 */
export async function unpackShipped(cache: string): Promise<Shipped> {
  const root = packageRoot();
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { readonly version: string };
  const folder = await provision(cache, `chromium-${version}`, async (target) => {
    const executable = createWriteStream(join(target, 'chrome-headless-shell'), { mode: 0o755 });
    await pipeline(createReadStream(join(root, 'bin', 'chromium.br')), createBrotliDecompress(), executable);
    const libraries = await promisify(brotliDecompress)(await readFile(join(root, 'bin', 'al2023.tar.br')));
    await unpackTar(libraries, target);
  });
  return { executable: join(folder, 'chrome-headless-shell'), libraries: join(folder, 'lib') };
}

/**
 * The package does not export the paths of its archives, so its folder is derived from its entry,
 * `build/cjs/index.cjs`.
 */
function packageRoot(): string {
  return join(dirname(createRequire(import.meta.url).resolve(PACKAGE)), '..', '..');
}
