/** What verification is prepared to read; beyond it a package is refused, not read. */
export interface Limits {
  readonly files: number;
  readonly fileBytes: number;
  readonly totalBytes: number;
}

const MB = 1024 * 1024;

/** Far above any filing of a district, far below what harms a machine. */
export const LIMITS: Limits = { files: 20_000, fileBytes: 256 * MB, totalBytes: 2048 * MB };
