/** One operator of a content stream with its operands, as they are written. */
export interface Operator {
  readonly kind: 'operator';
  readonly name: string;
  readonly text: string;
}
/** A marked-content sequence (ISO 32000-1, 14.6): what stands between BDC or BMC and its EMC. */
export interface Sequence {
  readonly kind: 'sequence';
  readonly open: Operator;
  readonly parts: readonly Part[];
}
export type Part = Operator | Sequence;

const TOKEN = /\((?:\\[^]|[^\\()])*\)|<<|>>|<[^<>]*>|\/[^\s()<>[\]{}/%]*|[[\]]|[^\s()<>[\]{}/%]+/g;
const OPERATOR = /^[A-Za-z'"][\w'"*]*$/;
const OPERAND_WORDS = new Set(['true', 'false', 'null']);

/** Reads a content stream into operators, nested where content is marked. */
export function readOperators(stream: string): readonly Part[] {
  const top: Part[] = [];
  const open: { readonly operator: Operator; readonly parts: Part[] }[] = [];
  for (const operator of operatorsOf(stream)) {
    const parts = open.at(-1)?.parts ?? top;
    if (operator.name === 'BDC' || operator.name === 'BMC') {
      open.push({ operator, parts: [] });
    } else if (operator.name === 'EMC') {
      const closed = open.pop();
      if (closed) (open.at(-1)?.parts ?? top).push({ kind: 'sequence', open: closed.operator, parts: closed.parts });
    } else {
      parts.push(operator);
    }
  }
  return top;
}

function* operatorsOf(stream: string): Generator<Operator> {
  let start = -1;
  for (const match of stream.matchAll(TOKEN)) {
    const [token] = match;
    if (start < 0) start = match.index;
    if (!OPERATOR.test(token) || OPERAND_WORDS.has(token)) continue;
    yield { kind: 'operator', name: token, text: stream.slice(start, match.index + token.length) };
    start = -1;
  }
}

/** Writes operators as they were read. */
export function writeOperators(parts: readonly Part[]): string {
  return parts.map(writePart).join('');
}

function writePart(part: Part): string {
  return part.kind === 'operator' ? `${part.text}\n` : `${part.open.text}\n${writeOperators(part.parts)}EMC\n`;
}

/** The name of the first operand that is a name, such as the XObject of a `Do`. */
export function nameOperand(operator: Operator): string {
  return /\/([^\s()<>[\]{}/%]*)/.exec(operator.text)?.[1] ?? '';
}
