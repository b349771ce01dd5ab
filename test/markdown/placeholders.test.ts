import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/markdown/parse.js';
import { valuePlaceholder } from '../../src/markdown/placeholders.js';
import { plainText } from '../../src/model/block.js';
import type { Inline } from '../../src/model/block.js';
import { ComputedOrigin, TemplateOrigin } from '../../src/model/origin.js';

const template = new TemplateOrigin([]);
const value = (text: string | null) => ({ text, origin: new ComputedOrigin(() => [], text) });

/** The blocks of a template's Markdown in which `{0}` is the first value, and so on. */
function parse(markdown: string, texts: readonly (string | null)[]) {
  const text = markdown.replace(/\{(\d)\}/g, (_, number: string) => valuePlaceholder(Number(number)));
  return parseMarkdown({ path: 'x.hbs', text }, 0, { origin: template, values: texts.map(value) }).value;
}

function paragraph(markdown: string, texts: readonly (string | null)[]): readonly Inline[] {
  const [block, ...rest] = parse(markdown, texts);
  if (block?.kind !== 'paragraph' || rest.length > 0) throw new Error('this is one paragraph');
  return block.inlines;
}

const TEXT = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'*_`#>|[]()!~-+=:1.\\<&;"{} 甲乙'), minLength: 1, maxLength: 40 }),
  fc.string({ unit: 'grapheme', minLength: 1 }),
);

describe('a value in a template', () => {
  it('prints any text as it is, wherever it is placed', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        expect(plainText(paragraph('甲{0}乙', [text]))).toBe(`甲${text}乙`);
        expect(plainText(paragraph('{0}', [text]))).toBe(text);
        const [table] = parse('| 甲 | 乙 |\n|---|---|\n| {0} | 丙 |', [text]);
        expect(table?.kind === 'table' ? table.rows.map((row) => row.map(plainText)) : table).toEqual([[text, '丙']]);
      }),
      { numRuns: 500 },
    );
  });

  it('is an inline of its own with its origin, between texts of the template', () => {
    const inlines = paragraph('共{0}项，**{1}**', ['3', '乙']);
    const kinds = inlines.map((inline) => (inline.kind === 'text' ? inline.origin?.kind : inline.kind));
    expect(kinds).toEqual(['template', 'computed', 'template', 'strong']);
  });

  it('that is owed is a missing inline', () => {
    expect(paragraph('{0}', [null])[0]?.kind).toBe('missing');
  });

  it('fills the attributes of a container', () => {
    const [node] = parse('::: table caption="{0}的表"\n甲\n:::', ['"引号" \\ 和 |']);
    expect(node?.kind === 'container' ? node.attributes.get('caption') : node).toBe('"引号" \\ 和 |的表');
  });
});

describe('prose', () => {
  it('never makes the parser throw', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(TEXT, fc.constantFrom('\n', '\n\n', ':::', '::: table', '```', '---', '| a |'))),
        (parts) => {
          expect(() => parseMarkdown({ path: 'x.md', text: parts.join('') }, 0)).not.toThrow();
        },
      ),
    );
  });

  it('knows its lines as its origin', () => {
    const text = '甲。\n\n| 乙 | 丙 |\n|---|---|\n| 丁 | 戊 |\n';
    const [first, table] = parseMarkdown({ path: 'x.md', text }, 0).value;
    const originOf = (inlines: readonly Inline[] | undefined): string => {
      const [inline] = inlines ?? [];
      const origin = inline?.kind === 'text' ? inline.origin : undefined;
      return origin?.kind === 'author' ? text.slice(origin.span.start, origin.span.end) : '';
    };
    expect(first?.kind === 'paragraph' ? originOf(first.inlines) : '').toBe('甲。');
    expect(table?.kind === 'table' ? table.rows[0]?.map(originOf) : []).toEqual(['| 丁 | 戊 |', '| 丁 | 戊 |']);
  });
});
