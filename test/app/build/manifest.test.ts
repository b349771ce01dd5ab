import { describe, expect, it } from 'vitest';
import type { Artifact } from '../../../src/model/artifact.js';
import { IoError } from '../../../src/model/ports.js';
import { readArtifacts, readBuildManifest, reconcile, writeBuildManifest } from '../../../src/app/build/manifest.js';
import { Store } from '../../../src/app/cache/store.js';
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
  await writeBuildManifest(out, new Store(out, '0'), [made('a.pdf'), made('b.pdf'), made('c.pdf')]);
  return out;
}

describe('the record of a folder', () => {
  it('loses what belongs to no document, with its file, and keeps what was not asked about', async () => {
    const out = await folder();
    const scope = { expected: ['a.pdf'], known: ['a.pdf', 'b.pdf'] };
    const { value, diagnostics } = await reconcile(
      out,
      new Store(out, '0'),
      await readArtifacts(out),
      [made('a.pdf')],
      scope,
    );
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
    const { value, diagnostics } = await reconcile(
      stuck,
      new Store(out, '0'),
      await readArtifacts(out),
      [made('d.pdf')],
      {
        expected: ['b.pdf', 'd.pdf'],
        known: ['b.pdf', 'd.pdf'],
      },
    );
    expect(value.map(({ path }) => path)).toEqual(['b.pdf', 'd.pdf']);
    expect([...(await readArtifacts(out)).keys()]).toEqual(['b.pdf', 'd.pdf']);
    expect(diagnostics.map(({ code, subject }) => [code, subject])).toEqual([['WRITE-FAILED', 'b.pdf']]);
  });

  it('has the key of an artifact only as long as the store has it for the listed bytes', async () => {
    const out = memoryDisk();
    const key = { document: 'a', images: 'b', style: 'c', faces: 'd', program: '0' };
    const written = { artifact: { ...artifact('a.pdf'), sha256: 'first' }, key };
    const store = new Store(out, '0');
    await writeBuildManifest(out, store, [written]);
    await store.save();
    expect((await readBuildManifest(out, new Store(out, '1'))).keys.get('a.pdf')).toEqual(key);
    await writeBuildManifest(out, new Store(out, '0'), [
      { ...written, artifact: { ...written.artifact, sha256: 'second' } },
    ]);
    expect((await readBuildManifest(out, new Store(out, '0'))).keys.size).toBe(0);
  });
});
