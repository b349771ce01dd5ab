import type { Prose, Role } from './prose.js';

/**
 * One norm of writing. A norm that the standard states with 应当 or 必须 may be an error; one that it states with
 * 一般, 通常, 宜 or 可以, or that is only custom, never is.
 */
export interface Norm {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly strength: '应当' | '一般' | '惯例';
  readonly title: string;
  readonly detail: string;
  /** Standard and clause. */
  readonly source: string;
  /** What to do, said under every finding. */
  readonly hint: string;
  /** Body text, or whole sections or keys of `file`, which is the plan where none is named. */
  readonly examples: { readonly good: string; readonly bad: string; readonly file?: string };
  /** What a text must hold for the norm to be worth asking; most texts hold nothing of the kind. */
  readonly trigger: RegExp;
  /** Where the norm holds; everywhere if it does not say. */
  readonly roles?: readonly Role[];
  readonly find: (prose: Prose) => readonly Hit[];
}

/** A place in `Prose.text` that breaks a norm. `edits` is what would put it right without a second thought. */
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

/** What to say about a match, and what to write in its place where that is certain. */
export interface MatchFinding {
  readonly message: string;
  readonly replacement?: string;
}

/** Whether a norm holds for text that stands in such a place. */
export function appliesTo({ roles }: Norm, role: Role): boolean {
  return roles === undefined || roles.includes(role);
}

/** What a norm finds in a run of text. */
export function inspect(norm: Norm, prose: Prose): readonly Hit[] {
  return appliesTo(norm, prose.role) && norm.trigger.test(prose.text) ? norm.find(prose) : [];
}

/** Every match of `pattern` (global) in `text` that `judge` does not let pass. */
export function matches(
  text: string,
  pattern: RegExp,
  judge: (match: RegExpExecArray) => MatchFinding | null,
): readonly Hit[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const verdict = judge(match);
    if (!verdict) return [];
    const place = { start: match.index, end: match.index + match[0].length };
    const { message, replacement } = verdict;
    return [{ ...place, message, ...(replacement === undefined ? {} : { edits: [{ ...place, text: replacement }] }) }];
  });
}
