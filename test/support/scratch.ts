import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder that all end-to-end tests of one run share, and no other run. */
    readonly scratch: string;
  }
}

let folder: string | null = null;

/** Makes the folder before the first end-to-end test. */
export function setup(project: TestProject): void {
  folder = mkdtempSync(join(tmpdir(), 'hongtou-end-to-end-'));
  project.provide('scratch', folder);
}

/** Takes the folder away after the last. */
export function teardown(): void {
  if (folder !== null) rmSync(folder, { recursive: true, force: true });
}
