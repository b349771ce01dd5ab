import type { PackageLimits } from '../../model/ports.js';

const MB = 1024 * 1024;

/** Far above any filing of a district, far below what exhausts a machine. */
export const LIMITS: PackageLimits = { files: 20_000, fileBytes: 256 * MB, totalBytes: 2048 * MB };
