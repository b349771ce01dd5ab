import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Schema } from '../../src/model/schema.js';
import { passesFast } from '../../src/read/schema/fast-validation.js';
import { loadSchema } from '../../src/read/schema/load-schema.js';
import { validate, validateFully } from '../../src/read/schema/validate.js';

let schemas: readonly (readonly [string, Schema])[] = [];

beforeAll(async () => {
  const paths = (await readdir('templates', { recursive: true })).filter((path) => path.endsWith('.yaml'));
  const files = new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join('templates', path), 'utf8')] as const)),
  );
  schemas = paths.filter((path) => !path.endsWith('common.yaml')).map((path) => [path, loadSchema(path, files)]);
});

/** A value that fits the schema most of the time. */
function valueFor(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(valueFor), odd);
  if (schema.enum) return fc.oneof({ weight: 30, arbitrary: fc.constantFrom(...schema.enum) }, odd);
  const properties = Object.entries(schema.properties ?? {});
  switch (schema.type) {
    case 'object':
      return fc.oneof(
        {
          weight: 30,
          arbitrary: fc.record(Object.fromEntries(properties.map(([key, property]) => [key, valueFor(property)])), {
            requiredKeys: (schema.required ?? []).filter((key) => schema.properties?.[key] && key.length % 5 !== 0),
          }),
        },
        odd,
      );
    case 'array':
      return fc.oneof(
        { weight: 20, arbitrary: fc.array(valueFor(schema.items ?? {}), { minLength: 1, maxLength: 2 }) },
        odd,
      );
    case 'integer':
    case 'number':
      return fc.oneof({ weight: 20, arbitrary: fc.integer({ min: 1, max: 40 }) }, odd);
    case 'boolean':
      return fc.boolean();
    default:
      return fc.oneof(
        { weight: 20, arbitrary: fc.constantFrom('2026-03-09', '张三', 'A1', '云活办〔2026〕7号', 'plan', '000012') },
        odd,
      );
  }
}

const odd = fc.constantFrom<unknown>(null, '', [], {}, -1, 0.5, '2026-02-30', '字'.repeat(200), true, [1], { 甲: 1 });

describe('the two validators', () => {
  it('agree on every shipped schema, but for what the quick one leaves open', () => {
    for (const [path, schema] of schemas) {
      fc.assert(
        fc.property(valueFor(schema), (value) => {
          expect(passesFast(value, schema), `${path} ${JSON.stringify(value)}`).toBe(
            validateFully(value, schema).length === 0,
          );
        }),
        { numRuns: 150 },
      );
    }
  });

  it('leave a keyword that the quick one does not know to the other', () => {
    const schema: Schema = { type: 'array', uniqueItems: true };
    expect(passesFast([1, 2], schema)).toBe(false);
    expect(passesFast([1], { not: schema })).toBe(false);
    expect(validate([1, 2], schema)).toEqual([]);
    expect(validate([1, 1], schema)).toHaveLength(1);
  });
});
