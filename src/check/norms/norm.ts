import type { Prose, Role } from './prose.js';

/**
 * One writing norm. A norm that the standard states with 应当 or 必须 may be an error. A norm stated with 一般, 通常,
 * 宜 or 可以, or a mere custom, never is.
 */
export interface Norm {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly strength: '应当' | '一般' | '惯例';
  readonly title: string;
  readonly detail: string;
  /** Standard and clause. */
  readonly source: string;
  /** The hint of every finding. */
  readonly hint: string;
  /** Body text, or whole sections or keys, of `file`; the default file is a plan. */
  readonly examples: { readonly good: string; readonly bad: string; readonly file?: string };
  /** A cheap precondition: `find` runs only on texts that match. Most texts match no trigger. */
  readonly trigger: RegExp;
  /** The kinds of text to which the norm applies; all if absent. */
  readonly roles?: readonly Role[];
  readonly find: (prose: Prose) => readonly Hit[];
}

/** A violation of a norm, as a range of `Prose.text`. `edits` is present if the correction is certain. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly edits?: readonly TextEdit[];
}
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The message for a match, and its replacement if the correction is certain. */
export interface MatchFinding {
  readonly message: string;
  readonly replacement?: string;
}

/** Whether a norm applies to texts of a role. */
export function appliesTo({ roles }: Norm, role: Role): boolean {
  return roles === undefined || roles.includes(role);
}

/** The violations of a norm in a text. */
export function inspect(norm: Norm, prose: Prose): readonly Hit[] {
  return appliesTo(norm, prose.role) && norm.trigger.test(prose.text) ? norm.find(prose) : [];
}

/** A hit for every match of `pattern` (global) in `text` for which `inspectMatch` returns a finding. */
export function matches(
  text: string,
  pattern: RegExp,
  inspectMatch: (match: RegExpExecArray) => MatchFinding | null,
): readonly Hit[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const finding = inspectMatch(match);
    if (!finding) return [];
    const range = { start: match.index, end: match.index + match[0].length };
    const { message, replacement } = finding;
    return [{ ...range, message, ...(replacement === undefined ? {} : { edits: [{ ...range, text: replacement }] }) }];
  });
}
