import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../src/markdown/escape.js';
import { parseMarkdown } from '../../src/markdown/parse.js';
import { plainText } from '../../src/model/block.js';

function printed(markdown: string): string {
  const { value } = parseMarkdown({ path: 'x.md', text: markdown }, 0);
  return value.map((node) => (node.kind === 'paragraph' ? plainText(node.inlines) : `<${node.kind}>`)).join('\n');
}

const MARKUP = fc.string({ unit: fc.constantFrom(...'*_`#>|[]()!~-+=:1.\\<&;"{} 甲乙'), minLength: 1, maxLength: 40 });

describe('escaping a value', () => {
  it('prints any text as typed', () => {
    fc.assert(
      fc.property(fc.oneof(MARKUP, fc.string({ unit: 'grapheme' })), (text) => {
        const value = text.replace(/[\s\u0000\uFDD0-\uFDEF]+/gu, ' ').trim();
        fc.pre(value !== '');
        expect(printed(`甲${escapeMarkdown(value)}乙`)).toBe(`甲${value}乙`);
        expect(printed(escapeMarkdown(value))).toBe(value);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps a value in one paragraph', () => {
    expect(printed(escapeMarkdown('一行\n\n另一行'))).toBe('一行 另一行');
  });
});

describe('parsing prose', () => {
  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(MARKUP, fc.constantFrom('\n', '\n\n', ':::', '::: table', '```', '---', '| a |'))),
        (parts) => {
          expect(() => parseMarkdown({ path: 'x.md', text: parts.join('') }, 0)).not.toThrow();
        },
      ),
    );
  });
});
