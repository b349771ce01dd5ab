import { checked } from '../model/diagnostic.js';
import type { Checked, Diagnostic } from '../model/diagnostic.js';
import type { Kind, SectionRule } from '../model/kind.js';
import type { Source } from '../model/source.js';
import type { Schema } from '../model/schema.js';
import type { Span } from '../model/span.js';
import { isData } from '../model/data.js';
import type { Data } from '../model/data.js';
import { splitFrontMatter } from './front-matter.js';
import { readRecord } from './record.js';
import { SchemaError, loadSchema } from './schema/load-schema.js';
import type { SchemaFiles } from './schema/load-schema.js';
import type { Sources } from './sources.js';
import { validate } from './schema/validate.js';
import { parseYaml } from './yaml/parse.js';

/** The parsed templates folder: the kinds, the partials, and the schemas that belong to no kind. */
export interface Templates {
  readonly kinds: readonly Kind[];
  readonly partials: ReadonlyMap<string, Source>;
  readonly campaignSchema: Schema;
  readonly unitSchema: Schema;
  readonly volumeSchema: Schema;
}

const DOCUMENT = /^(?:.*\/)?([^/]+)\/document\.hbs$/;
const PARTIAL = /^(?:.*\/)?partials\/([^/]+)\.hbs$/;

/**
 * Reads templates whose paths begin with `root`. A kind that cannot be read is reported and left out. The value is null
 * if a shared schema is missing or invalid.
 */
export function readTemplates(sources: Sources, root: string): Checked<Templates | null> {
  const files = schemaFiles(sources, root);
  try {
    return readAll(sources, files, root);
  } catch (error) {
    return checked(null, [schemaFault(error, root)]);
  }
}

function readAll(sources: Sources, files: SchemaFiles, root: string): Checked<Templates> {
  const kindSchema = loadSchema('schemas/kind.yaml', files);
  const shared = {
    campaignSchema: loadSchema('schemas/campaign.yaml', files),
    unitSchema: loadSchema('schemas/unit.yaml', files),
    volumeSchema: loadSchema('schemas/volume.yaml', files),
  };
  const results = [...sources.values()].flatMap((source) => {
    const id = DOCUMENT.exec(source.path)?.[1];
    return id === undefined ? [] : [readKind(id, source, files, kindSchema, root)];
  });
  const kinds = results
    .flatMap(({ value }) => (value ? [value] : []))
    .sort((a, b) => a.order - b.order || compare(a.id, b.id));
  const partials = [...sources.values()].flatMap((source): readonly [string, Source][] => {
    const name = PARTIAL.exec(source.path)?.[1];
    return name === undefined ? [] : [[name, source]];
  });
  const value = { kinds, partials: new Map(partials), ...shared };
  return { value, diagnostics: results.flatMap(({ diagnostics }) => diagnostics) };
}

function schemaFault(error: unknown, root: string): Diagnostic {
  if (!(error instanceof SchemaError)) throw error;
  const span = { ...error.span, path: `${root}${error.span.path}` };
  return { code: 'TEMPLATE-SCHEMA', severity: 'error', message: error.message, span };
}

function schemaFiles(sources: Sources, root: string): SchemaFiles {
  const yaml = [...sources.values()].filter(({ path }) => path.endsWith('.yaml'));
  return new Map(yaml.map(({ path, text }) => [path.slice(root.length), text]));
}

function readKind(
  id: string,
  template: Source,
  files: SchemaFiles,
  kindSchema: Schema,
  root: string,
): Checked<Kind | null> {
  const front = splitFrontMatter(template);
  const tree = parseYaml(front.value.yaml, template.path, front.value.yamlStart);
  const diagnostics: Diagnostic[] = [...front.diagnostics, ...tree.diagnostics];
  const places = new Map<string, Span>();
  const record = readRecord(tree.value, kindSchema, '', { places, diagnostics, findCsv: () => null });
  const violations = validate(record, kindSchema).map(({ pointer, code, message }): Diagnostic => {
    return { code, severity: 'error', message, span: places.get(pointer) ?? { path: template.path, start: 0, end: 3 } };
  });
  diagnostics.push(...violations);
  if (diagnostics.length > 0 || !isData(record)) return { value: null, diagnostics };
  try {
    const schema = withRequired(loadSchema(schemaPath(id, record), files), record['required']);
    const value = {
      ...DEFAULTS,
      ...record,
      sections: sectionRules(record['sections']),
      id,
      template,
      templateStart: front.value.bodyStart,
      schema,
    };
    return { value: value as unknown as Kind, diagnostics };
  } catch (error) {
    return checked(null, [schemaFault(error, root)]);
  }
}

const DEFAULTS = {
  scope: 'content',
  needs: [],
  file: '',
  order: 0,
  head: 'plain',
  mark: '',
  suffix: '',
  number: '',
  series: '',
  signOff: 'none',
  foot: 'none',
  organs: [],
  printer: '',
  recipients: [],
  tableSize: null,
} as const;

/** All roll-ups share one schema, since their data is computed. */
function schemaPath(id: string, record: Data): string {
  return record['scope'] === 'project' ? 'schemas/rollup.yaml' : `${id}/schema.yaml`;
}

/** Adds the fields that a kind's layout requires, such as a document number, to those that its schema requires. */
function withRequired(schema: Schema, additional: unknown): Schema {
  const all = [...(schema.required ?? []), ...((additional as readonly string[] | undefined) ?? [])];
  return { ...schema, required: [...new Set(all)] };
}

function sectionRules(value: unknown): readonly SectionRule[] {
  const rules = (value ?? []) as readonly (string | Partial<SectionRule>)[];
  return rules.map((rule) => ({
    each: '',
    parts: '',
    optional: false,
    title: '',
    ...(typeof rule === 'string' ? { title: rule } : rule),
  }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
