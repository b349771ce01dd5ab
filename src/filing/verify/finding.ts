import type { Severity } from '../../model/diagnostic.js';

/** The four groups of DA/T 70-2018. */
export const GROUPS = ['真实性', '完整性', '可用性', '安全性'] as const;
export type Group = (typeof GROUPS)[number];

/** A defect of a package. */
export interface Finding {
  readonly code: string;
  readonly group: Group;
  readonly severity: Exclude<Severity, 'info'>;
  /** The file concerned, relative to the package root; empty for the package as a whole. */
  readonly path: string;
  readonly message: string;
}

export function failure(code: string, group: Group, path: string, message: string): Finding {
  return { code, group, severity: 'error', path, message };
}

export function doubt(code: string, group: Group, path: string, message: string): Finding {
  return { code, group, severity: 'warning', path, message };
}
