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

/** Where reading has come to in a list of events. */
interface Cursor {
  readonly text: string;
  readonly events: readonly Event[];
  readonly place: (start: number, end: number) => Span;
  at: number;
  /** The end of what was read last; a collection's events do not say where it ends. */
  end: number;
}

/** The tree of one sound YAML document; null where the text holds an error, a reference, a tag or a key twice. */
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
  const [start, end] = edgesOf(event, cursor);
  cursor.end = end;
  return {
    kind: 'leaf',
    value: event.style === SCALAR_STYLE.PLAIN ? resolve(text) : text,
    span: cursor.place(start, end),
  };
}

/** The events tell where the value stands; quotes and the mark of a block belong to it for whoever looks at the file. */
function edgesOf({ style, valueStart, valueEnd }: ScalarEvent, { text, end }: Cursor): readonly [number, number] {
  switch (valueStart < 0 ? 'none' : style) {
    // Nothing stands behind the colon or the dash.
    case 'none': {
      const behind = end + (/^\s*[:-]/.exec(text.slice(end))?.[0].length ?? 0);
      return [behind, behind];
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

/** The core schema of YAML 1.2: everything else, dates among it, is text. */
function resolve(source: string): YamlScalar['value'] {
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
  return { kind: 'list', items, span: close(event, cursor) };
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
  return { kind: 'map', pairs, span: close(event, cursor) };
}

/** A collection in brackets ends behind them, one of lines with the last thing in it. */
function close({ type, start, style }: SequenceEvent | MappingEvent, cursor: Cursor): Span {
  cursor.at += 1;
  const bracket = type === EVENT_ID.SEQUENCE ? ']' : '}';
  if (style === COLLECTION_STYLE.FLOW) cursor.end = cursor.text.indexOf(bracket, cursor.end) + 1;
  return cursor.place(start, cursor.end);
}
