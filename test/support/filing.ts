import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { artifactPath } from '../../src/app/workspace/selection.js';
import { FILED_FORMATS } from '../../src/app/filing/filed-formats.js';
import type { FiledFormat } from '../../src/app/filing/filed-formats.js';
import type { Render, Rendered } from '../../src/app/filing/filing-ports.js';
import { isPrinted } from '../../src/formats/format.js';
import { createCompose } from '../../src/compose/document.js';
import { LIMITS } from '../../src/filing/verify/limits.js';
import { openZip } from '../../src/filing/verify/file-tree.js';
import { verifyPackage } from '../../src/filing/verify/verify.js';
import type { Verdict } from '../../src/filing/verify/verify.js';
import type { FileTree, TreeEntry } from '../../src/filing/verify/file-tree.js';
import { TreeError } from '../../src/filing/verify/file-tree.js';
import { bufferSource } from '../../src/filing/zip/read.js';
import type { Files } from '../../src/filing/bag/bag.js';
import { sha256 } from '../../src/runtime/digest.js';
import type { Doc } from '../../src/model/doc.js';
import type { Project } from '../../src/model/project.js';
import { gbt9704 } from '../../src/layout/styles.js';
import { writeDocx } from '../../src/formats/docx/document.js';

/** A PDF of one empty page that states what the document states: what filing needs of a print, without a browser. */
export function standInPdf({ properties }: Doc): Uint8Array {
  const date = properties.date === '' ? '2000-01-01' : properties.date;
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><pdfaid:part>2</pdfaid:part><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${properties.title}</rdf:li></rdf:Alt></dc:title><xmp:CreateDate>${date}T00:00:00+08:00</xmp:CreateDate></rdf:Description></rdf:RDF></x:xmpmeta>`;
  const body = `%PDF-1.7
1 0 obj
<< /Type /Catalog /Pages 2 0 R /Metadata 4 0 R /OutputIntents [<< /Type /OutputIntent >>] >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>
endobj
4 0 obj
<< /Type /Metadata /Subtype /XML /Length ${Buffer.byteLength(xmp)} >>
stream
${xmp}
endstream
endobj
`;
  const start = Buffer.byteLength(body);
  return Buffer.from(
    `${body}xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
  );
}

export const standInRender: Render = (docs) => Promise.all(docs.map(standInFiles));

/** A document in every format in which documents are filed. */
async function standInFiles(doc: Doc): Promise<readonly Rendered[]> {
  const write = (format: FiledFormat): Promise<Uint8Array> =>
    isPrinted(format) ? Promise.resolve(standInPdf(doc)) : writeDocx(doc, gbt9704, new Map());
  return Promise.all(FILED_FORMATS.map(async (format) => ({ format, bytes: await write(format) })));
}

/** What a build would have written, with stand-ins for the prints. */
export async function standInBuild(project: Project): Promise<Files> {
  const compose = createCompose(project);
  const artifacts: object[] = [];
  const written = new Map<string, Uint8Array>();
  for (const entry of project.entries) {
    const doc = compose(entry).value;
    if (!doc) continue;
    for (const { format, bytes } of await standInFiles(doc)) {
      const path = artifactPath(entry, format);
      written.set(path, bytes);
      const facts = { kind: entry.kind.id, unit: entry.unit, status: '定稿', pages: isPrinted(format) ? 1 : 0 };
      artifacts.push({ path, mediaType: format.mediaType, bytes: bytes.length, sha256: sha256(bytes), ...facts });
    }
  }
  return written.set('manifest.json', Buffer.from(JSON.stringify({ artifacts })));
}

export function writeBuild(files: Files, out: string): void {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), bytes);
  }
}

export interface TreeFile {
  readonly bytes: Uint8Array;
  readonly kind?: TreeEntry['kind'];
}

/** Files in memory as a folder that verification can read. */
export function folderTree(files: ReadonlyMap<string, TreeFile>): FileTree {
  return {
    form: 'folder',
    root: 'package',
    entries: [...files].map(([path, { bytes, kind = 'file' }]) => ({ path, bytes: bytes.length, kind, time: 0 })),
    findings: [],
    read: (path) => {
      const file = files.get(path);
      return file ? Promise.resolve(file.bytes) : Promise.reject(new TreeError('没有这个文件'));
    },
  };
}

export function verifyFolder(files: Files, expected = ''): Promise<Verdict> {
  return verifyPackage(folderTree(new Map([...files].map(([path, bytes]) => [path, { bytes }]))), expected);
}

export async function verifyZip(bytes: Uint8Array): Promise<Verdict> {
  return verifyPackage(await openZip(bufferSource(bytes), LIMITS));
}

/** Every finding as `code path`, errors only. */
export function faultsOf({ findings }: Verdict): readonly string[] {
  return findings.filter(({ severity }) => severity === 'error').map(({ code, path }) => `${code} ${path}`);
}
