import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from 'vitest';

/** Compares a text with its golden file. `UPDATE_GOLDENS=1` writes it; without that a missing golden fails. */
export function expectGolden(path: string, actual: string): void {
  if (process.env['UPDATE_GOLDENS'] === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
  }
  if (!existsSync(path)) throw new Error(`missing golden ${path}; UPDATE_GOLDENS=1 npm test writes it`);
  expect(actual).toBe(readFileSync(path, 'utf8'));
}
