import Handlebars from 'handlebars';
import { LINE_BREAK, MISSING, valuePlaceholder } from '../../markdown/placeholders.js';
import type { PrintedValue } from '../../markdown/placeholders.js';
import { isData, isList } from '../../model/data.js';
import type { Value } from '../../model/data.js';
import type { Checked } from '../../model/diagnostic.js';
import type { Origin } from '../../model/origin.js';
import type { Source } from '../../model/source.js';
import { Tracked, computedFrom, itemOrigin, tracePath } from '../origins.js';
import { TemplateError, templateDiagnostic } from './template-error.js';
import type { PlacedContent } from '../origins.js';
import type { Location } from './template-error.js';
import { trackExpressions } from './track-expressions.js';

/** Markdown that a helper made on purpose, as opposed to a value that must print as typed. */
export class Markup {
  readonly markdown: string;
  constructor(markdown: string) {
    this.markdown = markdown;
  }
}

/**
 * A helper: pure but for what its `context` collects. Arguments are values of the data or results of other helpers;
 * `origins` are those of the arguments, null where an origin is not known.
 */
export type Helper<Context> = (
  context: Context,
  args: readonly Value[],
  hash: Readonly<Record<string, Value>>,
  origins: readonly (Origin | null)[],
) => Value | Markup;

/** The target of a template's text: Markdown to be parsed, or a plain line such as a title. */
export type RenderTarget = 'markdown' | 'plain';

/** Collects the values that a template prints; their placeholders stand in the Markdown. */
export interface ValueSink {
  readonly values: PrintedValue[];
  readonly content: PlacedContent;
}

export type Render<Context> = (
  source: Source,
  start: number,
  data: object,
  context: Context,
  target: RenderTarget,
) => Checked<string>;

/** Helpers that give back one of their arguments, and with it its origin. */
const CHOOSING: ReadonlySet<string> = new Set(['or', 'choose', 'first']);

/**
 * An isolated Handlebars with exactly these helpers. `strict` has one gap, arguments of helpers; here every name that
 * does not exist is an error, wherever it is, and every printed value becomes a placeholder.
 */
