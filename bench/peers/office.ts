import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { isInstalled, run } from '../measure.js';
import { toPandoc } from '../reference.js';
import type { Reference } from '../reference.js';

/** Milliseconds per document: Pandoc to DOCX, two at a time, then LibreOffice once for all. Null if one is missing. */
export async function measureOffice(documents: readonly Reference[], folder: string): Promise<number | null> {
  if (!(await isInstalled('pandoc')) || !(await isInstalled('soffice'))) return null;
  await mkdir(folder, { recursive: true });
  const stem = (index: number): string => join(folder, String(index));
  for (const [index, document] of documents.entries()) await writeFile(`${stem(index)}.md`, toPandoc(document));
  const started = performance.now();
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < documents.length; index = next++) {
      await run('pandoc', [`${stem(index)}.md`, '-o', `${stem(index)}.docx`]);
    }
  };
  await Promise.all([worker(), worker()]);
  const files = documents.map((_, index) => `${stem(index)}.docx`);
  await run('soffice', [
    '--headless',
    `-env:UserInstallation=file://${folder}/profile`,
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    ...files,
  ]);
  return (performance.now() - started) / documents.length;
}
