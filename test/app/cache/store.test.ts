import { describe, expect, it } from 'vitest';
import { STORE_FOLDER, Store } from '../../../src/app/cache/store.js';
import type { EntryId } from '../../../src/app/cache/store.js';
import { memoryDisk } from '../../support/memory-disk.js';
import type { MemoryDisk } from '../../support/memory-disk.js';

const id = (name: string, group = 'unit/luwan'): EntryId => ({ stage: 'read', group, name });
const PROGRAM = '1';

async function reopened(out: MemoryDisk, program = PROGRAM, group = 'unit/luwan'): Promise<Store> {
  const store = new Store(out, program);
  await store.load([group]);
  return store;
}

async function filled(...groups: readonly string[]): Promise<MemoryDisk> {
  const out = memoryDisk();
  const store = new Store(out, PROGRAM);
  for (const group of groups) store.remember(id('a', group), { text: 'x', list: 'y' }, { group });
  await store.save();
  return out;
}

const current = (input: string): string => ({ text: 'x', list: 'y' })[input] ?? '';

describe('the store', () => {
  it('finds an entry while every declared input and the program are the same', async () => {
    const out = await filled('unit/luwan');
    expect((await reopened(out)).recall(id('a'), current)?.value).toEqual({ group: 'unit/luwan' });
    for (const changed of ['text', 'list']) {
      const now = (input: string): string => (input === changed ? 'other' : current(input));
      expect((await reopened(out)).recall(id('a'), now)).toBeNull();
    }
    expect((await reopened(out, '2')).recall(id('a'), current)).toBeNull();
    expect((await reopened(out)).recall({ ...id('a'), stage: 'check' }, current)).toBeNull();
  });

  it('has the same bytes whatever the order of the entries', async () => {
    const store = (names: readonly string[]): Promise<MemoryDisk> => {
      const out = memoryDisk();
      const one = new Store(out, PROGRAM);
      for (const name of names) one.remember(id(name), {}, name);
      return one.save().then(() => out);
    };
    expect((await store(['a', 'b', 'c'])).texts()).toEqual((await store(['c', 'a', 'b'])).texts());
  });

  it('writes only what has changed', async () => {
    const out = await filled('unit/luwan');
    const store = await reopened(out);
    await out.remove([...out.texts().keys()][0] ?? '');
    store.remember(id('a'), { text: 'x', list: 'y' }, { group: 'unit/luwan' });
    await store.save();
    expect(out.texts().size).toBe(0);
  });

  it('drops entries by name, and a file without entries', async () => {
    const out = await filled('unit/luwan');
    const store = await reopened(out);
    store.remember(id('b'), {}, 1);
    store.retain('read', new Set(['b']));
    expect([store.entryOf(id('a')), store.entryOf<number>(id('b'))?.value]).toEqual([null, 1]);
    store.retain('read', new Set());
    await store.save();
    expect(out.texts().size).toBe(0);
  });

  it('removes the files of groups that are gone, and of earlier versions', async () => {
    const out = await filled('unit/luwan', 'unit/gone');
    const stale = ['keys.json', 'composed.json', 'last.json', 'packs/0.json'].map((name) => `${STORE_FOLDER}/${name}`);
    for (const path of stale) await out.write(path, new TextEncoder().encode('{}'));
    await out.write('a.pdf', new Uint8Array());
    await (await reopened(out)).removeOthers(['unit/luwan']);
    expect(out.texts().size).toBe(2);
    expect((await reopened(out)).entryOf(id('a'))).not.toBeNull();
  });

  it.each([
    ['of another group', (text: string) => text, 'unit/gone'],
    ['cut short', (text: string) => text.slice(0, -1), 'unit/luwan'],
    ['altered', (text: string) => text.replace('"x"', '"z"'), 'unit/luwan'],
    ['empty', () => '', 'unit/luwan'],
  ])('takes a file that is %s for empty', async (_, harm, from) => {
    const [own, other] = [await filled('unit/luwan'), await filled(from)];
    const [path = ''] = own.texts().keys();
    const [text = ''] = other.texts().values();
    await own.write(path, new TextEncoder().encode(harm(text)));
    expect((await reopened(own)).entryOf(id('a'))).toBeNull();
  });
});
