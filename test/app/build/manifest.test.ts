import { describe, expect, it } from 'vitest';
import type { Artifact } from '../../../src/model/artifact.js';
import { IoError } from '../../../src/model/ports.js';
import { readBuildManifest, reconcile, writeBuildManifest } from '../../../src/app/build/manifest.js';
import { memoryDisk } from '../../support/memory-disk.js';

const artifact = (path: string): Artifact => ({
  path,
  mediaType: 'application/pdf',
  bytes: 1,
  sha256: '',
  kind: 'plan',
  unit: '',
  status: '定稿',
  pages: 1,
});
const made = (path: string) => ({ artifact: artifact(path), key: null });

async function folder() {
  const out = memoryDisk({ 'a.pdf': 'a', 'b.pdf': 'b', 'c.pdf': 'c' });
  await writeBuildManifest(out, [made('a.pdf'), made('b.pdf'), made('c.pdf')]);
  return out;
}

describe('the record of a folder', () => {
  it('loses what belongs to no document, with its file, and keeps what was not asked about', async () => {
    const out = await folder();
    const scope = { expected: ['a.pdf'], known: ['a.pdf', 'b.pdf'] };
    const { value, diagnostics } = await reconcile(out, await readBuildManifest(out), [made('a.pdf')], scope);
    expect(value.map(({ path }) => path)).toEqual(['a.pdf', 'b.pdf']);
    expect(await out.read('c.pdf')).toBeNull();
    expect(diagnostics).toEqual([]);
  });

  it('is written although a file cannot be removed, and lists that file until it is gone', async () => {
    const out = await folder();
    const stuck = {
      ...out,
      remove: (path: string) =>
        path === 'b.pdf' ? Promise.reject(new IoError(path, 'b.pdf 正开着')) : out.remove(path),
    };
    const { value, diagnostics } = await reconcile(stuck, await readBuildManifest(out), [made('d.pdf')], {
      expected: ['b.pdf', 'd.pdf'],
      known: ['b.pdf', 'd.pdf'],
    });
    expect(value.map(({ path }) => path)).toEqual(['b.pdf', 'd.pdf']);
    expect([...(await readBuildManifest(out)).artifacts.keys()]).toEqual(['b.pdf', 'd.pdf']);
    expect(diagnostics.map(({ code, subject }) => [code, subject])).toEqual([['WRITE-FAILED', 'b.pdf']]);
  });
});
