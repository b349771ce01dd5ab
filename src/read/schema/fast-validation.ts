import { isCalendarDate } from '../../campaign/dates.js';
import type { Schema } from '../../model/schema.js';

type Check = (value: unknown) => boolean;

/**
 * Whether a value fits a schema, answered without compiling the schema first. False also where a keyword is not known
 * here: what is not certain is for the full validator to say.
 */
export function passesFast(value: unknown, schema: Schema): boolean {
  try {
    return checkOf(schema)(value);
  } catch (error) {
    if (error instanceof UnknownKeyword) return false;
    throw error;
  }
}

class UnknownKeyword extends Error {}

const made = new WeakMap<Schema, Check>();

function checkOf(schema: Schema): Check {
  const check = made.get(schema) ?? makeCheck(schema);
  made.set(schema, check);
  return check;
}

function makeCheck(schema: Schema): Check {
  const checks = Object.entries(schema).flatMap(([keyword, operand]): readonly Check[] => {
    if (ANNOTATIONS.has(keyword)) return [];
    const make = Object.hasOwn(KEYWORDS, keyword) ? KEYWORDS[keyword] : undefined;
    return [make ? make(operand, schema) : refuse];
  });
  return (value) => checks.every((check) => check(value));
}

/** An exception, since under `not` the answer no would count as yes. */
const refuse: Check = () => {
  throw new UnknownKeyword();
};

/** This project's own keywords: they tell people and programs something about a value and ask nothing of its shape. */
export const OWN_KEYWORDS = ['set', 'keyedBy', 'refersTo', 'synonyms', 'measure'];

const ANNOTATIONS: ReadonlySet<string> = new Set([
  'title',
  'description',
  'examples',
  'default',
  'then',
  ...OWN_KEYWORDS,
]);

const KEYWORDS: Readonly<Record<string, (operand: unknown, schema: Schema) => Check>> = {
  type: (name) => (typeof name === 'string' && Object.hasOwn(TYPES, name) ? (TYPES[name] ?? refuse) : refuse),
  enum: (members) => (value) => Array.isArray(members) && members.includes(value),
  format: (name) => (name === 'date' ? ofText(isCalendarDate) : refuse),
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
