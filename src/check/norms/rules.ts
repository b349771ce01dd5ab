import type { Project } from '../../model/project.js';
import type { Span } from '../../model/span.js';
import { scopesOf } from '../scope.js';
import type { Example, Finding, Rule } from '../rule.js';
import { caesuraNorms } from './caesuras.js';
import { clauseNorms } from './clauses.js';
import { dateNorms } from './dates.js';
import { findLevels, levelOrderRule } from './levels.js';
import { appliesTo, inspect } from './norm.js';
import type { Hit, Norm, TextEdit } from './norm.js';
import { numberingNorms } from './numbering.js';
import { numberNorms } from './numbers.js';
import { officialDocumentNorms } from './officials.js';
import { pairNorms } from './pairs.js';
import { offsetAt, plainProse } from './prose.js';
import type { Prose, Role } from './prose.js';
import { cachedByFile } from './prose-of-files.js';
import { strokeNorms } from './strokes.js';
import { titleNorms } from './titles.js';
import { widthNorms } from './widths.js';

/** The longest text whose triggered norms are cached, in characters, and the number of texts cached for each role. */
const CACHED_TEXT_CHARACTERS = 40;
const CACHED_TEXTS_LIMIT = 20_000;

/** Every norm that inspects one text at a time. */
export const textNorms: readonly Norm[] = [
  ...widthNorms,
  ...pairNorms,
  ...strokeNorms,
  ...caesuraNorms,
  ...clauseNorms,
  ...numberNorms,
  ...dateNorms,
  ...numberingNorms,
  ...titleNorms,
  ...officialDocumentNorms,
];

const STRENGTHS: Readonly<Record<Norm['strength'], string>> = {
  应当: '',
  一般: '标准说的是“一般”“通常”“宜”，所以只作提醒。',
  惯例: '这是通行的做法，标准没有明文，所以只作提醒。',
};

/** All writing norms as rules. */
export const normRules: readonly Rule[] = [
  ...textNorms.map(toRule),
  { ...levelOrderRule, run: findingsOf(levelOrderRule.code) },
];

function toRule(norm: Norm): Rule {
  const { code, severity, title, source, strength, examples } = norm;
  return {
    code,
    severity,
    title,
    detail: `${norm.detail}${STRENGTHS[strength]}`,
    source,
    examples: { good: toExample(examples.good, examples.file), bad: toExample(examples.bad, examples.file) },
    run: findingsOf(code),
  };
}

function findingsOf(code: string): Rule['run'] {
  return (scope) => findingsByCode(scope).flatMap((byCode) => byCode.get(code) ?? []);
}

/** The findings of a file by code; codes without findings are omitted. */
const findingsByCode = cachedByFile((prose): ReadonlyMap<string, readonly Finding[]> => {
  const found = new Map<string, Finding[]>([[levelOrderRule.code, [...findLevels(prose)]]]);
  for (const text of prose) {
    for (const norm of triggeredNorms[text.role](text.text)) {
      found.set(norm.code, [...(found.get(norm.code) ?? []), ...toFindings(norm, text)]);
    }
  }
  return found;
}, isTriggering);

function isTriggering(value: string): boolean {
  return triggeredNorms.value(plainProse(value)).length > 0;
}

/** The norms whose trigger a text matches, by the role of the text. */
const triggeredNorms: Readonly<Record<Role, (text: string) => readonly Norm[]>> = {
  paragraph: createTrigger('paragraph'),
  heading: createTrigger('heading'),
  cell: createTrigger('cell'),
  caption: createTrigger('caption'),
  value: createTrigger('value'),
  // The schema checks document numbers; norms only correct them.
  number: () => [],
};

/**
 * Most texts match no trigger. Triggers with the same flags are therefore joined into one pattern that rules such texts
 * out at once. Results for short texts are cached, since cells and values repeat many times in a district.
 */
function createTrigger(role: Role): (text: string) => readonly Norm[] {
  const norms = textNorms.filter((norm) => appliesTo(norm, role));
  const joined = [...new Set(norms.map(({ trigger }) => trigger.flags))].map((flags) => {
    const patterns = norms.map(({ trigger }) => trigger).filter((trigger) => trigger.flags === flags);
    return new RegExp(patterns.map(({ source }) => `(?:${source})`).join('|'), flags);
  });
  const cache = new Map<string, readonly Norm[]>();
  return (text) => {
    const cached = cache.get(text);
    if (cached) return cached;
    const triggered = joined.some((trigger) => trigger.test(text))
      ? norms.filter(({ trigger }) => trigger.test(text))
      : [];
    if (text.length <= CACHED_TEXT_CHARACTERS && cache.size < CACHED_TEXTS_LIMIT)
      cache.set(detachedCopy(text), triggered);
    return triggered;
  };
}

/** A copy of a text. A substring would keep the whole source text in memory. */
function detachedCopy(text: string): string {
  return [...text].join('');
}

/** Lines that begin with a key or a heading are used as they are; other text becomes a section of the body. */
function toExample(lines: string, file = 'units/dongmen/plan.md'): Example {
  const isPlaced = /^(?:## |[^\s#，。：:]{2,6}: )/.test(lines);
  return { file, lines: isPlaced ? lines : `## 基本原则\n\n${lines}` };
}

function toFindings(norm: Norm, prose: Prose): readonly Finding[] {
  const severity = prose.draft && norm.severity === 'error' ? 'warning' : norm.severity;
  return norm.find(prose).map((hit) => ({
    message: hit.message,
    severity,
    span: spanOf(hit, prose),
    hint: norm.hint,
  }));
}

function spanOf({ start, end }: Pick<Hit, 'start' | 'end'>, prose: Prose): Span {
  const first = offsetAt(prose, start) ?? prose.pieces.at(-1)?.end ?? 1;
  const last = end > start ? (offsetAt(prose, end - 1) ?? first) + 1 : first;
  return { path: prose.path, start: first, end: Math.max(first, last) };
}

/** A change to a file that corrects a finding of `code`. */
export interface Edit {
  readonly code: string;
  readonly span: Span;
  readonly text: string;
}

/** All certain corrections of a project. */
export function certainEditsOf(project: Project): readonly Edit[] {
  return scopesOf(project).flatMap(editsByFile).flat();
}

const editsByFile = cachedByFile((prose) => prose.filter(({ editable }) => editable).flatMap(editsIn));

function editsIn(prose: Prose): readonly Edit[] {
  return textNorms.flatMap((norm) =>
    inspect(norm, prose)
      .flatMap(({ edits }) => (edits?.every((edit) => isContiguous(edit, prose)) === true ? edits : []))
      .map((edit) => ({ code: norm.code, span: spanOf(edit, prose), text: edit.text })),
  );
}

/** Whether the characters to replace are adjacent in the file, with no Markdown syntax between them. */
function isContiguous({ start, end }: TextEdit, prose: Prose): boolean {
  const first = offsetAt(prose, start) ?? 0;
  return Array.from({ length: end - start }, (_, index) => offsetAt(prose, start + index) ?? first + index).every(
    (offset, index) => offset === first + index,
  );
}
