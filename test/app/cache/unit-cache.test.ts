import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EDITS, RULES, expectNoStaleReading, keep, packed, read } from '../../support/stored-readings.js';
import { ROOT, withWorkspace } from '../../support/workspace.js';

/** The campaign, a unit, a document and its CSV list, a document of another unit, and one of the office. */
const SAMPLE = /^(campaign\.md|units\/qiaodong\/(unit|plan|rectification)\.(md|csv)|bulletins\/002\.md)$/;

describe('the stored results of reading and checking', () => {
  // The end-to-end tests edit every file.
  it.each(EDITS)('never hide that %s was changed, in files of every sort', async (_, edit) => {
    await expectNoStaleReading(edit, (path) => SAMPLE.test(path));
  });

  it('never hides that a file has gone or come', async () => {
    await withWorkspace([RULES], async (folder) => {
      const out = await packed(folder);
      const units = join(folder, 'content', 'units');
      rmSync(join(units, 'qiaodong', 'problems.md'));
      expect(await read(folder, out)).toEqual(await read(folder, null));
      cpSync(join(units, 'qiaodong'), join(units, '新设单位'), { recursive: true });
      expect(await read(folder, out)).toEqual(await read(folder, null));
    });
  });

  it('never hides that a template or a schema was changed', async () => {
    await withWorkspace([RULES], async (folder) => {
      cpSync(join(ROOT, 'templates'), join(folder, 'templates'), { recursive: true });
      const out = await packed(folder);
      const full = join(folder, 'templates', 'schemas', 'common.yaml');
      writeFileSync(full, readFileSync(full, 'utf8').replace('title: ', 'title: 新'));
      expect(await read(folder, out)).toEqual(await read(folder, null));
    });
  });

  it('holds for what did not change, and only the changed unit is checked again', async () => {
    await withWorkspace([RULES], async (folder) => {
      const out = await packed(folder);
      const kept = out.texts();
      expect(await keep(folder, out)).toBe(0);
      expect(await read(folder, out)).toEqual(await read(folder, null));
      const plan = join(folder, 'content', 'units', 'qiaodong', 'plan.md');
      writeFileSync(plan, `${readFileSync(plan, 'utf8')}又及。\n`);
      expect(await keep(folder, out)).toBe(1);
      const changed = [...out.texts()].filter(([path, text]) => kept.get(path) !== text);
      expect(changed).toHaveLength(1);
    });
  });

  it('is of no use to another program', async () => {
    await withWorkspace([RULES], async (folder) => {
      const out = await packed(folder);
      expect(await keep(folder, out, '2')).toBe(out.texts().size);
    });
  });

  it.each([
    ['cut short', (text: string) => text.slice(0, text.length / 2)],
    ['empty', () => ''],
    ['altered', (text: string) => text.replace(/\d(?=[^\d]*$)/, (digit) => String((Number(digit) + 1) % 10))],
    ['no JSON', (text: string) => `${text.slice(0, 65)}<html>`],
  ])('is left alone where it is %s', async (_, harm) => {
    await withWorkspace([RULES], async (folder) => {
      const out = await packed(folder);
      const before = out.texts();
      for (const [path, text] of before) await out.write(path, new TextEncoder().encode(harm(text)));
      expect(out.texts()).not.toEqual(before);
      expect(await keep(folder, out)).toBe(before.size);
      expect(out.texts()).toEqual(before);
    });
  });
});
