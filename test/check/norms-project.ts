import { parseMarkdown } from '../../src/markdown/parse.js';
import type { Node } from '../../src/markdown/blocks.js';
import { sectionsOf } from '../../src/markdown/sections.js';
import type { Block } from '../../src/model/block.js';
import type { Data } from '../../src/model/data.js';
import type { CheckScope } from '../../src/check/scope.js';
import type { Schema } from '../../src/model/schema.js';
import type { Span } from '../../src/model/span.js';

const TEXT: Schema = { type: 'string', minLength: 1 };
const TEXTS: Schema = { type: 'array', items: TEXT };
const SCHEMA: Schema = {
  type: 'object',
  properties: { title: TEXT, recipients: TEXTS, copyTo: TEXTS, task: TEXT, enclosures: TEXTS },
};
const FIELDS: Readonly<Record<string, (text: string) => { readonly data: Data; readonly pointer: string }>> = {
  标题: (title) => ({ data: { title }, pointer: '/title' }),
  主送: (text) => ({ data: { recipients: [text] }, pointer: '/recipients/0' }),
  抄送: (text) => ({ data: { copyTo: [text] }, pointer: '/copyTo/0' }),
  任务: (task) => ({ data: { task }, pointer: '/task' }),
  附件: (title) => ({ data: { enclosures: [{ title }] }, pointer: '/enclosures/0/title' }),
};

/** A project of one document that holds one passage, read as `content/` is; nothing else a rule asks for is there. */
export function projectOf(passage: string): CheckScope {
  const [, field = '', rest = ''] = /^@(\S+) ([\s\S]*)$/.exec(passage) ?? [];
  const value = FIELDS[field]?.(rest);
  const body = value ? '' : field === '报告' ? rest : passage;
  const text = value ? rest : `## 正文\n\n${body}\n`;
  const source = { path: 'content/passage.md', text };
  const places = new Map<string, Span>(
    value ? [[value.pointer, { path: source.path, start: 0, end: rest.length }]] : [],
  );
  const sections = sectionsOf(parseMarkdown(source, 0).value.flatMap(blocksOf));
  const entry = {
    source,
    data: value?.data ?? {},
    sheets: [],
    places: () => places,
    sections: () => sections,
    digest: '',
    facts: () => '',
    kind: { id: 'notice', label: field === '报告' ? '总结报告' : '通知', schema: SCHEMA },
    id: 'passage',
    unit: '',
    draft: false,
    readable: true,
  };
  const schema = { ...SCHEMA, properties: { ...SCHEMA.properties, enclosures: ENCLOSURES } };
  const project = {
    campaignFile: {
      source: { path: 'content/campaign.md', text: '' },
      data: {},
      sheets: [],
      places: () => new Map(),
      sections: () => [],
      digest: '',
      facts: () => '',
    },
    unit: '',
    units: [],
    unitIds: [],
    volumes: [],
    unitSchema: {},
    entries: [{ ...entry, kind: { ...entry.kind, schema } }],
    sources: new Map([[source.path, source]]),
  };
  return project as unknown as CheckScope;
}

const ENCLOSURES: Schema = { type: 'array', items: { type: 'object', properties: { title: TEXT } } };

function blocksOf(node: Node): readonly Block[] {
  if (node.kind === 'slot') return [];
  if (node.kind !== 'container') return [node];
  const caption = node.attributes.get('caption') ?? '';
  return node.nodes.flatMap(blocksOf).map((block) => (block.kind === 'table' ? { ...block, caption } : block));
}
