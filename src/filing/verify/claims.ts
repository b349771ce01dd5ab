import type { Finding } from './finding.js';

/** Properties that a content file states, for comparison with the metadata; empty if not stated. */
export interface Claims {
  readonly title: string;
  /** YYYY-MM-DD */
  readonly date: string;
  /** 0 if unknown. */
  readonly pages: number;
}

export interface FormatReading {
  readonly claims: Claims | null;
  readonly findings: readonly Finding[];
}
