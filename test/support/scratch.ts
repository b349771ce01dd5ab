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

/** Makes the folder before the first end-to-end test, and takes it away after the last. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'hongtou-end-to-end-'));
  project.provide('scratch', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
