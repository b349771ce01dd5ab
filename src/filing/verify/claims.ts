import type { Finding } from './finding.js';

/** What a content file says of itself, for comparing with the metadata; empty where it says nothing. */
export interface Claims {
  readonly title: string;
  /** YYYY-MM-DD */
  readonly date: string;
  /** 0 where it cannot be told. */
  readonly pages: number;
}

export interface FormatReading {
  readonly claims: Claims | null;
  readonly findings: readonly Finding[];
}
