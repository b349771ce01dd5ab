import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widthInCells } from '../../../src/layout/measure.js';
import type { Doc } from '../../../src/model/doc.js';
import type { FaceTable } from '../../../src/model/ports.js';
import { type Role } from '../../../src/model/style.js';
import { gbt9704 } from '../../../src/layout/styles.js';
import { element, escapeHtml } from '../../../src/formats/html/markup.js';
import { writeHtml } from '../../../src/formats/html/page.js';
import { officialDoc } from '../../support/sample-doc.js';

const roles: readonly Role[] = ['title', 'body', 'heading1', 'heading2', 'digits'];
const faces = Object.fromEntries(
  roles.map((role) => [role, { role, official: role, family: role, substituted: false }]),
) as FaceTable;

/** Text as a hostile or careless author writes it. */
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '</style>',
    '"><img src=x onerror=a()>',
    '&amp;',
    "' onload='",
    ']]>',
    '<!--',
  ),
);

function unescapeHtml(html: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');
}

/** Every text of the document replaced by one text. */
function flooded(text: string): Doc {
  const replace = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return ['kind', 'align', 'role', 'orientation'].includes(key) ? value : text;
    if (Array.isArray(value)) return value.map((item) => replace(item, key));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, replace(item, name)]));
  };
  return replace(officialDoc, '') as Doc;
}

/** Cells of a text that needs no line more than another. */
const SHORT = 13;

function tags(html: string): readonly string[] {
  const all = [...html.matchAll(/<[^<>]*>/g)].map(([tag]) => tag.replace(/"[^"]*"/g, '""').replace(' class=""', ''));
  return all.filter((tag) => tag !== '<wbr>');
}

describe('escaping', () => {
  it('gives back the printable text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"']/);
        expect(unescapeHtml(escaped)).toBe(text.replace(/(?![\n\t])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, ''));
      }),
    );
  });

  it('keeps text in its place, between tags and inside attributes', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(element('p', { title: text }, text).html).toBe(
          `<p title="${escapeHtml(text)}">${escapeHtml(text)}</p>\n`,
        );
      }),
    );
  });

  it('lets no text of a document become an element or an attribute', () => {
    const expected = tags(writeHtml(flooded('文'), gbt9704, faces, new Map()).html);
    fc.assert(
      fc.property(
        texts.filter((text) => escapeHtml(text) !== '' && !text.includes('·') && widthInCells(text) <= SHORT),
        (text) => {
          expect(tags(writeHtml(flooded(text), gbt9704, faces, new Map()).html)).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });
});
