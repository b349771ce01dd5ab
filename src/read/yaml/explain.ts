import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Node, YAMLError } from 'yaml';
import type { Checked, Diagnostic } from '../../model/diagnostic.js';
import type { Span } from '../../model/span.js';
import type { YamlScalar, Pair, YamlNode } from './node.js';

/** User messages by the parser's error code. */
const YAML_ERRORS: Readonly<Record<string, string>> = {
  BAD_INDENT: '缩进没有对齐',
  BLOCK_AS_IMPLICIT_KEY: '冒号后面的内容没有写对，可能是缩进不齐，或者一行里有两个冒号',
  DUPLICATE_KEY: '同一个名称写了两次',
  MISSING_CHAR: '少了一个标点，可能是引号、方括号或花括号没有成对',
  MULTILINE_IMPLICIT_KEY: '名称后面少了冒号“: ”',
  TAB_AS_INDENT: '缩进用了制表符，请改成空格',
  UNEXPECTED_TOKEN: '这里多出了不认识的内容，引号、括号可能没有成对',
  BAD_ALIAS: '“*”开头的内容会被当作引用，请加上引号',
  BAD_SCALAR_START: '这个符号不能放在内容开头，请给内容加上引号',
};

/** Parses YAML that begins at `offset` of the file and reports all its errors. The tree is partial if there are any. */
export function explainYaml(text: string, path: string, offset: number): Checked<YamlNode> {
  const document = parseDocument(text, { version: '1.2', prettyErrors: false, logLevel: 'silent', merge: false });
  const toSpan = (range: readonly number[] | null | undefined): Span => ({
    path,
    start: offset + (range?.[0] ?? 0),
    end: offset + Math.max(range?.[1] ?? 0, range?.[0] ?? 0),
  });
  const diagnostics = document.errors.map((error) => yamlError(error, toSpan(error.pos)));
  const value = readNode(document.contents, toSpan, diagnostics);
  return { value, diagnostics };
}

function yamlError(error: YAMLError, span: Span): Diagnostic {
  const message = YAML_ERRORS[error.code] ?? '这一行的写法读不懂';
  const hint = '每行写“名称: 内容”，冒号用半角、后面空一格；内容里有半角冒号、井号或以引号开头时，整段加上单引号。';
  return { code: 'YAML-SYNTAX', severity: 'error', message: `信息栏写法有误：${message}`, span, hint };
}

type ToSpan = (range: readonly number[] | null | undefined) => Span;

function readNode(node: Node | null, toSpan: ToSpan, sink: Diagnostic[]): YamlNode {
  const span = toSpan(node?.range);
  if (isMap(node)) {
    const pairs = node.items.map((pair) => readPair(pair.key as Node, pair.value as Node | null, toSpan, sink));
    return { kind: 'map', pairs, span };
  }
  if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => readNode(item as Node, toSpan, sink)), span };
  if (isAlias(node)) {
    const message = '信息栏里不能用“*”引用别处的内容';
    sink.push({
      code: 'YAML-ALIAS',
      severity: 'error',
      message,
      span,
      hint: '把内容直接写出来；以星号开头的文字请加引号。',
    });
  }
  return { kind: 'leaf', value: isScalar(node) ? scalarOf(node.value) : null, span };
}

function readPair(key: Node, value: Node | null, toSpan: ToSpan, sink: Diagnostic[]): Pair {
  const keySpan = toSpan(key.range);
  const node = readNode(value, toSpan, sink);
  const name = isScalar(key) ? String(key.value) : '';
  return { key: name, keySpan, value: value === null ? { ...node, span: keySpan } : node };
}

function scalarOf(value: unknown): YamlScalar['value'] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'bigint' ? String(value) : null;
}
