import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** `node bundle.js [FOLDER]` bundles the command into FOLDER, by default `dist`, and the library into FOLDER/browser. */
const [folder = 'dist'] = process.argv.slice(2);

// gray-matter has an engine that runs `---js` front matter with `eval`, and requires js-yaml 3. The program passes its own
// engines (src/read/front-matter.ts) and uses neither. Code that can run the text of a document must not be shipped. It
// also copies its input into a Buffer, which the program does not read and browsers do not have.
const adaptGrayMatter = {
  name: 'adapt-gray-matter',
  load: {
    filter: { id: /[\\/]gray-matter[\\/]lib[\\/]engines\.js$/ },
    handler: () => 'module.exports = {};',
  },
  transform: {
    filter: { id: /[\\/]gray-matter[\\/]lib[\\/]utils\.js$/ },
    handler: (code) => code.replace('Buffer.from(input)', 'input'),
  },
};
const resolve = { extensionAlias: { '.js': ['.ts', '.js'] } };
const plugins = [adaptGrayMatter];

// A short command would otherwise spend half of its time on finding and reading hundreds of modules. Packages that read
// files of their own, and packages that most commands never load, are not bundled.
const command = {
  input: 'src/cli.ts',
  platform: 'node',
  external: [/^@sparticuz\//, /^@resvg\//, /^echarts/, 'chokidar', 'exceljs'],
  resolve,
  plugins,
};
// Removing whitespace makes the files faster to read. Names are not mangled, so stack traces can be read.
const readable = { compress: false, mangle: false, codegen: { removeWhitespace: true } };
await write(command, { dir: folder, entryFileNames: 'cli.js', minify: readable });

// Only what draws charts is a file of its own, which is loaded on demand.
const library = { input: 'src/index.ts', platform: 'browser', resolve, plugins };
await write(library, { dir: join(folder, 'browser'), entryFileNames: 'index.js', minify: true });

async function write(input, output) {
  const bundle = await rolldown(input);
  // The names of chunks contain digests, so the chunks of the previous build would remain.
  rmSync(join(output.dir, 'chunks'), { recursive: true, force: true });
  await bundle.write({ ...output, format: 'esm', chunkFileNames: 'chunks/[name]-[hash].js' });
  await bundle.close();
}
