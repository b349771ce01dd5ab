import type { Block, Image, Table } from '../../model/block.js';
import { isData, isList } from '../../model/data.js';
import type { Value } from '../../model/data.js';
import type { ContentFile, Entry, Project, Section } from '../../model/project.js';
import type { Schema } from '../../model/schema.js';
import type { Span } from '../../model/span.js';
import type { CheckScope } from '../scope.js';
import { alignValue, cellTexts, stripMarkup } from './strip-markup.js';
import { toProse } from './prose.js';
import type { ProseOrigin, Prose, MappedText } from './prose.js';

/**
 * A function that computes a result from the prose of every file in a scope, once for each file. Results are cached.
 * The prose is not, since it has the place of every character and is many times as large as the file. Front-matter values,
 * which are many and short, are included only if `isWanted` accepts their text.
 */
export function cachedByFile<T>(
  compute: (prose: readonly Prose[]) => T,
  isWanted: (value: string) => boolean = () => true,
): (scope: CheckScope) => readonly T[] {
  const results = new WeakMap<ContentFile, { readonly value: T }>();
  return (scope) => {
    const { campaignFile, units, entries } = scope;
    const office = scope.unit === '' ? [campaignFile] : [];
    return [...office, ...units, ...entries.filter(({ readable }) => readable)].map((file) => {
      const result = results.get(file) ?? { value: compute(readProse(file, scope, isWanted)) };
      results.set(file, result);
      return result.value;
    });
  };
}

