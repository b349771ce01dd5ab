import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Resvg, initWasm } from '@resvg/resvg-wasm';

let libraryLoad: Promise<void> | null = null;

/**
 * Converts an SVG to a PNG `width` pixels wide on white. Of the given faces (file by family), it loads only those that
 * the SVG names. The library is WebAssembly, so the bytes are the same on every platform.
 */
export async function rasterise(
  svg: string,
  width: number,
  families: ReadonlyMap<string, string>,
): Promise<Uint8Array> {
  libraryLoad ??= loadLibrary();
  await libraryLoad;
  const named = [...families].filter(([family]) => svg.includes(family));
  const fontBuffers = await Promise.all(named.map(([, path]) => readFile(path)));
  const renderer = new Resvg(svg, {
    font: { fontBuffers, loadSystemFonts: false },
    fitTo: { mode: 'width', value: width },
    background: '#fff',
  });
  try {
    const rendered = renderer.render();
    const png = rendered.asPng();
    rendered.free();
    return png;
  } finally {
    renderer.free();
  }
}

async function loadLibrary(): Promise<void> {
  const path = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await initWasm(await readFile(path));
}
