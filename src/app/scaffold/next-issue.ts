import { numberAt } from '../../model/data.js';
import type { Kind } from '../../model/kind.js';
import type { Project } from '../../model/project.js';

/** The next document of a numbered series: its file stem, and the numbers in its front matter. */
export interface NextIssue {
  readonly stem: string;
  readonly fields: Readonly<Record<string, number | boolean>>;
}

/**
 * The next 期号 and 总期号 of a series, or the next number of its extra issues (增刊), which are numbered separately from
 * the regular issues. The next number follows the highest one, so gaps are not filled. A kind without issue numbers is
 * numbered by the count of its files, for each unit separately.
 */
export function nextIssue(project: Project, kind: Kind, extra: boolean, unit = ''): NextIssue {
  const issues = project.entries.filter((entry) => entry.kind.id === kind.id && (unit === '' || entry.unit === unit));
  const next = (key: string, before: number): number =>
    1 + Math.max(before, ...issues.map(({ data }) => numberAt(data, key) ?? 0));
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