export function createRender<Context extends ValueSink>(
  helpers: Readonly<Record<string, Helper<Context>>>,
  partials: ReadonlyMap<string, Source>,
): Render<Context> {
  const handlebars = Handlebars.create();
  for (const name of Object.keys(handlebars.helpers)) handlebars.unregisterHelper(name);
  for (const [name, helper] of Object.entries(helpers))
    handlebars.registerHelper(name, adapt(helper, CHOOSING.has(name)));
  for (const [name, helper] of Object.entries(printing)) handlebars.registerHelper(name, helper);
  registerBlocks(handlebars);
  for (const [name, { text }] of partials)
    handlebars.registerPartial(name, compile(handlebars, trackExpressions(handlebars.parse(text))));
  const compiled = new Map<string, HandlebarsTemplateDelegate>();
  return (source, start, data, context, target) => {
    try {
      const text = source.text.slice(start);
      const key = `${source.path}\n${text}`;
      const template = compiled.get(key) ?? compile(handlebars, trackExpressions(handlebars.parse(text)));
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

interface Options extends Handlebars.HelperOptions {
  readonly loc?: string | Location;
  readonly data: {
    readonly context: ValueSink;
    readonly target: RenderTarget;
    /** The origin of the item that `each` is at. */
    readonly item?: Origin | null;
  };
}

function locationOf(options: Options): Location | null {
  return typeof options.loc === 'string' ? (JSON.parse(options.loc) as Location) : (options.loc ?? null);
}

function requireKnown(values: readonly unknown[], options: Options): void {
  if (!values.some((value) => valueOf(value) === undefined)) return;
  throw new TemplateError('模板用了一个不存在的名称', locationOf(options));
}

function valueOf(value: unknown): unknown {
  return value instanceof Tracked ? value.value : value;
}

function originOf(value: unknown): Origin | null {
  return value instanceof Tracked ? value.origin : null;
}

function adapt<Context>(helper: Helper<Context>, isChoosing: boolean): Handlebars.HelperDelegate {
  return (...call: unknown[]): unknown => {
    const options = call.at(-1) as Options;
    const args = call.slice(0, -1) as readonly (Tracked | Value)[];
    const hash = Object.entries(options.hash as Record<string, unknown>);
    requireKnown([...args, ...hash.map(([, value]) => value)], options);
    const values = args.map(valueOf) as readonly Value[];
    const named = Object.fromEntries(hash.map(([key, value]) => [key, valueOf(value)])) as Record<string, Value>;
    try {
      const result = helper(options.data.context as unknown as Context, values, named, args.map(originOf));
      return result instanceof Markup ? result : tracked(result, args, isChoosing);
    } catch (error) {
      if (error instanceof TemplateError && !error.location)
        throw new TemplateError(error.message, locationOf(options));
      throw error;
    }
  };
}

/** Records know their own places; everything else was worked out from the arguments, or is one of them. */
function tracked(result: Value, args: readonly (Tracked | Value)[], isChoosing: boolean): Tracked {
  const isRecords = isData(result) || (isList(result) && result.length > 0 && result.every(isData));
  if (isRecords) return new Tracked(result, null);
  const chosen = isChoosing ? args.find((arg) => valueOf(arg) === result) : undefined;
  return new Tracked(result, chosen === undefined ? computedFrom(args, result) : originOf(chosen));
}

/** The helpers that `trackExpressions` calls, and `lines`, which templates call. */
const printing: Readonly<Record<string, Handlebars.HelperDelegate>> = {
  field: (...call: unknown[]): Tracked => {
    const options = call.at(-1) as Options;
    const [base, ...keys] = call.slice(0, -1);
    return tracePath(valueOf(base) as Value, keys as readonly string[], options.data.context.content);
  },
  current: (value: unknown, options: Options): unknown => {
    return value instanceof Tracked || isData(value as Value)
      ? value
      : new Tracked(value as Value, options.data.item ?? null);
  },
  untracked: valueOf,
  print: (value: unknown, options: Options): string => {
    requireKnown([value], options);
    return value instanceof Markup ? value.markdown : printed(toTracked(value), options);
  },
  // Lines of one cell, which Markdown has no way to end.
  lines: (...call: unknown[]): Markup => {
    const options = call.at(-1) as Options;
    const texts = call.slice(0, -1);
    requireKnown(texts, options);
    return new Markup(texts.map((text) => (text === '' ? '' : printed(toTracked(text), options))).join(LINE_BREAK));
  },
};

function toTracked(value: unknown): Tracked {
  return value instanceof Tracked ? value : new Tracked(value as Value, null);
}

function printed(tracked: Tracked, options: Options): string {
  const { value } = tracked;
  if (isList(value))
    return value.map((item, index) => printed(new Tracked(item, itemOrigin(tracked, index)), options)).join('、');
  const text = printedText(value ?? null, options);
  if (options.data.target === 'plain') return text ?? MISSING;
  const { values } = options.data.context;
  return valuePlaceholder(values.push({ text, origin: tracked.origin ?? computedFrom([], value ?? null) }) - 1);
}

/** A value is one run of text: line ends become spaces. Null where the value is owed. */
function printedText(value: Value, options: Options): string | null {
  if (value === null || value === '') return null;
  if (typeof value === 'object') throw new TemplateError('模板要印的是一组内容，不是一个值', locationOf(options));
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value).replace(/[^\S\n]*\n\s*/g, ' ');
}

type Block = (this: unknown, value: unknown, options: Options) => unknown;

/** `if`, `unless`, `each` and `with` as in Handlebars, but a name that does not exist is an error here too. */
function registerBlocks(handlebars: typeof Handlebars): void {
  const standard = Handlebars.create().helpers as Readonly<Record<string, Block | undefined>>;
  const register = (name: string, prepare: (value: Tracked, options: Options) => Options): void => {
    const block = standard[name];
    handlebars.registerHelper(name, function guarded(this: unknown, ...call: unknown[]): unknown {
      const options = call.at(-1) as Options;
      requireKnown(call.slice(0, -1), options);
      return block?.call(this, valueOf(call[0]), prepare(toTracked(call[0]), options));
    });
  };
  register('if', (_, options) => options);
  register('unless', (_, options) => options);
  register('with', (value, options) => withItem(options, () => value.origin));
  register('each', (list, options) => withItem(options, (index) => itemOrigin(list, index)));
}

type BlockBody = (context: unknown, runtime?: { readonly data?: object }) => string;

function withItem(options: Options, originAt: (index: number) => Origin | null): Options {
  const body = options.fn as BlockBody;
  const fn: BlockBody = (context, runtime) => {
    const data = Handlebars.createFrame(runtime?.data ?? options.data) as { index?: number; item?: Origin | null };
    data.item = originAt(data.index ?? 0);
    return body(context, { ...runtime, data });
  };
  return { ...options, fn: Object.assign(fn, options.fn) as Options['fn'] };
}
