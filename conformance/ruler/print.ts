import type { FaceSet } from '../../src/host/fonts.js';
import type { Printer } from '../../src/model/ports.js';
import type { Style } from '../../src/model/style.js';
import { writeDocx } from '../../src/formats/docx/document.js';
import { writeHtml } from '../../src/formats/html/page.js';
import type { Office } from '../agreement/office.js';
import { DOC_NAMES, docs, pictures, type DocName } from './documents.js';
import { readInk } from './ink.js';
import type { Prints } from './measure.js';
import { readPages } from './page.js';

/** Documents to print in one style. */
export interface Job {
  readonly style: Style;
  readonly on: readonly DocName[];
}

/** Prints the measured documents as PDF: one set of prints for each job. */
export async function printPdf(jobs: readonly Job[], printer: Printer, faces: FaceSet): Promise<readonly Prints[]> {
  const images = new Map([...pictures].map(([path, bytes]) => [path, { bytes, mediaType: 'image/png' }]));
  const pages = jobs.flatMap(({ style, on }) => on.map((name) => writeHtml(docs[name], style, faces.table, images)));
  const printed = await Promise.all(pages.map((page) => printer.print(page)));
  return printsOf(
    jobs,
    printed.map(({ pdf }) => pdf),
    faces,
  );
}

/** Prints the DOCX of the measured documents with LibreOffice: one set of prints for each job. */
export async function printDocx(jobs: readonly Job[], office: Office, faces: FaceSet): Promise<readonly Prints[]> {
  const written = jobs.flatMap(({ style, on }) => on.map((name) => writeDocx(docs[name], style, pictures)));
  return printsOf(jobs, await office.print(await Promise.all(written)), faces);
}

async function printsOf(
  jobs: readonly Job[],
  files: readonly Uint8Array[],
  faces: FaceSet,
): Promise<readonly Prints[]> {
  const ink = await readInk(faces.families);
  const pages = await Promise.all(files.map(readPages));
  const noPages = Object.fromEntries(DOC_NAMES.map((name) => [name, []])) as unknown as Omit<Prints, 'ink'>;
  let count = 0;
  return jobs.map(({ on }) => {
    const pagesByName = Object.fromEntries(on.map((name) => [name, pages[count++] ?? []]));
    return { ...noPages, ...pagesByName, ink };
  });
}
