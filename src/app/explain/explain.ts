import type { Example, Rule } from '../../check/rule.js';
import { rules, themes } from '../../check/rules.js';
import type { Severity } from '../../model/diagnostic.js';
import { nearestWord } from '../../read/nearest.js';
import { noteGroups } from './finding-codes.js';
import type { FindingNote } from './finding-codes.js';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: '错误', warning: '提醒', info: '说明' };
const notes = noteGroups.flatMap((group) => group.notes);

/** The explanation of a code, for a rule with its two examples; `null` if there is no such code. */
export function explain(code: string): string | null {
  const upperCode = code.toUpperCase();
  const rule = rules.find((candidate) => candidate.code === upperCode);
  if (rule) return explainRule(rule);
  const note = notes.find((candidate) => candidate.code === upperCode);
  return note ? explainNote(note) : null;
}

/** The most similar code, or else the first with the same prefix; empty if there is neither. */
export function nearestCode(code: string): string {
  const known = [...rules, ...notes].map((item) => item.code);
  const subject = `${code.toUpperCase().split('-')[0]}-`;
  return nearestWord(code.toUpperCase(), known) || (known.find((candidate) => candidate.startsWith(subject)) ?? '');
}

/** Every code with its title, by theme. */
export function listCodes(): string {
  const groups = [
    ...themes.map(({ title, rules: listed }) => ({ title, lines: listed.map(lineOf) })),
    ...noteGroups.map(({ title, notes: listed }) => ({
      title,
      lines: listed.map((note) => `  ${note.code}  ${note.title}`),
    })),
  ];
  return `${groups.map(({ title, lines }) => [title, ...lines].join('\n')).join('\n\n')}\n`;
}

function lineOf({ code, severity, title }: Rule): string {
  return `  ${code}  ${SEVERITIES[severity]}  ${title}`;
}

function explainRule(rule: Rule): string {
  const { code, title, detail, source, examples } = rule;
  return [
    `${code}　${title}`,
    `程度：${severityLabel(rule)}`,
    '',
    detail,
    '',
    `依据：${source}`,
    '',
    `这样写没有问题（${examples.good.file}）：`,
    indent(examples.good),
    '',
    `这样写会被指出（${examples.bad.file}）：`,
    indent(examples.bad),
    '',
  ].join('\n');
}

function explainNote({ code, title, detail }: FindingNote): string {
  return [`${code}　${title}`, '', detail, ''].join('\n');
}

/** The severity of a rule, in Chinese. */
export function severityLabel({ severity, completeness }: Rule): string {
  return `${SEVERITIES[severity]}${completeness && severity === 'error' ? '（草稿里是提醒）' : ''}`;
}

function indent({ lines }: Example): string {
  return lines
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}`))
    .join('\n');
}
