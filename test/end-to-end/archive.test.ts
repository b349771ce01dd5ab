import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cacheFolder } from '../../src/host/cache.js';
import { findFaces } from '../../src/host/fonts.js';
import { openPrinter } from '../../src/host/printer.js';
import type { Doc } from '../../src/model/doc.js';
import { gbt9704 } from '../../src/layout/styles.js';
import { writeHtml } from '../../src/formats/html/page.js';
import { archivePdf } from '../../src/formats/pdf/archive.js';
import { sampleDocs, sampleImages } from '../support/sample-doc.js';
import { ROOT } from '../support/workspace.js';

/** What an independent reader finds: the text of each page that has a place in the tree, and the text that has none. */
interface Reading {
  readonly tagged: string;
  readonly artifacts: readonly string[];
  readonly roles: ReadonlySet<string>;
  readonly info: Readonly<Record<string, unknown>>;
  readonly language: string;
}
interface TreeNode {
  readonly role?: string;
  readonly children?: readonly object[];
}

const images = new Map([...sampleImages].map(([path, bytes]) => [path, { bytes, mediaType: 'image/png' }]));
const archived = new Map<string, Uint8Array>();
const prints = new Map<string, Uint8Array>();
const readings = new Map<string, Reading>();

beforeAll(async () => {
  const { value: faces } = await findFaces({ workspace: ROOT, style: gbt9704, cache: cacheFolder() });
  const printer = await openPrinter({ faces: faces!, jobs: 1, cache: cacheFolder() });
  for (const [name, doc] of Object.entries(sampleDocs)) {
    const { pdf } = await printer.print(writeHtml(doc, gbt9704, faces!.table, images));
    prints.set(name, pdf);
    archived.set(name, await archivePdf(pdf, doc.properties));
    readings.set(name, await read(archived.get(name)!));
  }
  await printer.close();
});
afterAll(() => archived.clear());

async function read(bytes: Uint8Array): Promise<Reading> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const { info } = await document.getMetadata();
  const roles = new Set<string>();
  const [tagged, artifacts]: [string[], string[]] = [[], []];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    collectRoles(await page.getStructTree(), roles);
    const apart = await sortText(page, tagged);
    artifacts.push(apart);
  }
  const language = (info as { readonly Language?: string }).Language ?? '';
  await document.destroy();
  return { tagged: tagged.join(''), artifacts, roles, info: info as Reading['info'], language };
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>;

/** Adds the text of the page that has a place in the tree, and returns what has none. */
async function sortText(page: Page, tagged: string[]): Promise<string> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const open: boolean[] = [];
  let apart = '';
  for (const item of items) {
    if ('str' in item) {
      if (open.includes(true)) tagged.push(item.str);
      else apart += item.str;
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.type === 'beginMarkedContentProps' && typeof item.id === 'string' && item.id.includes('mc'));
  }
  return apart.replace(/\s/g, '');
}

function collectRoles(node: TreeNode | null, roles: Set<string>): void {
  if (node?.role !== undefined) roles.add(node.role);
  for (const child of node?.children ?? []) collectRoles(child, roles);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

/** A letter's first page bears no number (10.1), nor does a last one with 版记 alone. */
function isNumbered({ head, foot }: Doc, page: number, pages: number): boolean {
  if (page === 1) return head.kind !== 'letter';
  return page < pages || foot.kind !== 'colophon' || !foot.evenPage;
}

describe.each(Object.entries<Doc>(sampleDocs))('the %s sample as an archival PDF', (name, doc) => {
  it('tags its whole text, and nothing but page numbers and repeated heads stands apart', () => {
    const { tagged, artifacts } = readings.get(name)!;
    expect(tagged.replace(/\s/g, '')).toContain(doc.title.join('').replace(/\s/g, ''));
    for (const [index, text] of artifacts.entries()) {
      if (isNumbered(doc, index + 1, artifacts.length)) expect(text).toContain(`—${index + 1}—`);
      else expect(text).toBe('');
    }
    expect(artifacts[0]).toBe(isNumbered(doc, 1, artifacts.length) ? '—1—' : '');
  });

  it('is a tree of standard elements', () => {
    const { roles } = readings.get(name)!;
    expect(roles).toContain('Document');
    expect(roles.has('H1')).toBe(doc.title.length > 0);
    expect(roles).not.toContain('NonStruct');
  });

  it('describes itself by the document alone', () => {
    const { info, language } = readings.get(name)!;
    expect(info.Title).toBe(doc.properties.title);
    expect(language).toBe('zh-CN');
    expect(info.CreationDate).toBe(
      doc.properties.date === '' ? undefined : `D:${doc.properties.date.replaceAll('-', '')}000000+08'00'`,
    );
  });

  it('depends on nothing that the browser counts from document to document', async () => {
    const renamed = latin1(prints.get(name)!).replace(/node\d{5}/g, (id) => id.replace(/\d{3}$/, '999'));
    expect(await archivePdf(Buffer.from(renamed, 'latin1'), doc.properties)).toEqual(archived.get(name));
  });
});

describe('an archival PDF', () => {
  it('refuses what is not a tagged print', async () => {
    const untagged = latin1(prints.get('upward')!).replace('/StructTreeRoot ', '/XtructTreeRoot ');
    await expect(archivePdf(Buffer.from(untagged, 'latin1'), sampleDocs.upward.properties)).rejects.toThrow();
  });
});