function readProse(file: ContentFile, project: Project, isWanted: (value: string) => boolean): readonly Prose[] {
  if (file === project.campaignFile) return proseOfBody(file, fileOrigin(file));
  return 'kind' in file ? proseOfEntry(file as Entry) : proseOfFile(file, project.unitSchema, fileOrigin(file));

  function proseOfFile(file: ContentFile, schema: Schema, origin: ProseOrigin): readonly Prose[] {
    return [...proseOfValues(file, file.data, schema, null, origin), ...proseOfBody(file, origin)];
  }

  function proseOfEntry(entry: Entry): readonly Prose[] {
    const origin = { ...fileOrigin(entry), kind: entry.kind.label, draft: entry.draft };
    return proseOfFile(entry, entry.kind.schema, origin);
  }

  /** A front-matter value is prose if its schema allows free text. */
  function proseOfValues(
    file: ContentFile,
    value: Value,
    schema: Schema,
    path: ValuePath,
    origin: ProseOrigin,
  ): readonly Prose[] {
    if (isList(value) && mayHoldProse(schema.items ?? {}))
      return value.flatMap((item, index) =>
        proseOfValues(file, item, schema.items ?? {}, { parent: path, step: index }, origin),
      );
    if (isData(value))
      return Object.keys(value).flatMap((key) => {
        const [item = null, property] = [value[key], propertyOf(schema, key)];
        if (item === null || !mayHoldProse(property)) return [];
        return proseOfValues(file, item, property, { parent: path, step: key }, origin);
      });
    if (typeof value !== 'string') return [];
    const role = isWanted(value) ? roleOf(schema) : null;
    const span = role && file.places().get(pointerOf(path));
    return role && span ? proseOfValue(value, span, { ...origin, key: keysOf(path), role }) : [];
  }

  function proseOfValue(value: string, span: Span, origin: ProseOrigin): readonly Prose[] {
    const text = project.sources.get(span.path)?.text ?? '';
    const run = alignValue(text, span.start, span.end, value);
    if (!run) return [];
    const quote = text[span.start] ?? '';
    const escaped = /["'\\]/.test(value) && /["']/.test(quote);
    return [toProse(run, { ...origin, path: span.path, editable: !escaped })];
  }
}

/** The path of a value, as a linked list: few values are wanted, so only their paths are turned into pointers. */
type ValuePath = { readonly parent: ValuePath; readonly step: string | number } | null;

function pointerOf(path: ValuePath): string {
  if (path === null) return '';
  return `${pointerOf(path.parent)}/${typeof path.step === 'number' ? path.step : escapePointer(path.step)}`;
}

/** The keys of the path joined by dots, without list indexes. */
function keysOf(path: ValuePath): string {
  if (path === null) return '';
  const before = keysOf(path.parent);
  if (typeof path.step === 'number') return before;
  return before === '' ? path.step : `${before}.${path.step}`;
}

function fileOrigin(file: ContentFile): ProseOrigin {
  const path = file.source.path;
  return { role: 'value', path, level: 0, key: '', kind: '', draft: false, editable: true };
}

function propertyOf(schema: Schema, key: string): Schema {
  const rest = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {};
  return schema.properties?.[key] ?? rest;
}

const RESTRICTED = ['format', 'enum', 'set', 'refersTo', 'pattern', 'anyOf', 'keyedBy'] as const;

function roleOf(schema: Schema): 'value' | 'number' | null {
  if (typeof schema['pattern'] === 'string' && schema['pattern'].includes('〔')) return 'number';
  if (schema.type !== 'string') return null;
  return RESTRICTED.some((keyword) => schema[keyword] !== undefined) ? null : 'value';
}

const proseSchemas = new WeakMap<Schema, boolean>();

/** False if no value of the schema can be prose, as for numbers, dates and names, which are most of a front matter. */
function mayHoldProse(schema: Schema): boolean {
  const known = proseSchemas.get(schema);
  if (known !== undefined) return known;
  const rest = schema.additionalProperties;
  const parts = [...Object.values(schema.properties ?? {}), ...(typeof rest === 'object' ? [rest] : [])];
  const may = roleOf(schema) !== null || [...parts, ...(schema.items ? [schema.items] : [])].some(mayHoldProse);
  proseSchemas.set(schema, may);
  return may;
}

/** RFC 6901. */
function escapePointer(key: string): string {
  return key.replace(/~/g, '~0').replace(/\//g, '~1');
}

function proseOfBody(file: ContentFile, origin: ProseOrigin): readonly Prose[] {
  return file.sections().flatMap((section) => proseOfSection(file, section, origin));
}

function proseOfSection(file: ContentFile, section: Section, origin: ProseOrigin): readonly Prose[] {
  const blocks = section.blocks.flatMap((block) => proseOfBlock(file, block, origin, false));
  return [proseOfHeading(file, section.span, origin), ...blocks];
}

function proseOfHeading(file: ContentFile, span: Span, origin: ProseOrigin): Prose {
  const hashes = /^\s*#+/.exec(file.source.text.slice(span.start, span.end))?.[0].trim().length ?? 0;
  const text = stripMarkup(file.source.text, span.start, span.end, false);
  return toProse(text, { ...origin, role: 'heading', level: Math.max(1, hashes - 1) });
}

function proseOfBlock(file: ContentFile, block: Block, origin: ProseOrigin, inList: boolean): readonly Prose[] {
  const { text } = file.source;
  switch (block.kind) {
    case 'heading':
      return block.span ? [proseOfHeading(file, block.span, origin)] : [];
    case 'paragraph':
      if (!block.span) return [];
      return [toProse(stripMarkup(text, block.span.start, block.span.end, inList), { ...origin, role: 'paragraph' })];
    case 'table':
      return proseOfTable(text, block, origin);
    case 'image':
      return captionProse(text, block.alt, imageStart(block), origin);
    case 'quote':
    case 'landscape':
      return block.blocks.flatMap((inner) => proseOfBlock(file, inner, origin, inList));
    case 'list':
      return block.items.flatMap((item) => item.blocks.flatMap((inner) => proseOfBlock(file, inner, origin, true)));
    case 'chart':
    case 'page-break':
      return [];
  }
}

function proseOfTable(text: string, { span, caption }: Table, origin: ProseOrigin): readonly Prose[] {
  if (!span) return [];
  const cells = cellTexts(text, span.start, span.end).map((run: MappedText) =>
    toProse(run, { ...origin, role: 'cell' }),
  );
  const start = text.lastIndexOf('caption="', span.start) + 'caption="'.length;
  return [...captionProse(text, caption, start, origin), ...cells];
}

function imageStart({ span }: Image): number {
  return (span?.start ?? 0) + '!['.length;
}

function captionProse(text: string, caption: string, start: number, origin: ProseOrigin): readonly Prose[] {
  const run = caption === '' ? null : alignValue(text, start, start + caption.length * 2, caption);
  return run ? [toProse(run, { ...origin, role: 'caption' })] : [];
}
