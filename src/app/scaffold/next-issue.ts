import { knownCount } from '../../model/data.js';
import type { Kind } from '../../model/kind.js';
import type { Project } from '../../model/project.js';

/** The place of the next document in a numbered series: its file's stem, and the numbers that its front matter states. */
export interface NextIssue {
  readonly stem: string;
  readonly fields: Readonly<Record<string, number | boolean>>;
}

/**
 * The next 期号 and 总期号 of a series, or of its extra issues (增刊), which count for themselves and leave the regular
 * sequence unbroken. A number is never given twice, not even where an earlier one was left out. A kind without issue
 * numbers is numbered by its files, those of each unit for themselves.
 */
export function nextIssue(project: Project, kind: Kind, extra: boolean, unit = ''): NextIssue {
  const issues = project.entries.filter((entry) => entry.kind.id === kind.id && (unit === '' || entry.unit === unit));
  const next = (key: string, before: number): number =>
    1 + Math.max(before, ...issues.map(({ data }) => knownCount(data, key) ?? 0));
  if (kind.schema.properties?.['issueNo'] === undefined) return { stem: padded(issues.length + 1), fields: {} };
  if (extra) {
    const extraNo = next('extraNo', 0);
    return { stem: `extra-${padded(extraNo)}`, fields: { extra: true, extraNo } };
  }
  const issueNo = next('issueNo', 0);
  const totalNo = next('totalNo', project.campaign.bulletinsBefore + issueNo - 1);
  return { stem: padded(issueNo), fields: { issueNo, totalNo } };
}

function padded(value: number): string {
  return String(value).padStart(3, '0');
}
