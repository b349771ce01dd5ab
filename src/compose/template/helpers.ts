import { findSet } from '../../model/campaign.js';
import { countAt, isList, recordsAt, scalarText as text, textAt } from '../../model/data.js';
import type { Data, Value } from '../../model/data.js';
import { printDate, printRange } from '../../campaign/dates.js';
import { chineseNumber, percent, sum } from '../../campaign/arithmetic.js';
import { MISSING, slotPlaceholder } from '../../markdown/placeholders.js';
import type { Block } from '../../model/block.js';
import type { Origin } from '../../model/origin.js';
import type { Section } from '../../model/project.js';
import { articleBlocks, articleTitles, shiftHeadings, takenArticle } from '../articles.js';
import { withFigures } from '../citation.js';
import { collectors } from './collectors.js';
import { items, record, records } from './lists.js';
import { siblingOf } from '../compose-context.js';
import type { ComposeContext } from '../compose-context.js';
import { roundsOf } from './survey-rounds.js';
import { Markup } from './render.js';
import type { Helper } from './render.js';
import { TemplateError } from './template-error.js';

/** The template helpers beside the block helpers of Handlebars; docs/templates.md documents them. */
export const helpers: Readonly<Record<string, Helper<ComposeContext>>> = {
  ...collectors,
  // Text
  date: (_, [value]) => (value === null ? null : printDate(text(value))),
  // A date in a table: without the year if it is the year of the campaign.
  day: ({ project }, [value]) => (value === null ? null : shortDate(text(value), project.campaign.year)),
  range: (_, [from, to], hash) =>
    from === null || to === null ? null : printRange(text(from), text(to), hash['year'] === true),
  han: (_, [value], hash) => (hash['counted'] === true && value === 2 ? '两' : chineseNumber(Number(value))),
  join: (_, [list], hash) =>
    list === null
      ? null
      : items(list)
          .map(text)
          .join(text(hash['with'] ?? '、')),
  pluck: (_, [list, key]) => records(list).flatMap((record) => record[text(key)] ?? []),
  or: (_, args) => args.find((value) => isPresent(value)) ?? null,
  quote: (_, [value]) => (value === null ? null : quote(text(value))),
  // A clause without its final punctuation, which the template adds.
  clause: (_, [value]) => (value === null ? null : text(value).replace(/[。；，、]$/u, '')),
  // A name followed by a word, unless the name already ends in it.
  ending: (_, [name, word]) => (text(name).endsWith(text(word)) ? text(name) : text(name) + text(word)),
  concat: (_, args) => args.map(text).join(''),
  // Comparison
  eq: (_, [a, b]) => a === b,
  ne: (_, [a, b]) => a !== b,
  gt: (_, [a, b]) => Number(a) > Number(b),
  and: (_, args) => args.every(isPresent),
  any: (_, args) => args.some(isPresent),
  not: (_, [value]) => !isPresent(value),
  // Lists and figures
  count: (_, [list]) => items(list).length,
  where: (_, [list, key, value]) => records(list).filter((record) => record[text(key)] === value),
  find: (_, [list, key, value]) => records(list).find((record) => record[text(key)] === value) ?? null,
  including: (_, [list, key, value]) =>
    records(list).filter((record) => items(record[text(key)] ?? []).includes(value ?? null)),
  sum: (_, [list, key]) => sum(records(list).map((record) => countAt(record, text(key)))),
  plus: (_, [a, b]) => Number(a) + Number(b),
  minus: (_, [a, b]) => Number(a) - Number(b),
  at: (_, [data, key]) => record(data)[text(key)] ?? null,
  isNumber: (_, [value]) => typeof value === 'number',
  percent: (_, [part, whole]) =>
    part === null || whole === null ? null : percent(Number(part), Number(whole)) || null,
  // The project
  set: ({ project }, [key], hash) =>
    hash['optional'] === true
      ? (findSet(project.campaign, text(key))?.members ?? [])
      : memberList(findSet(project.campaign, text(key)), text(key)),
  favourable: ({ project }, [counts, key]) =>
    sum((findSet(project.campaign, text(key))?.favourable ?? []).map((grade) => countAt(record(counts), grade))),
  rounds: ({ project }, [survey, key]) => roundsOf(record(survey), text(key), project.campaign),
  step: ({ project }, [id]) => asData(project.campaign.steps.find((step) => step.id === id)),
  phase: ({ project }, [id]) => asData(project.campaign.phases.find((phase) => phase.id === id)),
  stepsOf: ({ project }, [phase]) => project.campaign.steps.filter((step) => step.phase === phase).map(asData),
  unitName: ({ project }, [id], hash) =>
    unitName(project.units.find((unit) => unit.id === text(id))?.data, hash['full'] === true, id),
  kindName: ({ project }, [id]) => project.kinds.find((kind) => kind.id === id)?.label ?? null,
  post: ({ unit }, [name]) =>
    unit ? textAt(recordsAt(unit.data, 'people').find((person) => person['name'] === name) ?? {}, 'post') : '',
  hasDocument: (context, [kind]) => siblingOf(context, text(kind)) !== undefined,
  titleOf: (context, [kind]) => titleOf(context, text(kind)),
  // Slots for the author's paragraphs
  section: (context, [title, part], hash) =>
    placeSection(context, text(title), part === undefined ? '' : text(part), hash),
  hasSection: (context, [title, part]) =>
    findSection(context, text(title), part === undefined ? '' : text(part)) !== undefined,
  articles: (context, [sections]) =>
    placeBlocks(context, sections === 'all' ? context.entry.sections().flatMap(articleBlocks) : []),
  articleTitles: ({ entry }) => articleTitles(entry),
  taken: (context, [article]) => {
    const blocks = takenArticle(record(article), context.whole('texts'), textAt(context.entry.data, 'issuedOn'));
    return placeBlocks(context, blocks ?? [MISSING_PARAGRAPH]);
  },
  // A sentence of the front matter, which may contain citations.
  cited: (context, [sentence], _, [origin]) =>
    sentence === null ? null : placeBlocks(context, [noteParagraph(text(sentence), origin ?? null)]),
};

