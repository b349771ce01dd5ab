import { describe, expect, it } from 'vitest';
import { fixWorkspace, writeFixes } from '../../src/app/check/fix.js';
import { filesBelow, memoryDisk } from '../support/memory-disk.js';
import type { MemoryDisk } from '../support/memory-disk.js';
import { ROOT, TINY, loadDisk } from '../support/workspace.js';

const shipped = memoryDisk(filesBelow(ROOT, 'templates'));
const PLAN = 'content/units/dongmen/plan.md';
const TASKS = 'content/units/dongmen/tasks.csv';

/** The second campaign with its plan changed. */
function workspace(change: (plan: string) => string, more: Readonly<Record<string, string>> = {}): MemoryDisk {
  const files = filesBelow(TINY, 'content');
  return memoryDisk({ ...files, [PLAN]: change(files[PLAN]!), ...more });
}

async function mend(disk: MemoryDisk, wanted: (path: string) => boolean = () => true): Promise<MemoryDisk> {
  await writeFixes(disk, await fixWorkspace(disk, shipped, wanted));
  return disk;
}

const FAULTS = `活动主题: 一校一书屋(试行),先有书
实践载体: 'it''s 午间半小时,每天"一次"'
目标: [ '书屋藏书,不少于1200册', "每班每周(一次)" ]
`;

function spoil(plan: string): string {
  return plan
    .replace(/活动主题:.*\n实践载体:.*\n目标:.*\n/, FAULTS)
    .replace('东小〔2027〕2号', '东小[2027]02号')
    .replace('让孩子在学校里随手摸得到书。', '让孩子,随手摸得到书(一本也好)...\n\n见 https://a.cn/b,c 处。');
}

describe('check --fix', () => {
  it('mends values and bodies and leaves quoting and structure alone', async () => {
    const plan = (await mend(workspace(spoil))).texts().get(PLAN)!;
    expect(plan).toContain('活动主题: 一校一书屋（试行），先有书\n');
    expect(plan).toContain(`实践载体: 'it''s 午间半小时,每天"一次"'\n`);
    expect(plan).toContain(`目标: [ '书屋藏书，不少于1200册', "每班每周（一次）" ]\n`);
    expect(plan).toContain('发文字号: 东小〔2027〕2号\n');
    expect(plan).toContain('让孩子，随手摸得到书（一本也好）……\n\n见 https://a.cn/b,c 处。');
  });

  it('changes nothing the second time', async () => {
    const disk = await mend(workspace(spoil));
    expect(await fixWorkspace(disk, shipped, () => true)).toEqual([]);
  });

  it('keeps a CSV list a CSV list', async () => {
    const csv = '任务,目标,责任人,时限\n"粉刷,上架(两天)","墙面,书架""好用""",游可为,2027-03-31\n';
    const disk = workspace((plan) => plan.replace('联络员:', '任务分解: ./tasks.csv\n联络员:'), { [TASKS]: csv });
    const mended = (await mend(disk)).texts().get(TASKS)!;
    expect(mended.split('\n')[1]).toMatch(/^"粉刷，上架（两天）",/);
    const { value } = await loadDisk(disk);
    const tasks = value!.entries.find(({ source }) => source.path === PLAN)!.data['tasks'];
    expect(tasks).toMatchObject([{ task: '粉刷，上架（两天）', owner: '游可为', deadline: '2027-03-31' }]);
  });

  it('stays within the files that were asked for', async () => {
    expect(await fixWorkspace(workspace(spoil), shipped, (path) => path !== PLAN)).toEqual([]);
  });

  it('keeps a byte order mark and Windows line ends', async () => {
    const disk = await mend(workspace((plan) => `\uFEFF${spoil(plan).replaceAll('\n', '\r\n')}`));
    const bytes = await disk.read(PLAN);
    expect([...bytes!.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes ?? undefined);
    expect(text).toContain('让孩子，随手摸得到书（一本也好）……\r\n');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });
});
