import {
  COLLECTION_STYLE,
  EVENT_ID,
  NOT_RESOLVED,
  SCALAR_STYLE,
  boolCoreTag,
  floatCoreTag,
  getScalarValue,
  intCoreTag,
  nullCoreTag,
  parseEvents,
} from 'js-yaml';
import type { Event, MappingEvent, ScalarEvent, SequenceEvent } from 'js-yaml';
import type { Span } from '../../model/span.js';
import type { YamlScalar, Pair, YamlNode } from './node.js';

/** The reading position in a list of parser events. */
interface Cursor {
  readonly text: string;
  readonly events: readonly Event[];
  readonly place: (start: number, end: number) => Span;
  at: number;
  /** End offset of the last node read. Events of a collection do not contain its end. */
  end: number;
}

/** Parses one valid YAML document; null if the text contains an error, an alias, a tag or a duplicate key. */
export function parseFast(text: string, path: string, offset: number): YamlNode | null {
  const events = eventsOf(text);
  if (events?.[0]?.type !== EVENT_ID.DOCUMENT || events.filter(({ type }) => type === EVENT_ID.DOCUMENT).length > 1)
    return null;
  const place = (start: number, end: number): Span => ({ path, start: offset + start, end: offset + end });
  return readNode({ text, events, place, at: 1, end: 0 });
}

function eventsOf(text: string): readonly Event[] | null {
  try {
    return parseEvents(text, {});
  } catch {
    return null;
  }
}

function readNode(cursor: Cursor): YamlNode | null {
  const event = cursor.events[cursor.at];
  cursor.at += 1;
  switch (event?.type) {
    case EVENT_ID.SCALAR:
      return isPlainNode(event) ? readLeaf(event, cursor) : null;
    case EVENT_ID.SEQUENCE:
      return isPlainNode(event) ? readList(event, cursor) : null;
    case EVENT_ID.MAPPING:
      return isPlainNode(event) ? readMap(event, cursor) : null;
    default:
      return null;
  }
}

function isPlainNode({ anchorStart, tagStart }: ScalarEvent | SequenceEvent | MappingEvent): boolean {
  return anchorStart < 0 && tagStart < 0;
}

function readLeaf(event: ScalarEvent, cursor: Cursor): YamlScalar {
  const text = getScalarValue(cursor.text, event);
  const [start, end] = boundsOf(event, cursor);
  cursor.end = end;
  return {
    kind: 'leaf',
    value: event.style === SCALAR_STYLE.PLAIN ? resolvePlain(text) : text,
    span: cursor.place(start, end),
  };
}

/** Offsets of a scalar including its quotes or block indicator, which the parser's events exclude. */
function boundsOf({ style, valueStart, valueEnd }: ScalarEvent, { text, end }: Cursor): readonly [number, number] {
  switch (valueStart < 0 ? 'none' : style) {
    // An empty value after the colon or the dash.
    case 'none': {
      const position = end + (/^\s*[:-]/.exec(text.slice(end))?.[0].length ?? 0);
      return [position, position];
    }
    case SCALAR_STYLE.SINGLE_QUOTED:
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return [valueStart - 1, valueEnd + 1];
    case SCALAR_STYLE.LITERAL_BLOCK:
      return [text.lastIndexOf('|', valueStart - 1), valueEnd];
    case SCALAR_STYLE.FOLDED_BLOCK:
      return [text.lastIndexOf('>', valueStart - 1), valueEnd];
    default:
      return [valueStart, valueEnd];
  }
}

/** Resolves a plain scalar by the core schema of YAML 1.2. Everything else, including dates, is a string. */
function resolvePlain(source: string): YamlScalar['value'] {
  if (!/^(?:[-+.\dnNtTfF~]|$)/.test(source)) return source;
  for (const tag of [nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag]) {
    const value = tag.resolve(source, false, tag.tagName);
    if (value !== NOT_RESOLVED) return value;
  }
  return source;
}

function readList(event: SequenceEvent, cursor: Cursor): YamlNode | null {
  cursor.end = event.start;
  const items: YamlNode[] = [];
  while (cursor.events[cursor.at]?.type !== EVENT_ID.POP) {
    const item = readNode(cursor);
    if (!item) return null;
    items.push(item);
  }
  return { kind: 'list', items, span: closeCollection(event, cursor) };
}

function readMap(event: MappingEvent, cursor: Cursor): YamlNode | null {
  cursor.end = event.start;
  const pairs: Pair[] = [];
  const seen = new Set<string>();
  while (cursor.events[cursor.at]?.type !== EVENT_ID.POP) {
    const key = readNode(cursor);
    const value = key && readNode(cursor);
    if (key?.kind !== 'leaf' || key.value === null || !value || seen.has(String(key.value))) return null;
    seen.add(String(key.value));
    pairs.push({ key: String(key.value), keySpan: key.span, value });
  }
  return { kind: 'map', pairs, span: closeCollection(event, cursor) };
}

/** A flow collection ends after its bracket, a block collection at the end of its last node. */
function closeCollection({ type, start, style }: SequenceEvent | MappingEvent, cursor: Cursor): Span {
  cursor.at += 1;
  const bracket = type === EVENT_ID.SEQUENCE ? ']' : '}';
  if (style === COLLECTION_STYLE.FLOW) cursor.end = cursor.text.indexOf(bracket, cursor.end) + 1;
  return cursor.place(start, cursor.end);
}
