import type { Diagnostic, Severity } from '../model/diagnostic.js';
import type { CheckScope } from './scope.js';

/** What a rule found; the code comes from the rule, the severity too unless the finding carries its own. */
export type Finding = Omit<Diagnostic, 'code' | 'severity'> & { readonly severity?: Severity };

/**
 * One thing that a reviewer would return a document for. `run` reads a part of a project, or where the rule
 * says so the whole, and changes nothing. The texts are what `hongtou explain` prints; the two examples are run as the rule's own test.
 */
export interface Rule {
  readonly code: string;
  readonly severity: Severity;
  /** Set where what is missing may still come: in a draft such a finding is only a warning. */
  readonly completeness?: true;
  readonly title: string;
  /** Why it matters and what to do, in two or three plain Chinese sentences. */
  readonly detail: string;
  /** The clause or custom that the rule rests on. */
  readonly source: string;
  readonly examples: { readonly good: Example; readonly bad: Example };
  /** Set where a rule compares units or judges the campaign: what it finds is not found by looking at one part at a time. */
  readonly scope?: 'whole';
  readonly run: (scope: CheckScope) => readonly Finding[];
}

/** A change to one file of the example workspace: the lines that take the place of those with the same key or heading. */
export interface Example {
  readonly file: string;
  readonly lines: string;
}
