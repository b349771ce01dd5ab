import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Resvg, initWasm } from '@resvg/resvg-wasm';

let ready: Promise<void> | null = null;

/**
 * Draws an SVG as a PNG `width` pixels wide on white, with those of the given faces that it names and no others. The
 * library is WebAssembly, so every platform draws the same bytes.
 */
export async function rasterise(
  svg: string,
  width: number,
  families: ReadonlyMap<string, string>,
): Promise<Uint8Array> {
  ready ??= loadLibrary();
  await ready;
  const named = [...families].filter(([family]) => svg.includes(family));
  const fontBuffers = await Promise.all(named.map(([, path]) => readFile(path)));
  const picture = new Resvg(svg, {
    font: { fontBuffers, loadSystemFonts: false },
    fitTo: { mode: 'width', value: width },
    background: '#fff',
  });
  try {
    const rendered = picture.render();
    const png = rendered.asPng();
    rendered.free();
    return png;
  } finally {
    picture.free();
  }
}

async function loadLibrary(): Promise<void> {
  const path = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await initWasm(await readFile(path));
}
