import type { FaceSet } from '../../src/host/fonts.js';
import type { Doc } from '../../src/model/doc.js';
import type { Printer } from '../../src/model/ports.js';
import type { Style } from '../../src/model/style.js';
import { writeDocx } from '../../src/write/docx/document.js';
import { writeHtml } from '../../src/write/html/page.js';
import type { Office } from '../agreement/office.js';
import { sealedDoc, turnedDoc, unsealedDoc } from './documents.js';
import { readInk } from './ink.js';
import type { Prints } from './measure.js';
import { readPages } from './page.js';

const docs: readonly Doc[] = [sealedDoc, unsealedDoc, turnedDoc];

/** The measured documents as PDF, one set of prints for each style. */
export async function printPdf(styles: readonly Style[], printer: Printer, faces: FaceSet): Promise<readonly Prints[]> {
  const jobs = styles.flatMap((style) => docs.map((doc) => writeHtml(doc, style, faces.table, new Map())));
  const printed = await Promise.all(jobs.map((job) => printer.print(job)));
  return printsOf(
    printed.map(({ pdf }) => pdf),
    faces,
  );
}

/** The measured documents as LibreOffice prints their DOCX, one set of prints for each style. */
export async function printDocx(styles: readonly Style[], office: Office, faces: FaceSet): Promise<readonly Prints[]> {
  const written = styles.flatMap((style) => docs.map((doc) => writeDocx(doc, style, new Map())));
  return printsOf(await office.print(await Promise.all(written)), faces);
}

async function printsOf(files: readonly Uint8Array[], faces: FaceSet): Promise<readonly Prints[]> {
  const ink = await readInk(faces.families);
  const pages = await Promise.all(files.map(readPages));
  return Array.from({ length: files.length / docs.length }, (_, set) => {
    const [sealed = [], unsealed = [], turned = []] = pages.slice(set * docs.length);
    return { sealed, unsealed, turned, ink };
  });
}
