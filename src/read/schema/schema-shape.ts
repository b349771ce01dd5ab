import { ROLES } from '../../model/roles.js';

type Shape = readonly [is: (operand: unknown) => boolean, name: string];

const TYPE_NAMES: readonly unknown[] = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'];

const text: Shape = [(operand) => typeof operand === 'string', '文字'];
const texts: Shape = [(operand) => isListOf(operand, text[0]), '一组文字'];
const count: Shape = [(operand) => typeof operand === 'number', '数字'];
const list: Shape = [Array.isArray, '一组内容'];
const record: Shape = [isRecord, '若干“名称: 内容”'];
const schemas: Shape = [(operand) => isListOf(operand, isRecord), '一组字段说明'];
const branch: Shape = [(operand) => isRecord(operand) || typeof operand === 'boolean', '字段说明'];
const pattern: Shape = [isPattern, '正则表达式'];
const type: Shape = [
  (operand) => [operand].flat().every((name) => TYPE_NAMES.includes(name)),
  `${TYPE_NAMES.join('、')} 之一`,
];

const role: Shape = [(operand) => ROLES.some((name) => name === operand), 'docs/templates.md 列出的一种角色'];

/** Operand types of the keywords that this program evaluates. The full validator checks all other keywords. */
const SHAPES: ReadonlyMap<string, Shape> = new Map([
  ...['$ref', 'title', 'description', 'format', 'set', 'keyedBy', 'refersTo', 'measure'].map(
    (key) => [key, text] as const,
  ),
  ...['required', 'synonyms'].map((key) => [key, texts] as const),
  ...['minLength', 'maxLength', 'minimum', 'maximum', 'multipleOf', 'minItems'].map((key) => [key, count] as const),
  ...['enum', 'examples'].map((key) => [key, list] as const),
  ...['properties', 'items', '$defs'].map((key) => [key, record] as const),
  ...['allOf', 'anyOf'].map((key) => [key, schemas] as const),
  ...['not', 'if', 'then', 'additionalProperties'].map((key) => [key, branch] as const),
  ['pattern', pattern],
  ['type', type],
  ['role', role],
]);

/** The first keyword of a schema whose operand has the wrong type, and the name of the right type; null if none. */
export function findInvalidKeyword(
  schema: Readonly<Record<string, unknown>>,
): { readonly key: string; readonly name: string } | null {
  for (const [key, operand] of Object.entries(schema)) {
    const [is, name] = SHAPES.get(key) ?? [];
    if (is && name !== undefined && !is(operand)) return { key, name };
  }
  return null;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf(value: unknown, is: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(is);
}

function isPattern(source: unknown): boolean {
  if (typeof source !== 'string') return false;
  try {
    RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}
