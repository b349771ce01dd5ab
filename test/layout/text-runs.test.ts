import { describe, expect, it } from 'vitest';
import { charactersOf } from '../../src/layout/characters.js';
import type { Doc } from '../../src/model/doc.js';
import type { FaceTable } from '../../src/model/ports.js';
import { type Role } from '../../src/model/style.js';
import { gbt9704 } from '../../src/layout/styles.js';
import { roleTexts } from '../../src/layout/text-runs.js';
import { writeHtml } from '../../src/formats/html/page.js';
import { sampleDocs } from '../support/sample-doc.js';

const roles: readonly Role[] = ['title', 'body', 'heading1', 'heading2', 'digits'];
const faces = Object.fromEntries(
  roles.map((role) => [role, { role, official: role, family: role, substituted: false }]),
) as unknown as FaceTable;

function inked(text: string): ReadonlySet<string> {
  return new Set(text.replace(/\s/gu, ''));
}

/** What the page shows: its elements' text, with the characters that had to be escaped. */
function shown(doc: Doc): string {
  const body = /<body>(.*)<\/body>/s.exec(writeHtml(doc, gbt9704, faces, new Map()).html)?.[1] ?? '';
  const text = body.replace(/<[^>]*>/g, '');
  return text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? "'",
  );
}

describe('the runs of a document', () => {
  it.each(Object.entries(sampleDocs))('hold every character that the page shows: %s', (_, doc) => {
    const known = inked(
      roleTexts(doc)
        .map(({ text }) => text)
        .join(''),
    );
    expect([...inked(shown(doc))].filter((character) => !known.has(character))).toEqual([]);
  });

  it('go by the role whose face sets them', () => {
    const doc: Doc = {
      ...sampleDocs.draft,
      title: ['甲'],
      blocks: [
        {
          kind: 'heading',
          level: 1,
          number: '乙',
          inlines: [{ kind: 'emphasis', inlines: [{ kind: 'text', text: '丙' }] }],
        },
        { kind: 'quote', blocks: [{ kind: 'paragraph', role: 'body', inlines: [{ kind: 'text', text: '丁' }] }] },
        { kind: 'paragraph', role: 'body', inlines: [{ kind: 'strong', inlines: [{ kind: 'text', text: '戊' }] }] },
        { kind: 'paragraph', role: 'body', inlines: [{ kind: 'text', text: '己' }] },
      ],
    };
    const rolesOf = (character: string): readonly Role[] =>
      roleTexts(doc)
        .filter(({ text }) => text === character)
        .map(({ role }) => role);
    expect([...'甲乙丙丁戊己'].flatMap(rolesOf)).toEqual([
      'title',
      'heading1',
      'heading2',
      'heading2',
      'heading1',
      'body',
    ]);
  });
});

describe('the characters of a document', () => {
  it('are whole code points with their marks, and nothing that leaves no ink', () => {
    const doc: Doc = { ...sampleDocs.draft, title: ['𬱟 e\u0301\u3000\u200B葛\u{E0100}\t阎䶮'] };
    const { title } = charactersOf([doc]);
    for (const character of ['𬱟', 'e\u0301', '阎', '䶮']) expect(title.has(character)).toBe(true);
    expect([...title].filter((character) => /^[\s\u200B]$/u.test(character))).toEqual([]);
    expect([...title].some((character) => /^[\uD800-\uDFFF]$/.test(character))).toBe(false);
  });
});
