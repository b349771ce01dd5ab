import { isCalendarDate } from '../../campaign/dates.js';
import type { Schema } from '../../model/schema.js';

type Check = (value: unknown) => boolean;

/**
 * Whether a value is valid against a schema, without compiling the schema first. Also false if the schema uses a
 * keyword that is not supported here; the full validator then decides.
 */
export function passesFast(value: unknown, schema: Schema): boolean {
  try {
    return checkOf(schema)(value);
  } catch (error) {
    if (error instanceof UnsupportedKeyword) return false;
    throw error;
  }
}

class UnsupportedKeyword extends Error {}

const checkCache = new WeakMap<Schema, Check>();

function checkOf(schema: Schema): Check {
  const check = checkCache.get(schema) ?? createCheck(schema);
  checkCache.set(schema, check);
  return check;
}

function createCheck(schema: Schema): Check {
  const checks = Object.entries(schema).flatMap(([keyword, operand]): readonly Check[] => {
    if (ANNOTATIONS.has(keyword)) return [];
    const create = Object.hasOwn(KEYWORDS, keyword) ? KEYWORDS[keyword] : undefined;
    return [create ? create(operand, schema) : unsupported];
  });
  return (value) => checks.every((check) => check(value));
}

/** Throws instead of returning false, which `not` would turn into true. */
const unsupported: Check = () => {
  throw new UnsupportedKeyword();
};

/** This project's schema keywords. They are annotations, which do not constrain values. */
export const CUSTOM_KEYWORDS = ['set', 'keyedBy', 'refersTo', 'synonyms', 'measure', 'role'];

const ANNOTATIONS: ReadonlySet<string> = new Set([
  'title',
  'description',
  'examples',
  'default',
  'then',
  ...CUSTOM_KEYWORDS,
]);

const KEYWORDS: Readonly<Record<string, (operand: unknown, schema: Schema) => Check>> = {
  type: (name) => (typeof name === 'string' && Object.hasOwn(TYPES, name) ? (TYPES[name] ?? unsupported) : unsupported),
  enum: (members) => (value) => Array.isArray(members) && members.includes(value),
  format: (name) => (name === 'date' ? ofText(isCalendarDate) : unsupported),
  pattern: (source) => {
    const pattern = new RegExp(String(source), 'u');
    return ofText((text) => pattern.test(text));
  },
  minLength: (limit) => ofText((text) => [...text].length >= Number(limit)),
  maxLength: (limit) => ofText((text) => [...text].length <= Number(limit)),
  minimum: (limit) => ofNumber((value) => value >= Number(limit)),
  maximum: (limit) => ofNumber((value) => value <= Number(limit)),
  multipleOf: (unit) => ofNumber((value) => Number.isInteger(value / Number(unit))),
  minItems: (limit) => ofList((items) => items.length >= Number(limit)),
  items: (item) => {
    const check = checkOf(item as Schema);
    return ofList((items) => items.every(check));
  },
  required: (keys) => ofRecord((record) => (keys as readonly string[]).every((key) => record[key] !== undefined)),
  properties: (properties) => {
    const checks = Object.entries(properties as Readonly<Record<string, Schema>>).map(
      ([key, property]) => [key, checkOf(property)] as const,
    );
    return ofRecord((record) => checks.every(([key, check]) => record[key] === undefined || check(record[key])));
  },
  additionalProperties: (rest, { properties = {} }) => {
    const check = typeof rest === 'object' ? checkOf(rest as Schema) : (): boolean => rest === true;
    return ofRecord((record) =>
      Object.keys(record).every((key) => Object.hasOwn(properties, key) || check(record[key])),
    );
  },
  not: (schema) => {
    const check = checkOf(schema as Schema);
    return (value) => !check(value);
  },
  if: (condition, { then = {} }) => {
    const [check, consequence] = [checkOf(condition as Schema), checkOf(then as Schema)];
    return (value) => !check(value) || consequence(value);
  },
  anyOf: (alternatives) => {
    const checks = (alternatives as readonly Schema[]).map(checkOf);
    return (value) => checks.some((check) => check(value));
  },
};

const TYPES: Readonly<Record<string, Check>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
  object: isRecord,
};

type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function ofText(check: (text: string) => boolean): Check {
  return (value) => typeof value !== 'string' || check(value);
}

function ofNumber(check: (value: number) => boolean): Check {
  return (value) => typeof value !== 'number' || check(value);
}

function ofList(check: (items: readonly unknown[]) => boolean): Check {
  return (value) => !Array.isArray(value) || check(value);
}

function ofRecord(check: (record: Fields) => boolean): Check {
  return (value) => !isRecord(value) || check(value);
}
