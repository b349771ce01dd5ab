/** A text is not acceptable XML. The message is the reason and the position, in Chinese. */
export class XmlError extends Error {}

export type XmlAttributes = Readonly<Record<string, string>>;

/** Receives the markup of a document in order. Text may come in several pieces. */
export interface XmlHandler {
  readonly open: (name: string, attributes: XmlAttributes) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

const MAX_DEPTH = 256;
const MAX_TOKENS = 2_000_000;
const NAME = /[^\s<>/=&'"?!]+/y;
const TOKEN = /<(\?|!--|!\[CDATA\[|!|\/)?/g;

/** Position in the structure of the document. */
interface State {
  readonly handler: XmlHandler;
  /** The names of the elements that have not ended. */
  readonly names: string[];
  roots: number;
}

/**
 * Scans well-formed XML without building a tree. A document type is rejected, so no entities can be declared or expanded.
 * Comments and processing instructions are dropped. `maxTokens` limits the number of tags and texts. Throws `XmlError`.
 */
export function scanXml(text: string, handler: XmlHandler, maxTokens = MAX_TOKENS): void {
  const state: State = { handler, names: [], roots: 0 };
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  for (let count = 0; at < text.length; count += 1) {
    if (count > maxTokens || state.names.length > MAX_DEPTH) throw new XmlError('元素太多或套得太深');
    at = readNext(text, at, state);
  }
  if (state.names.length > 0) throw new XmlError(`元素“${state.names.at(-1) ?? ''}”没有结束，文件不完整`);
  if (state.roots !== 1) throw new XmlError('应有且只有一个根元素');
}

/** Reads the text up to the next markup, and that markup; returns the end offset. */
function readNext(text: string, at: number, state: State): number {
  TOKEN.lastIndex = at;
  const token = TOKEN.exec(text);
  const end = token?.index ?? text.length;
  if (end > at) addText(unescapeText(text.slice(at, end), at), state);
  return token ? readToken(text, token, state) : text.length;
}

function addText(text: string, { handler, names }: State): void {
  if (names.length > 0) handler.text(text);
  else if (text.trim() !== '') throw new XmlError('应有且只有一个根元素');
}

/** Reads one piece of markup and returns its end offset. */
function readToken(text: string, token: RegExpExecArray, state: State): number {
  const start = token.index;
  switch (token[1]) {
    case '?':
      return endOf(text, '?>', start);
    case '!--':
      return endOf(text, '-->', start);
    case '![CDATA[': {
      const end = endOf(text, ']]>', start);
      addText(text.slice(start + 9, end - 3), state);
      return end;
    }
    case '!':
      throw new XmlError(`第 ${start} 个字符处有文档类型声明，不收`);
    case '/':
      return closeElement(text, start, state);
    default:
      return openElement(text, start, state);
  }
}

function endOf(text: string, delimiter: string, from: number): number {
  const at = text.indexOf(delimiter, from);
  if (at < 0) throw new XmlError(`第 ${from} 个字符处的标记没有结束`);
  return at + delimiter.length;
}

function closeElement(text: string, start: number, { handler, names }: State): number {
  const end = endOf(text, '>', start);
  const name = text.slice(start + 2, end - 1).trim();
  if (names.pop() !== name) throw new XmlError(`第 ${start} 个字符处的“${name}”没有对应的开头`);
  handler.close(name);
  return end;
}

function openElement(text: string, start: number, state: State): number {
  const name = nameAt(text, start + 1);
  const attributes: Record<string, string> = {};
  let at = start + 1 + name.length;
  for (;;) {
    at = skipSpace(text, at);
    if (text.startsWith('/>', at) || text[at] === '>') break;
    at = readAttribute(text, at, attributes);
  }
  if (state.names.length === 0) state.roots += 1;
  state.handler.open(name, attributes);
  if (text[at] === '>') {
    state.names.push(name);
    return at + 1;
  }
  state.handler.close(name);
  return at + 2;
}

function readAttribute(text: string, start: number, into: Record<string, string>): number {
  const name = nameAt(text, start);
  const equals = skipSpace(text, start + name.length);
  const quoteAt = skipSpace(text, equals + 1);
  const quote = text[quoteAt] ?? '';
  const end = text.indexOf(quote, quoteAt + 1);
  if (text[equals] !== '=' || !/^["']$/.test(quote) || end < 0)
    throw new XmlError(`第 ${start} 个字符处的属性写得不对`);
  const value = text.slice(quoteAt + 1, end);
  if (value.includes('<') || Object.hasOwn(into, name)) throw new XmlError(`第 ${start} 个字符处的属性写得不对`);
  into[name] = unescapeText(value, start);
  return end + 1;
}

function nameAt(text: string, start: number): string {
  NAME.lastIndex = start;
  const name = NAME.exec(text)?.[0];
  if (name === undefined) throw new XmlError(`第 ${start} 个字符处应有名字`);
  return name;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (/\s/.test(text[at] ?? '')) at += 1;
  return at;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeText(text: string, at: number): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|\w+)?(;?)/g, (whole, name: string | undefined, end: string) => {
    const value = name === undefined || end === '' ? undefined : entity(name);
    if (value === undefined) throw new XmlError(`第 ${at} 个字符之后的“${whole}”不是合法的写法`);
    return value;
  });
}

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name];
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
