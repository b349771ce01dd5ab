import Handlebars from 'handlebars';
import { HOLE, escapeMarkdown } from '../../markdown/escape.js';
import { isList } from '../../model/data.js';
import type { Value } from '../../model/data.js';
import type { Checked } from '../../model/diagnostic.js';
import type { Source } from '../../model/source.js';
import { TemplateError, templateDiagnostic } from './template-error.js';
import type { Location } from './template-error.js';

/** Markdown that a helper made on purpose, as opposed to a value that must print as typed. */
export class Markup {
  readonly markdown: string;
  constructor(markdown: string) {
    this.markdown = markdown;
  }
}

/** A helper: pure but for what its `run` collects. Arguments are values of the data or results of other helpers. */
export type Helper<Run> = (run: Run, args: readonly Value[], hash: Readonly<Record<string, Value>>) => Value | Markup;

/** What is printed behind a value, given what stood around it; nothing in a document that will be written. */
export type TagValue<Run> = (run: Run, value: Value, context: unknown) => string;

/** What the texts of a template are: Markdown to be parsed, or a plain line such as a title. */
export type RenderTarget = 'markdown' | 'plain';

export type Render<Run> = (
  source: Source,
  start: number,
  data: object,
  run: Run,
  target: RenderTarget,
) => Checked<string>;

/**
 * An isolated Handlebars with exactly these helpers. `strict` has one hole, arguments of helpers; here every name that
 * does not exist is an error, wherever it stands, and every printed value is escaped for its target.
 */
export function createRender<Run>(
  helpers: Readonly<Record<string, Helper<Run>>>,
  partials: ReadonlyMap<string, Source>,
  mark: TagValue<Run> = () => '',
): Render<Run> {
  const handlebars = Handlebars.create();
  for (const name of Object.keys(handlebars.helpers)) handlebars.unregisterHelper(name);
  for (const [name, helper] of Object.entries(helpers)) handlebars.registerHelper(name, adapt(helper));
  handlebars.registerHelper('print', printWith(mark));
  registerBlocks(handlebars);
  for (const [name, { text }] of partials)
    handlebars.registerPartial(name, compile(handlebars, parseTemplate(handlebars, text)));
  const compiled = new Map<string, HandlebarsTemplateDelegate>();
  return (source, start, data, run, target) => {
    try {
      const text = source.text.slice(start);
      const key = `${source.path}\n${text}`;
      const template = compiled.get(key) ?? compile(handlebars, parseTemplate(handlebars, text));
      compiled.set(key, template);
      return { value: template(data, { data: { run, target } }), diagnostics: [] };
    } catch (error) {
      return { value: '', diagnostics: [templateDiagnostic(error, source, start)] };
    }
  };
}

function compile(handlebars: typeof Handlebars, program: hbs.AST.Program): HandlebarsTemplateDelegate {
  const knownHelpers = Object.fromEntries(Object.keys(handlebars.helpers).map((name) => [name, true]));
  return handlebars.compile(program, { noEscape: true, strict: false, knownHelpers, knownHelpersOnly: true });
}

/** Every `{{…}}` becomes `{{print (…)}}`, so that no value reaches the page unescaped. */
function parseTemplate(handlebars: typeof Handlebars, text: string): hbs.AST.Program {
  const program = handlebars.parse(text);
  wrapStatements(program);
  return program;
}

function wrapStatements(program: hbs.AST.Program | undefined): void {
  for (const statement of program?.body ?? []) {
    if (statement.type === 'BlockStatement' || statement.type === 'PartialBlockStatement') {
      wrapStatements((statement as hbs.AST.BlockStatement).program);
      wrapStatements((statement as hbs.AST.BlockStatement).inverse);
    } else if (statement.type === 'MustacheStatement') wrapPrint(statement as hbs.AST.MustacheStatement);
  }
}

function wrapPrint(statement: hbs.AST.MustacheStatement): void {
  const { path, params, hash, loc } = statement;
  // A bare name is always a value, even where a helper shares it: content may call a field `count` or `present`.
  const isCall = params.length > 0 || hasPairs(statement);
  const inner = isCall ? { type: 'SubExpression', path, params, hash, loc } : path;
  statement.params = [inner];
  statement.path = {
    type: 'PathExpression',
    data: false,
    depth: 0,
    parts: ['print'],
    original: 'print',
    loc,
  };
  statement.hash = { type: 'Hash', pairs: [], loc };
}

/** The parser leaves `hash` out where there is none, whatever its types say. */
function hasPairs({ hash }: { readonly hash?: hbs.AST.Hash }): boolean {
  return (hash?.pairs.length ?? 0) > 0;
}

interface Options extends Handlebars.HelperOptions {
  readonly loc?: string | Location;
  readonly data: { readonly run: unknown; readonly target: RenderTarget };
}

function locationOf(options: Options): Location | null {
  return typeof options.loc === 'string' ? (JSON.parse(options.loc) as Location) : (options.loc ?? null);
}

function requireKnown(values: readonly unknown[], options: Options): void {
  if (!values.includes(undefined)) return;
  throw new TemplateError('模板用了一个不存在的名称', locationOf(options));
}

function adapt<Run>(helper: Helper<Run>): Handlebars.HelperDelegate {
  return (...call: unknown[]): unknown => {
    const options = call.at(-1) as Options;
    const args = call.slice(0, -1);
    requireKnown([...args, ...Object.values(options.hash as Record<string, unknown>)], options);
    try {
      return helper(options.data.run as Run, args as readonly Value[], options.hash as Readonly<Record<string, Value>>);
    } catch (error) {
      if (error instanceof TemplateError && !error.location)
        throw new TemplateError(error.message, locationOf(options));
      throw error;
    }
  };
}

function printWith<Run>(mark: TagValue<Run>): Handlebars.HelperDelegate {
  return function print(this: unknown, value: Value | Markup | undefined, options: Options): string {
    requireKnown([value], options);
    if (value instanceof Markup) return value.markdown;
    const text = printed(value as Value, options);
    return options.data.target === 'markdown' ? text + mark(options.data.run as Run, value as Value, this) : text;
  };
}

function printed(value: Value, options: Options): string {
  const escape = options.data.target === 'markdown' ? escapeMarkdown : (text: string): string => text;
  if (value === null || value === '') return HOLE;
  if (isList(value)) return value.map((item) => printed(item, options)).join('、');
  if (typeof value === 'object') throw new TemplateError('模板要印的是一组内容，不是一个值', locationOf(options));
  if (typeof value === 'boolean') return value ? '是' : '否';
  return escape(String(value));
}

/** `if`, `unless`, `each` and `with` as in Handlebars, but a name that does not exist is an error here too. */
function registerBlocks(handlebars: typeof Handlebars): void {
  const standard = Handlebars.create().helpers;
  for (const name of ['if', 'unless', 'each', 'with']) {
    const block = standard[name];
    if (!block) continue;
    handlebars.registerHelper(name, function guarded(this: unknown, ...call: unknown[]): unknown {
      requireKnown(call.slice(0, -1), call.at(-1) as Options);
      return block.apply(this, call as Parameters<Handlebars.HelperDelegate>) as unknown;
    });
  }
}
