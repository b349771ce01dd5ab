import type { Diagnostic } from '../model/diagnostic.js';
import type { Project } from '../model/project.js';
import { agreementRules } from './agreement/rules.js';
import { ballotRules } from './ballots/rules.js';
import { bulletinRules } from './bulletins/rules.js';
import { calendarRules } from './calendar/rules.js';
import { contentRules } from './content/rules.js';
import { filingRules } from './filing/rules.js';
import { normRules } from './norms/rules.js';
import { scopesOf } from './scope.js';
import type { CheckScope } from './scope.js';
import { peopleRules } from './people/rules.js';
import { problemRules } from './problems/rules.js';
import { rectificationRules } from './rectification/rules.js';
import type { Rule } from './rule.js';
import { campaignRules } from './settings/rules.js';
import { applySeverity } from './settings/severity.js';
import { studyRules } from './study/rules.js';

/** Rules about one subject; `title` is their heading in the index of rules. */
export interface Theme {
  readonly title: string;
  readonly rules: readonly Rule[];
}

export const themes: readonly Theme[] = [
  { title: '内容与引用', rules: contentRules },
  { title: '活动文件', rules: campaignRules(() => rules) },
  { title: '单位和人员', rules: peopleRules },
  { title: '日程', rules: calendarRules },
  { title: '学习、调研和会议', rules: studyRules },
  { title: '意见、问题和分析', rules: problemRules },
  { title: '整改和公布', rules: rectificationRules },
  { title: '评议和测评', rules: ballotRules },
  { title: '数字一致', rules: agreementRules },
  { title: '简报和发文字号', rules: bulletinRules },
  { title: '报送和备案', rules: filingRules },
  { title: '行文规范', rules: normRules },
];

/** All rules. */
export const rules: readonly Rule[] = themes.flatMap((theme) => theme.rules);

/**
 * All findings about a project: those of each scope, then those about the whole, with the severities that the campaign
 * sets. `recall` may return cached findings for an unchanged scope instead of calling `check`.
 */
export function checkProject(
  project: Project,
  recall: (scope: CheckScope, check: (scope: CheckScope) => readonly Diagnostic[]) => readonly Diagnostic[] = (
    scope,
    check,
  ) => check(scope),
): readonly Diagnostic[] {
  const scoped = scopesOf(project).flatMap((scope) => recall(scope, checkScope));
  const completeness = rules.filter((rule) => rule.completeness).map(({ code }) => code);
  return applySeverity([...scoped, ...runRules(wholeRules, { ...project, unit: '' })], project, new Set(completeness));
}

const wholeRules = rules.filter(({ scope }) => scope === 'whole');
const scopedRules = rules.filter(({ scope }) => scope !== 'whole');

function checkScope(scope: CheckScope): readonly Diagnostic[] {
  return runRules(scopedRules, scope);
}

function runRules(chosen: readonly Rule[], scope: CheckScope): readonly Diagnostic[] {
  return chosen.flatMap(({ code, severity, run }) =>
    run(scope).map((finding): Diagnostic => ({ severity, ...finding, code })),
  );
}
