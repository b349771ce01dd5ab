import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createCompose } from '../../src/compose/document.js';
import type { Artifact } from '../../src/model/artifact.js';
import { builtSample } from '../support/built-sample.js';
import { hongtou } from '../support/command.js';
import type { Outcome } from '../support/command.js';
import { docxParts } from '../support/docx-parts.js';
import { compact, readContents, readDocx, readPdf } from '../support/readers.js';
import { loadSample } from '../support/sample.js';
import { ROOT } from '../support/workspace.js';

/** Traces of a template that was not filled in, or of a program that printed its own insides. */
const RESIDUE = /\{\{|\}\}|undefined|NaN|\[object|\bnull\b|:::|[\uFDD0-\uFDEF]/;

let out: string;
let run: Outcome;
let artifacts: readonly Artifact[];

beforeAll(async () => {
  ({ run, out, artifacts } = await builtSample());
});

function ofFormat(format: string): readonly Artifact[] {
  return artifacts.filter(({ path }) => path.endsWith(`.${format}`));
}

describe('building the sample district', () => {
  it('succeeds and sums up in Chinese', () => {
    expect(run.stderr).not.toContain('错误');
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/生成 1\d\d 份，未变 0 份，失败 0 份/);
  });

  it('writes every document in both formats and lists exactly what is there', async () => {
    const { value: project } = await loadSample();
    const documents = (project?.entries.length ?? 0) + (project?.volumes.length ?? 0);
    expect(ofFormat('docx')).toHaveLength(documents);
    expect(ofFormat('pdf')).toHaveLength(documents);
    expect(ofFormat('pdf').length).toBeGreaterThan(100);
    const files = readdirSync(out, { recursive: true, withFileTypes: true });
    const written = files.filter((file) => file.isFile() && /\.(docx|pdf|xlsx)$/.test(file.name));
    expect(written).toHaveLength(artifacts.length);
  });

  it('writes a workbook for every roll-up and for nothing else', async () => {
    const { value: project } = await loadSample();
    const rollups = project?.entries.filter(({ kind }) => kind.scope === 'project') ?? [];
    expect(rollups.length).toBeGreaterThan(10);
    expect(ofFormat('xlsx').map(({ path }) => path)).toEqual(
      rollups.map(({ kind }) => `rollups/${kind.label}.xlsx`).sort(),
    );
  });

  it('records the bytes that it wrote', () => {
    for (const { path, bytes, sha256 } of artifacts) {
      const content = readFileSync(join(out, path));
      expect([path, content.length, createHash('sha256').update(content).digest('hex')]).toEqual([path, bytes, sha256]);
    }
  });

  it('says the same in DOCX and PDF as in the content', async () => {
    const { value: project } = await loadSample();
    const compose = createCompose(project!);
    for (const entry of project!.entries) {
      const title = compact(compose(entry).value?.properties.title ?? '');
      const pdf = ofFormat('pdf').find(({ path }) => isOf(path, entry.id, entry.kind.label))!;
      const docx = ofFormat('docx').find(({ path }) => isOf(path, entry.id, entry.kind.label))!;
      const printed = await readPdf(readFileSync(join(out, pdf.path)));
      const typed = await readDocx(readFileSync(join(out, docx.path)));
      const text = printed.pages.join('');
      expect(printed.pages, pdf.path).toHaveLength(pdf.pages);
      expect(compact(printed.title), pdf.path).toBe(title);
      expect(`${pdf.path} ${RESIDUE.exec(text)?.[0] ?? ''}`).toBe(`${pdf.path} `);
      expect(`${docx.path} ${RESIDUE.exec(typed)?.[0] ?? ''}`).toBe(`${docx.path} `);
      // A roll-up says who has not reported; that is what it is for.
      if (!entry.draft && entry.kind.scope === 'content') expect(text, pdf.path).not.toContain('（未报）');
      for (const section of entry.sections()) {
        const sentence = compact(firstSentence(section.blocks));
        expect(typed, docx.path).toContain(sentence);
      }
    }
  });

  it('binds volumes whose contents tell the page on which each document begins, in both formats', async () => {
    const volumes = artifacts.filter(({ kind, path }) => kind === 'volume' && path.endsWith('.pdf'));
    expect(volumes.length).toBeGreaterThanOrEqual(2);
    for (const { path } of volumes) {
      const bytes = readFileSync(join(out, path));
      const entries = await readContents(bytes);
      const { pages } = await readPdf(bytes);
      expect(entries.length, path).toBeGreaterThan(3);
      for (const { text, page } of entries) {
        expect(text.endsWith(String(page)), `${path} ${text}`).toBe(true);
        expect(pages[page - 1], path).toContain(`—${page}—`);
      }
      const docx = docxParts(readFileSync(join(out, path.replace('.pdf', '.docx')))).get('word/document.xml') ?? '';
      expect(pageReferences(docx), path).toEqual(entries.map(({ page }) => String(page)));
    }
  });

  it('finds nothing to do the second time', async () => {
    const again = await hongtou(['build', '--workspace', ROOT, '--out', out]);
    expect(again.stdout).toMatch(/生成 0 份，未变 1\d\d 份，失败 0 份/);
  });
});

/** The results of the references to pages in a DOCX, in order. */
function pageReferences(xml: string): readonly (string | undefined)[] {
  const fields = xml.matchAll(/ PAGEREF \S+ \\h <\/w:instrText>.*?separate"\/><\/w:r><w:r><w:t[^>]*>(\d+)</g);
  return [...fields].map((match) => match[1]);
}

function isOf(path: string, id: string, label: string): boolean {
  const folder = id.slice(0, id.lastIndexOf('/') + 1);
  const stem = id.slice(folder.length);
  const name = path.slice(folder.length).replace(/\.\w+$/, '');
  return path.startsWith(folder) && (name === label || name === `${label}-${stem}`);
}

function firstSentence(blocks: readonly { readonly kind: string }[]): string {
  const paragraph = blocks.find((block) => block.kind === 'paragraph') as
    { readonly inlines: readonly { readonly kind: string; readonly text?: string }[] } | undefined;
  return (
    paragraph?.inlines
      .map((inline) => inline.text ?? '')
      .join('')
      .slice(0, 30) ?? ''
  );
}
