import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../../src/read/front-matter.js';
import { parseYaml } from '../../src/read/yaml/parse.js';
import type { YamlNode } from '../../src/read/yaml/node.js';
import { parseFast } from '../../src/read/yaml/fast-parse.js';
import { explainYaml } from '../../src/read/yaml/explain.js';

/** A tree without what the two parsers may see differently: whether what stands behind a list still belongs to it. */
function shape(node: YamlNode, text: string): unknown {
  const span = [node.span.start, text.slice(0, node.span.end).trimEnd().length];
  switch (node.kind) {
    case 'leaf':
      return [node.value, ...(node.value === null ? [] : span)];
    case 'list':
      return [node.span.start, node.items.map((item) => shape(item, text))];
    case 'map':
      return [node.span.start, node.pairs.map(({ key, keySpan, value }) => [key, keySpan, shape(value, text)])];
  }
}

function expectSame(text: string): void {
  const fast = parseFast(text, 'a.md', 0);
  const slow = explainYaml(text, 'a.md', 0);
  if (fast === null) return;
  expect(slow.diagnostics, text).toEqual([]);
  expect(shape(fast, text), text).toEqual(shape(slow.value, text));
}

const scalar = fc.oneof(
  fc.constantFrom('', '~', 'null', 'true', 'No', '1_000', '0x1F', '0o17', '012', '-1.5e3', '.5', '1.', '.inf', '+12'),
  fc.constantFrom('2026-03-09', '09:30', '张三', '一 二', "'0371'", '"a\\n“b”"', "'it''s'", '# 注', 'a # 注', 'a: b'),
  fc.constantFrom('|\n    一\n    二', '>-\n    一\n    二', '*a', '&a b', '!!str 1', '[', '}', '@', '- x'),
  fc.string({ maxLength: 6 }).filter((text) => !/[\n\r]/.test(text)),
);
const flow = fc
  .array(fc.tuple(fc.constantFrom('甲', '乙', 'c', "'d'"), scalar), { maxLength: 3 })
  .map((pairs) => `{ ${pairs.map(([key, value]) => `${key}: ${value}`).join(', ')} }`);
const item = fc.oneof(
  scalar,
  flow,
  fc.array(scalar, { maxLength: 3 }).map((list) => `[${list.join(', ')}]`),
);
const list = fc.array(item, { minLength: 1, maxLength: 4 }).map((items) => items.map((one) => `\n  - ${one}`).join(''));
const document = fc
  .array(fc.tuple(fc.constantFrom('标题', '状态', 'a b', '2026', "'q'", '"r"'), fc.oneof(item, list)), { maxLength: 5 })
  .map((pairs) => pairs.map(([key, value]) => `${key}: ${value}\n`).join(''));

describe('the two YAML parsers', () => {
  it('read the same out of whatever the fast one takes', () => {
    fc.assert(fc.property(document, expectSame), { numRuns: 3000 });
  });

  it('read the same out of the whole sample district', async () => {
    const paths = (await readdir('content', { recursive: true })).filter((path) => path.endsWith('.md'));
    for (const path of paths) {
      const source = { path, text: await readFile(join('content', path), 'utf8') };
      const { yaml } = splitFrontMatter(source).value;
      expect(parseFast(yaml, path, 0), path).not.toBeNull();
      expectSame(yaml);
    }
  });

  it('leave references, tags and doubled keys to the one that can explain', () => {
    for (const text of ['a: &b 1\n', 'a: *b\n', 'a: !!str 1\n', 'a: 1\na: 2\n', '[1]: 2\n', 'a: [1\n']) {
      expect(parseFast(text, 'a.md', 0), text).toBeNull();
    }
    expect(parseYaml('a: 1\na: 2\n', 'a.md', 0).diagnostics.map(({ code }) => code)).toEqual(['YAML-SYNTAX']);
  });
});
