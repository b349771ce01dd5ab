import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { displayWidth } from '../../src/encoding/display-width.js';
import { unifiedDiff } from '../../src/report/diff.js';
import { coloured, plain, writePretty } from '../../src/report/pretty.js';
import { writeSarif } from '../../src/report/sarif.js';

const TEXT = '---\n状态: 定稿\n---\n\n## 一\n\n各单位要A按时报送,逾期的通报。\n第二段,也有。\n';
const sources = new Map(['content/b.md', 'content/a.md'].map((path) => [path, { path, text: TEXT }]));

function at(path: string, found: string, more: Partial<Diagnostic> = {}): Diagnostic {
  const start = TEXT.indexOf(found);
  const span = { path, start, end: start + found.length };
  return { code: 'NORM-HALF-MARK', severity: 'warning', message: '用了半角逗号', span, hint: '改成全角', ...more };
}

describe('findings for a person', () => {
  it('puts the caret under the place, a Chinese character taking two columns', () => {
    expect(writePretty([at('content/a.md', ',逾期')], sources, plain)).toBe(
      [
        '提醒 content/a.md:7:10 用了半角逗号  [NORM-HALF-MARK]',
        '  7 | 各单位要A按时报送,逾期的通报。',
        `      ${' '.repeat(17)}${'^'.repeat(5)}`,
        '  怎么改：改成全角',
      ].join('\n'),
    );
  });

  it('shows a control character as a character, and never obeys it', () => {
    const path = 'content/c\u001b[2J.md';
    const text = '甲\u001b[31m\t乙,丙\n';
    const span = { path, start: text.indexOf(','), end: text.indexOf(',') + 1 };
    const found = {
      ...at('content/a.md', ',逾期'),
      span,
      message: '写了“\u001b[2J\u202E”',
      hint: '第一行\n第二行\u0007',
    };
    expect(writePretty([found], new Map([[path, { path, text }]]), plain)).toBe(
      [
        '提醒 content/c\uFFFD[2J.md:1:9 写了“\uFFFD[2J\uFFFD”  [NORM-HALF-MARK]',
        '  1 | 甲\uFFFD[31m 乙,丙',
        `      ${' '.repeat(10)}^`,
        '  怎么改：第一行',
        '第二行\uFFFD',
      ].join('\n'),
    );
  });

  it.each([
    ['汉字', 4],
    ['ａ，。', 6],
    ['“—…', 3],
    ['e\u0301', 1],
    ['𠮷', 2],
    ['😀', 2],
    ['', 0],
  ])('counts the columns of %s', (text, cells) => expect(displayWidth(text)).toBe(cells));

  it('goes file by file and from top to bottom', () => {
    const found = [at('content/b.md', ',逾期'), at('content/a.md', ',也有'), at('content/a.md', ',逾期')];
    const heads = writePretty(found, sources, plain).match(/content\/[ab]\.md:\d+/g);
    expect(heads).toEqual(['content/a.md:7', 'content/a.md:8', 'content/b.md:7']);
  });

  it('counts what it does not show, errors before the rest', () => {
    const warnings = Array.from({ length: 30 }, () => at('content/a.md', ',逾期'));
    const found = [...warnings, at('content/a.md', ',也有', { severity: 'error' }), at('content/b.md', ',也有')];
    const short = writePretty(found, sources, plain, { perFile: 3, inAll: 200 });
    expect(short).toContain('错误 content/a.md:8');
    expect(short).toContain('content/a.md 另有 28 处没有列出');
    const shorter = writePretty(found, sources, plain, { perFile: 3, inAll: 3 });
    expect(shorter).toContain('后面的文件还有 1 处没有列出');
  });

  it('colours only the word that says how bad it is', () => {
    expect(writePretty([at('content/a.md', ',也有')], sources, coloured)).toMatch(/^\u001b\[33m提醒\u001b\[0m content/);
  });
});

describe('a diff', () => {
  it('shows changed lines with their neighbours', () => {
    const after = TEXT.replace('报送,', '报送，').replace('第二段,', '第二段，');
    expect(unifiedDiff('content/a.md', TEXT, after)).toBe(
      [
        '--- a/content/a.md',
        '+++ b/content/a.md',
        '@@ -6,3 +6,3 @@',
        ' ',
        '-各单位要A按时报送,逾期的通报。',
        '+各单位要A按时报送，逾期的通报。',
        '-第二段,也有。',
        '+第二段，也有。',
        '',
      ].join('\n'),
    );
    expect(unifiedDiff('content/a.md', TEXT, TEXT)).toBe('');
  });
});

describe('SARIF', () => {
  const require = createRequire(import.meta.url);
  const {
    $schema: _,
    id: __,
    ...schema
  } = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as {
    readonly $schema: string;
    readonly id: string;
  };
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
  const rule = { code: 'NORM-HALF-MARK', severity: 'error', title: '标点', detail: '说明', source: '依据' } as const;

  it('is valid, with every kind of finding', () => {
    const found: readonly Diagnostic[] = [
      at('content/a.md', ',逾期', { related: [{ message: '前一处', span: at('content/b.md', ',也有').span! }] }),
      { code: 'WRITE-FAILED', severity: 'error', message: '写不进去', subject: 'out/甲 乙.pdf' },
      { code: 'WORKSPACE-EMPTY', severity: 'info', message: '没有活动' },
      {
        code: 'FILE-UNKNOWN',
        severity: 'warning',
        message: '不认识',
        span: { path: 'content/c.md', start: 0, end: 0 },
      },
    ];
    const log: unknown = JSON.parse(writeSarif(found, sources, { version: '0.1.0', rules: [rule] }));
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    expect(log).toMatchObject({ version: '2.1.0', runs: [{ results: [{}, {}, {}, {}] }] });
    expect(validate({ version: '2.1.0', runs: [{}] })).toBe(false);
  });

  it('counts columns as JSON does, from 1 in code points', () => {
    const log = JSON.parse(writeSarif([at('content/a.md', ',逾期')], sources, { version: '1', rules: [] })) as object;
    const region = { startLine: 7, startColumn: 10, endLine: 7, endColumn: 13 };
    expect(log).toMatchObject({ runs: [{ results: [{ locations: [{ physicalLocation: { region } }] }] }] });
  });
});
