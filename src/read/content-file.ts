import { findNoncharacter } from '../markdown/escape.js';
import type { Node } from '../markdown/blocks.js';
import { parseMarkdown } from '../markdown/parse.js';
import { preambleOf, sectionsOf } from '../markdown/sections.js';
import type { Block } from '../model/block.js';
import { isData } from '../model/data.js';
import type { Data } from '../model/data.js';
import { collect, hasErrors } from '../model/diagnostic.js';
import type { Checked, Diagnostic } from '../model/diagnostic.js';
import type { ContentFile } from '../model/project.js';
import type { Schema } from '../model/schema.js';
import type { Source } from '../model/source.js';
import type { Span } from '../model/span.js';
import { completeData } from './complete.js';
import { splitFrontMatter } from './front-matter.js';
import { readRecord } from './record.js';
import type { Sources } from './sources.js';
import { validate } from './validate.js';
import { parseYaml } from './yaml.js';

/** Where a draft lets a value be missing, a final document does not. */
export type Strictness = (data: Data) => 'draft' | 'final';

/** What a file was read as, with what, and the CSV files that it named, for a process that reads a workspace again. */
interface Reading {
  readonly schema: Schema;
  readonly named: ReadonlyMap<string, Source | undefined>;
  readonly result: Checked<ContentFile>;
}
const readings = new WeakMap<Source, Reading>();

/** Reads one Markdown file against its schema. The value is as whole as the content allows, whatever was found. */
export function readContentFile(
  source: Source,
  schema: Schema,
  sources: Sources,
  strictness: Strictness,
): Checked<ContentFile> {
  const known = readings.get(source);
  if (known?.schema === schema && [...known.named].every(([path, csv]) => sources.get(path) === csv))
    return known.result;
  const named = new Map<string, Source | undefined>();
  const findCsv = (path: string): Source | null => {
    const beside = besidePath(source.path, path);
    named.set(beside, sources.get(beside));
    return sources.get(beside) ?? null;
  };
  const result = readFile(source, schema, findCsv, strictness);
  readings.set(source, { schema, named, result });
  return result;
}

function readFile(
  source: Source,
  schema: Schema,
  findCsv: (path: string) => Source | null,
  strictness: Strictness,
): Checked<ContentFile> {
  const diagnostics: Diagnostic[] = [];
  const places = new Map<string, Span>();
  const parts = collect(diagnostics, splitFrontMatter(source));
  const tree = collect(diagnostics, parseYaml(parts.yaml, source.path, parts.yamlStart));
  const syntaxBroken = hasErrors(diagnostics);
  const record = readRecord(tree, schema, '', { places, diagnostics, findCsv }) ?? {};
  const data = isData(record) ? record : {};
  // Values from YAML that did not parse would only repeat the first error in other words.
  if (!syntaxBroken) diagnostics.push(...violations(data, schema, places, source, strictness(data)));
  const blocks = collect(diagnostics, readBody(source, parts.bodyStart));
  const file = { source, data: completeData(data, schema), places, sections: sectionsOf(blocks) };
  return { value: file, diagnostics: [...diagnostics, ...forbiddenCharacters(source), ...strayText(blocks)] };
}

function readBody(source: Source, start: number): Checked<readonly Block[]> {
  const { value, diagnostics } = parseMarkdown(source, start);
  return {
    value: value.flatMap((node) => blockOf(node)).map((block) => locateImages(block, source.path)),
    diagnostics,
  };
}

/** A body may hold tables with captions and landscape pages; what only a template may say is opened up. */
function blockOf(node: Node): readonly Block[] {
  if (node.kind === 'slot') return [];
  if (node.kind !== 'container') return [node];
  const blocks = node.nodes.flatMap(blockOf);
  if (node.name === 'landscape') return [{ kind: 'landscape', blocks, span: node.span }];
  if (node.name !== 'table') return blocks;
  const caption = node.attributes.get('caption') ?? '';
  return blocks.map((block) => (block.kind === 'table' ? { ...block, caption } : block));
}

/** Pictures are written relative to the text that shows them; inside, every path starts at the workspace. */
function locateImages(block: Block, file: string): Block {
  switch (block.kind) {
    case 'image':
      return isForeign(block.path) ? block : { ...block, path: besidePath(file, block.path) };
    case 'landscape':
    case 'quote':
      return { ...block, blocks: block.blocks.map((inner) => locateImages(inner, file)) };
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, blocks: item.blocks.map((inner) => locateImages(inner, file)) })),
      };
    default:
      return block;
  }
}

function isForeign(path: string): boolean {
  return path.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(path);
}

function violations(
  data: Data,
  schema: Schema,
  places: ReadonlyMap<string, Span>,
  source: Source,
  strictness: 'draft' | 'final',
): readonly Diagnostic[] {
  return validate(data, schema).map(({ pointer, code, message, hint, missing }) => {
    const span = nearestPlace(pointer, places, source);
    const advice = missing && span.path !== source.path ? '在清单这一行的这一列填上。' : hint;
    return {
      code,
      severity: missing && strictness === 'draft' ? 'warning' : 'error',
      message,
      span,
      ...(advice === '' ? {} : { hint: advice }),
    };
  });
}

function nearestPlace(pointer: string, places: ReadonlyMap<string, Span>, source: Source): Span {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const span = places.get(at);
    if (span) return span;
  }
  return { path: source.path, start: 0, end: 3 };
}

function forbiddenCharacters(source: Source): readonly Diagnostic[] {
  const start = findNoncharacter(source.text);
  if (start < 0) return [];
  const message = '这里有一个看不见的非字符，任何字体都印不出';
  const span = { path: source.path, start, end: start + 1 };
  return [{ code: 'TEXT-NONCHARACTER', severity: 'error', message, span, hint: '删去这个字符，重新输入前后的字。' }];
}

function strayText(blocks: readonly Block[]): readonly Diagnostic[] {
  const span = preambleOf(blocks)[0]?.span;
  if (!span) return [];
  const message = '这段文字在第一个“## 标题”之前，不会印出';
  return [{ code: 'SECTION-STRAY', severity: 'warning', message, span, hint: '在它上面加一行“## ”开头的小标题。' }];
}

/** A path seen from the folder of a content file; `..` may climb no higher than the workspace. */
export function besidePath(file: string, relative: string): string {
  const parts = file.split('/').slice(0, -1);
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
