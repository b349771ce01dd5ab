import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { isCalendarDate } from '../../campaign/dates.js';
import { labelOf } from '../../model/schema.js';
import type { Schema } from '../../model/schema.js';
import { CUSTOM_KEYWORDS, passesFast } from './fast-validation.js';

const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
  verbose: true,
  // Optimising the generated code costs more than it saves in a process that ends in seconds.
  code: { optimize: false },
});
ajv.addVocabulary(CUSTOM_KEYWORDS);
ajv.addFormat('date', isCalendarDate);

const validatorCache = new WeakMap<Schema, ValidateFunction>();

/** A violation of a schema, with a user message. */
export interface Violation {
  /** JSON pointer of the invalid value, or of the object that lacks a required one. */
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  /** True if a required value is missing, which is only a warning in a draft. */
  readonly missing: boolean;
}

/** Validates a value. The full validator is compiled only if the fast check fails, which is rare. */
export function validate(value: unknown, schema: Schema): readonly Violation[] {
  return passesFast(value, schema) ? [] : validateFully(value, schema);
}

/** Like `validate`, but always with the full validator. */
export function validateFully(value: unknown, schema: Schema): readonly Violation[] {
  const check = compile(schema);
  if (typeof check === 'string') return [{ pointer: '', ...invalidSchema(check), missing: false }];
  if (check(value)) return [];
  return (check.errors ?? []).filter((error) => !inAlternative(error)).map(toViolation);
}

/** The compiled validator for a schema, or the reason why the schema is invalid. */
function compile(schema: Schema): ValidateFunction | string {
  try {
    const check = validatorCache.get(schema) ?? ajv.compile(schema);
    validatorCache.set(schema, check);
    return check;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return reason.replace(/^strict mode: unknown keyword: "(.*)"$/, '不认识“$1”');
  }
}

function invalidSchema(reason: string): Pick<Violation, 'code' | 'message' | 'hint'> {
  const hint = '检查 templates 里这个文种的 schema.yaml。';
  return { code: 'TEMPLATE-SCHEMA', message: `模板的字段说明有误，这份文件没法核对（${reason}）`, hint };
}

/** Errors within `anyOf`, one for each alternative, repeat the error of `anyOf` itself. */
function inAlternative(error: ErrorObject): boolean {
  return error.schemaPath.includes('/anyOf/');
}

function toViolation(error: ErrorObject): Violation {
  const schema = error.parentSchema as Schema;
  const hint = schema.description ?? '';
  const violation = (code: string, message: string, missing = false): Violation => ({
    pointer: error.instancePath,
    code,
    message,
    hint,
    missing,
  });
  const found = JSON.stringify(error.data);
  switch (error.keyword) {
    case 'required': {
      const key = String(error.params['missingProperty']);
      const label = labelOf(schema, key);
      const missing = violation('SCHEMA-MISSING', `缺少“${label}”`, true);
      return { ...missing, hint: `加一行“${label}: …”。${schema.properties?.[key]?.description ?? ''}` };
    }
    case 'type':
      return violation('SCHEMA-TYPE', `这里应是${typeName(String(error.params['type']))}，写的是 ${found}`);
    case 'enum':
      return violation('SCHEMA-ENUM', `${found} 不在可选范围内，应是：${(schema.enum ?? []).join('、')}`);
    case 'format':
      return violation('SCHEMA-DATE', `${found} 不是日历上有的日期`);
    case 'pattern':
      return violation('SCHEMA-PATTERN', `${found} 的写法不对${exampleOf(schema)}`);
    case 'minimum':
      return violation('SCHEMA-RANGE', `${found} 太小，不应小于 ${String(error.params['limit'])}`);
    case 'maximum':
      return violation('SCHEMA-RANGE', `${found} 太大，不应大于 ${String(error.params['limit'])}`);
    case 'minLength':
    case 'minItems':
      return violation(
        'SCHEMA-EMPTY',
        `这里至少要有 ${String(error.params['limit'])} ${error.keyword === 'minItems' ? '项' : '个字'}`,
      );
    case 'maxLength':
      return violation('SCHEMA-LENGTH', `这里写得太长，不应超过 ${String(error.params['limit'])} 个字`);
    default:
      return violation('SCHEMA-VALUE', `${found} 不是这里要的内容`);
  }
}

function exampleOf(schema: Schema): string {
  const example = schema.examples?.[0];
  return typeof example === 'string' ? `，应像 ${example}` : '';
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: '文字（数字或日期之外的内容；编号一类请加引号）',
  integer: '整数',
  number: '数字',
  boolean: '“true”或“false”',
  array: '一组内容（每项前加“- ”）',
  object: '若干“名称: 内容”',
};

function typeName(type: string): string {
  return TYPE_NAMES[type] ?? type;
}
