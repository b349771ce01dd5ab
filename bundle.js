import { rmSync } from 'node:fs';
import { rolldown } from 'rolldown';

// Half of what a short command takes would go into finding and reading hundreds of modules: the command is written as a
// few files. Packages that bring files of their own, or that most commands never load, stay packages.
const bundle = await rolldown({
  input: 'src/cli.ts',
  platform: 'node',
  external: [/^@sparticuz\//, /^@resvg\//, /^echarts/, 'chokidar', 'exceljs'],
  resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
});
// Names bear digests, so the chunks of an earlier state would stay.
rmSync('dist/chunks', { recursive: true, force: true });
await bundle.write({
  dir: 'dist',
  format: 'esm',
  entryFileNames: 'cli.js',
  chunkFileNames: 'chunks/[name]-[hash].js',
  // What is shorter is sooner read; names stay, so that a fault of the program can be found by its stack.
  minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
});
await bundle.close();
