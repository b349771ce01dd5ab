import { createReadStream, createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliDecompress, createBrotliDecompress } from 'node:zlib';
import { provision } from '../cache.js';
import { unpackTar } from './tar.js';

/** The headless shell that was unpacked, and the folder of the shared libraries that came with it. */
export interface Shipped {
  readonly executable: string;
  readonly libraries: string;
}

const PACKAGE = '@sparticuz/chromium';

/** True where the npm package's browser can run at all: it is built for Linux on x64. */
export function canRunShipped(platform: string = process.platform, arch: string = process.arch): boolean {
  return platform === 'linux' && arch === 'x64';
}

/**
 * Unpacks the npm package's headless shell into the cache, once. Its archive of libraries (NSS, NSPR, Expat) goes beside
 * it and spares the user an installation as root; SwiftShader stays packed, printing draws nothing in three dimensions.
 */
export async function unpackShipped(cache: string): Promise<Shipped> {
  const root = packageRoot();
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { readonly version: string };
  const folder = await provision(cache, `chromium-${version}`, async (into) => {
    const target = createWriteStream(join(into, 'chrome-headless-shell'), { mode: 0o755 });
    await pipeline(createReadStream(join(root, 'bin', 'chromium.br')), createBrotliDecompress(), target);
    const libraries = await promisify(brotliDecompress)(await readFile(join(root, 'bin', 'al2023.tar.br')));
    await unpackTar(libraries, into);
  });
  return { executable: join(folder, 'chrome-headless-shell'), libraries: join(folder, 'lib') };
}

/** The package exports no path to its archives, so its folder is found from its entry, `build/cjs/index.cjs`. */
function packageRoot(): string {
  return join(dirname(createRequire(import.meta.url).resolve(PACKAGE)), '..', '..');
}
