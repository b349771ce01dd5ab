import type { Diagnostic, Severity } from '../model/diagnostic.js';
import type { CheckScope } from './scope.js';

/** A diagnostic without its code, which is the rule's. The severity is the rule's unless the finding has its own. */
export type Finding = Omit<Diagnostic, 'code' | 'severity'> & { readonly severity?: Severity };

/**
 * One reason for which a reviewer would return a document. `run` is pure; it reads one scope, or the whole project if
 * the rule says so. `hongtou explain` prints the texts; the two examples are the rule's tests.
 */
export interface Rule {
  readonly code: string;
  readonly severity: Severity;
  /** Set if a finding means that something is still missing: in a draft such a finding is only a warning. */
  readonly completeness?: true;
  readonly title: string;
  /** Why it matters and what to do, in two or three plain Chinese sentences. */
  readonly detail: string;
  /** The clause or custom that the rule rests on. */
  readonly source: string;
  readonly examples: { readonly good: Example; readonly bad: Example };
  /** Set if the rule compares units or checks the campaign itself, so that it needs the whole project at once. */
  readonly scope?: 'whole';
  readonly run: (scope: CheckScope) => readonly Finding[];
}

/** A change to one file of the example workspace: `lines` replace those with the same key or heading. */
export interface Example {
  readonly file: string;
  readonly lines: string;
}
