import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** `node bundle.js [FOLDER]` bundles the command into FOLDER, by default `dist`. */
const [folder = 'dist'] = process.argv.slice(2);

// gray-matter has an engine that runs `---js` front matter with `eval`, and requires js-yaml 3. The program passes its own
// engines (src/read/front-matter.ts) and uses neither. Code that can run the text of a document must not be shipped.
const withoutEngines = {
  name: 'without-gray-matter-engines',
  load: {
    filter: { id: /[\\/]gray-matter[\\/]lib[\\/]engines\.js$/ },
    handler: () => 'module.exports = {};',
  },
};

// A short command would otherwise spend half of its time on finding and reading hundreds of modules. Packages that read
// files of their own, and packages that most commands never load, are not bundled.
const bundle = await rolldown({
  input: 'src/cli.ts',
  platform: 'node',
  external: [/^@sparticuz\//, /^@resvg\//, /^echarts/, 'chokidar', 'exceljs'],
  resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
  plugins: [withoutEngines],
});
// The names of chunks contain digests, so the chunks of the previous build would remain.
rmSync(join(folder, 'chunks'), { recursive: true, force: true });
await bundle.write({
  dir: folder,
  format: 'esm',
  entryFileNames: 'cli.js',
  chunkFileNames: 'chunks/[name]-[hash].js',
  // Removing whitespace makes the files faster to read. Names are not mangled, so stack traces can be read.
  minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
});
await bundle.close();
