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
 * Makes something of the prose of every file in a part of a project, once a file however many norms ask for it. The prose itself,
 * which knows the place of each of its characters and is many times as large as the file, is let go. Values of the front
 * matter, which are many and short, are left out unless their text `isWanted`.
 */
export function eachFile<T>(
  make: (prose: readonly Prose[]) => T,
  isWanted: (value: string) => boolean = () => true,
): (scope: CheckScope) => readonly T[] {
  const made = new WeakMap<ContentFile, { readonly value: T }>();
  return (part) => {
    const { campaignFile, units, entries } = part;
    const office = part.unit === '' ? [campaignFile] : [];
    return [...office, ...units, ...entries.filter(({ readable }) => readable)].map((file) => {
      const known = made.get(file) ?? { value: make(readProse(file, part, isWanted)) };
      made.set(file, known);
      return known.value;
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

  /** A value outside the body is prose where its schema lets anything be written. */
  function proseOfValues(
    file: ContentFile,
    value: Value,
    schema: Schema,
    way: ValuePath,
    origin: ProseOrigin,
  ): readonly Prose[] {
    if (isList(value) && mayHoldProse(schema.items ?? {}))
      return value.flatMap((item, index) =>
        proseOfValues(file, item, schema.items ?? {}, { way, step: index }, origin),
      );
    if (isData(value))
      return Object.keys(value).flatMap((key) => {
        const [item = null, property] = [value[key], propertyOf(schema, key)];
        if (item === null || !mayHoldProse(property)) return [];
        return proseOfValues(file, item, property, { way, step: key }, origin);
      });
    if (typeof value !== 'string') return [];
    const role = isWanted(value) ? roleOf(schema) : null;
    const span = role && file.places().get(pointerOf(way));
    return role && span ? proseOfValue(value, span, { ...origin, key: keysOf(way), role }) : [];
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

/** How a value was come to. Few values are wanted, so only theirs becomes a pointer. */
type ValuePath = { readonly way: ValuePath; readonly step: string | number } | null;

function pointerOf(way: ValuePath): string {
  if (way === null) return '';
  return `${pointerOf(way.way)}/${typeof way.step === 'number' ? way.step : escapePointer(way.step)}`;
}

/** The keys on the way, the numbers of list items left out. */
function keysOf(way: ValuePath): string {
  if (way === null) return '';
  const before = keysOf(way.way);
  if (typeof way.step === 'number') return before;
  return before === '' ? way.step : `${before}.${way.step}`;
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

/** False where nothing that fits the schema is prose: numbers, dates and names of a list are most of a front matter. */
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
  const marks = /^\s*#+/.exec(file.source.text.slice(span.start, span.end))?.[0].trim().length ?? 0;
  const text = stripMarkup(file.source.text, span.start, span.end, false);
  return toProse(text, { ...origin, role: 'heading', level: Math.max(1, marks - 1) });
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
