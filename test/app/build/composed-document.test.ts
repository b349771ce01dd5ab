import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { composeDocuments, releaseAfterRead } from '../../../src/app/build/composed-document.js';
import type { ComposedDocument } from '../../../src/app/build/composed-document.js';
import { Store } from '../../../src/app/cache/store.js';
import { memoryDisk } from '../../support/memory-disk.js';
import { ROOT, load } from '../../support/workspace.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

async function composed(): Promise<readonly ComposedDocument[]> {
  const { value: project } = await load(join(ROOT, 'test', 'campaigns', 'rules'));
  if (!project) throw new Error('the workspace cannot be read');
  return composeDocuments(project, project.entries, new Store(memoryDisk(), '0'), []);
}

describe('what was composed', () => {
  it('is kept until it is let go, and then made again, the same', async () => {
    const [document] = await composed();
    const first = document?.doc();
    expect(document?.doc()).toBe(first);
    document?.release();
    expect(document?.doc()).not.toBe(first);
    expect(JSON.stringify(document?.doc())).toBe(JSON.stringify(first));
  });

  it('is not held once it was taken where it is taken once, whatever else is', async () => {
    const documents = (await composed()).map(releaseAfterRead);
    const taken = documents.map(({ doc }) => new WeakRef(doc()));
    // A reference that was made in the same turn is kept until its end.
    await new Promise((resolve) => setImmediate(resolve));
    collectGarbage();
    expect(documents.length).toBeGreaterThan(10);
    expect(taken.filter((document) => document.deref() !== undefined)).toHaveLength(0);
  });
});
