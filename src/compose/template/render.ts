import Handlebars from 'handlebars';
import { MISSING_VALUE, escapeMarkdown } from '../../markdown/escape.js';
import { isList } from '../../model/data.js';
import type { Value } from '../../model/data.js';
import type { Checked } from '../../model/diagnostic.js';
import type { Source } from '../../model/source.js';
import { TemplateError, templateDiagnostic } from './template-error.js';
import type { Location } from './template-error.js';

/** Markdown returned by a helper, which is not escaped, unlike a value. */
export class Markup {
  readonly markdown: string;
  constructor(markdown: string) {
    this.markdown = markdown;
  }
}

/** A helper; its only side effects are on its context. Arguments are data values or results of other helpers. */
export type Helper<Context> = (
  context: Context,
  args: readonly Value[],
  hash: Readonly<Record<string, Value>>,
) => Value | Markup;

/** The trace tag printed after a value, given the template scope; empty if figures are not traced. */
export type TagValue<Context> = (context: Context, value: Value, scope: unknown) => string;

/** The output of a template: Markdown to be parsed, or plain text such as a title. */
export type RenderTarget = 'markdown' | 'plain';

export type Render<Context> = (
  source: Source,
  start: number,
  data: object,
  context: Context,
  target: RenderTarget,
) => Checked<string>;

/**
 * An isolated Handlebars environment with exactly these helpers. Every unknown name is an error, also in arguments of
 * helpers, which the `strict` option of Handlebars does not check. Every printed value is escaped for its target.
 */
export function createRender<Context>(
  helpers: Readonly<Record<string, Helper<Context>>>,
  partials: ReadonlyMap<string, Source>,
  tagValue: TagValue<Context> = () => '',
): Render<Context> {
  const handlebars = Handlebars.create();
  for (const name of Object.keys(handlebars.helpers)) handlebars.unregisterHelper(name);
  for (const [name, helper] of Object.entries(helpers)) handlebars.registerHelper(name, adapt(helper));
  handlebars.registerHelper('print', printHelper(tagValue));
  registerBlockHelpers(handlebars);
  for (const [name, { text }] of partials)
    handlebars.registerPartial(name, compile(handlebars, parseTemplate(handlebars, text)));
  const compiled = new Map<string, HandlebarsTemplateDelegate>();
  return (source, start, data, context, target) => {
    try {
      const text = source.text.slice(start);
      const key = `${source.path}\n${text}`;
      const template = compiled.get(key) ?? compile(handlebars, parseTemplate(handlebars, text));
      compiled.set(key, template);
      return { value: template(data, { data: { context, target } }), diagnostics: [] };
    } catch (error) {
      return { value: '', diagnostics: [templateDiagnostic(error, source, start)] };
    }
  };
}

function compile(handlebars: typeof Handlebars, program: hbs.AST.Program): HandlebarsTemplateDelegate {
  const knownHelpers = Object.fromEntries(Object.keys(handlebars.helpers).map((name) => [name, true]));
  return handlebars.compile(program, { noEscape: true, strict: false, knownHelpers, knownHelpersOnly: true });
}

/** Rewrites every `{{…}}` to `{{print (…)}}`, so that every value is escaped. */
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

/** The parser omits an empty `hash`, contrary to its types. */
function hasPairs({ hash }: { readonly hash?: hbs.AST.Hash }): boolean {
  return (hash?.pairs.length ?? 0) > 0;
}

interface Options extends Handlebars.HelperOptions {
  readonly loc?: string | Location;
  readonly data: { readonly context: unknown; readonly target: RenderTarget };
}

function locationOf(options: Options): Location | null {
  return typeof options.loc === 'string' ? (JSON.parse(options.loc) as Location) : (options.loc ?? null);
}

function assertDefined(values: readonly unknown[], options: Options): void {
  if (!values.includes(undefined)) return;
  throw new TemplateError('模板用了一个不存在的名称', locationOf(options));
}

function adapt<Context>(helper: Helper<Context>): Handlebars.HelperDelegate {
  return (...parameters: unknown[]): unknown => {
    const options = parameters.at(-1) as Options;
    const args = parameters.slice(0, -1);
    assertDefined([...args, ...Object.values(options.hash as Record<string, unknown>)], options);
    try {
      return helper(
        options.data.context as Context,
        args as readonly Value[],
        options.hash as Readonly<Record<string, Value>>,
      );
    } catch (error) {
      if (error instanceof TemplateError && !error.location)
        throw new TemplateError(error.message, locationOf(options));
      throw error;
    }
  };
}

function printHelper<Context>(tagValue: TagValue<Context>): Handlebars.HelperDelegate {
  return function print(this: unknown, value: Value | Markup | undefined, options: Options): string {
    assertDefined([value], options);
    if (value instanceof Markup) return value.markdown;
    const text = printValue(value as Value, options);
    return options.data.target === 'markdown'
      ? text + tagValue(options.data.context as Context, value as Value, this)
      : text;
  };
}

function printValue(value: Value, options: Options): string {
  const escape = options.data.target === 'markdown' ? escapeMarkdown : (text: string): string => text;
  if (value === null || value === '') return MISSING_VALUE;
  if (isList(value)) return value.map((item) => printValue(item, options)).join('、');
  if (typeof value === 'object') throw new TemplateError('模板要印的是一组内容，不是一个值', locationOf(options));
  if (typeof value === 'boolean') return value ? '是' : '否';
  return escape(String(value));
}

/** Registers `if`, `unless`, `each` and `with` of Handlebars, but with an error for unknown names. */
function registerBlockHelpers(handlebars: typeof Handlebars): void {
  const standard = Handlebars.create().helpers;
  for (const name of ['if', 'unless', 'each', 'with']) {
    const block = standard[name];
    if (!block) continue;
    handlebars.registerHelper(name, function guarded(this: unknown, ...parameters: unknown[]): unknown {
      assertDefined(parameters.slice(0, -1), parameters.at(-1) as Options);
      return block.apply(this, parameters as Parameters<Handlebars.HelperDelegate>) as unknown;
    });
  }
}