/** Takes the place of an author's paragraphs that are missing. */
const MISSING_PARAGRAPH: Block = {
  kind: 'paragraph',
  role: 'body',
  inlines: [{ kind: 'missing', text: MISSING }],
};

function noteParagraph(sentence: string, origin: Origin | null): Block {
  return { kind: 'paragraph', role: 'note', inlines: [{ kind: 'text', text: sentence, ...(origin && { origin }) }] };
}

function shortDate(value: string, year: number): string {
  const printed = printDate(value);
  return printed.startsWith(`${year}年`) ? printed.slice(`${year}年`.length) : printed;
}

/** Adds Chinese quotation marks; quotation marks inside become single ones (GB/T 15834-2011, 4.8). */
function quote(value: string): string {
  return `“${value.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

function isPresent(value: Value | undefined): boolean {
  return (
    value !== null && value !== undefined && value !== '' && value !== false && !(isList(value) && value.length === 0)
  );
}

function asData(value: object | undefined): Value {
  return (value ?? null) as Data | null;
}

function memberList(set: { readonly members: readonly string[] } | undefined, key: string): readonly string[] {
  if (set) return set.members;
  throw new TemplateError(`活动文件里没有键名为“${key}”的集合`, null);
}

function unitName(unit: Data | undefined, full: boolean, id: Value | undefined): string {
  return unit ? textAt(unit, full ? 'fullName' : 'shortName') : text(id);
}

function titleOf(context: ComposeContext, kind: string): string | null {
  const entry = siblingOf(context, kind);
  return entry ? context.titleOf(entry) : null;
}

function findSection({ entry }: ComposeContext, title: string, part: string): Section | undefined {
  const section = entry.sections().find((candidate) => candidate.title === title);
  return part === '' ? section : section?.sections.find((candidate) => candidate.title === part);
}

/** `shift` in the hash lowers the author's subheadings, for a section that the template places below a heading. */
function placeSection(
  context: ComposeContext,
  title: string,
  part: string,
  hash: Readonly<Record<string, Value>>,
): Markup {
  const section = findSection(context, title, part);
  if (!section) return hash['optional'] === true ? new Markup('') : placeBlocks(context, [MISSING_PARAGRAPH]);
  const blocks = hash['intro'] === true ? section.intro : section.blocks;
  return placeBlocks(context, shiftHeadings(blocks, Number(hash['shift'] ?? 0)));
}

function placeBlocks(context: ComposeContext, blocks: readonly Block[]): Markup {
  return new Markup(slotPlaceholder(context.slots.push(withFigures(blocks, context)) - 1));
}
