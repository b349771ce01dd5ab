import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadProject } from '../../src/app/workspace/loaded-workspace.js';
import { checkProject } from '../../src/check/rules.js';
import { filesBelow, memoryDisk } from '../support/memory-disk.js';
import { ROOT, TINY } from '../support/workspace.js';

/** A ledger that an office makes itself: identifiers of its own, no code. */
const SCHEMA = `$id: duban
title: 督办台账
type: object
allOf: [{ $ref: '../schemas/document.yaml' }]
properties:
  jieZhi: { title: 截至, role: asOf, $ref: 'common.yaml#/$defs/date' }
  shiXiang:
    title: 督办事项
    role: item
    type: array
    items:
      type: object
      properties:
        neiRong: { title: 内容, role: content, type: string }
        zeRen: { title: 经办, role: responsible, $ref: 'common.yaml#/$defs/person' }
        shiXian: { title: 办结时限, role: deadline, $ref: 'common.yaml#/$defs/date' }
        jinDu: { title: 办理进度, role: state, type: string, set: ledgerStates }
        banJie: { title: 办结日期, role: closedOn, $ref: 'common.yaml#/$defs/date' }
`;
const DOCUMENT = `---
label: 督办台账
file: units/{unit}/duban.md
order: 900
title: '{{unit.shortName}}督办台账'
---
{{count shiXiang}}
`;

const SET =
  '\n  - { 键: ledgerStates, 名称: 办理状态, 成员: [推进中, 长期坚持, 已办结], 计为完成: [已办结], 不计逾期: [长期坚持] }';

let base: Readonly<Record<string, string>>;
let shipped: ReturnType<typeof memoryDisk>;
beforeAll(() => {
  shipped = memoryDisk(filesBelow(ROOT, 'templates'));
  const files = ['units/dongmen/unit.md', 'units/xiyuan/unit.md'].map((path) => `content/${path}`);
  base = {
    ...Object.fromEntries(files.map((path) => [path, readFileSync(join(TINY, path), 'utf8')])),
    'content/campaign.md': readFileSync(join(TINY, 'content', 'campaign.md'), 'utf8').replace(
      '\n集合:',
      `\n集合:${SET}`,
    ),
    'templates/duban/schema.yaml': SCHEMA,
    'templates/duban/document.hbs': DOCUMENT,
  };
});

/** What is found about a ledger whose only item is `item`, as code, message and marked text. */
async function findingsFor(item: string, asOf = '2027-05-20'): Promise<readonly string[]> {
  const path = 'content/units/dongmen/duban.md';
  const text = `---\n状态: 定稿\n成文日期: ${asOf}\n截至: ${asOf}\n督办事项:\n  - { ${item} }\n---\n`;
  const disk = memoryDisk({ ...base, [path]: text });
  const { value } = await loadProject(disk, shipped, '2027-07-01');
  if (!value) throw new Error('the campaign cannot be read');
  return checkProject(value)
    .filter(({ span }) => span?.path === path)
    .map(({ code, message, span }) => `${code} ${message} @${text.slice(span!.start, span!.end)}`);
}

const item = (rest: string): string => `内容: 修路灯, 经办: 屈南星, ${rest}`;

describe('a ledger that an office makes itself', () => {
  it('passes if everything is in order', async () => {
    expect(await findingsFor(item('办结时限: 2027-05-20, 办理进度: 推进中'))).toEqual([]);
    expect(await findingsFor(item('办结时限: 2027-04-20, 办理进度: 长期坚持'))).toEqual([]);
    expect(await findingsFor(item('办结时限: 2027-04-20, 办理进度: 已办结, 办结日期: 2027-04-20'))).toEqual([]);
  });

  it('names a person whom the unit does not have', async () => {
    const found = await findingsFor('内容: 修路灯, 经办: 查无此人, 办结时限: 2027-05-20, 办理进度: 推进中');
    expect(found).toEqual(['REFERENCE-UNKNOWN “查无此人”不在本单位的人员名单（unit.md）里 @查无此人']);
  });

  it('sets a deadline outside the campaign', async () => {
    expect(await findingsFor(item('办结时限: 2027-06-20, 办理进度: 推进中'))).toEqual([
      'ITEM-DEADLINE-OUTSIDE 第1项的办结时限2027年6月20日不在活动期间（2月22日至5月28日）之内 @2027-06-20',
    ]);
  });

  it('has an item that is still open after its deadline', async () => {
    expect(await findingsFor(item('办结时限: 2027-04-20, 办理进度: 推进中'))).toEqual([
      'LEDGER-ITEM-OVERDUE 第1项的办结时限是2027年4月20日，到2027年5月20日还是“推进中” @推进中',
    ]);
  });

  it('has an item that was closed after its deadline', async () => {
    expect(await findingsFor(item('办结时限: 2027-04-20, 办理进度: 已办结, 办结日期: 2027-04-25'))).toEqual([
      'LEDGER-ITEM-OVERDUE 第1项2027年4月25日销号，时限是2027年4月20日 @2027-04-25',
    ]);
  });

  it('closes an item without saying when', async () => {
    expect(await findingsFor(item('办结时限: 2027-04-20, 办理进度: 已办结'))).toEqual([
      'LEDGER-EVIDENCE-MISSING 第1项是“已办结”，没有“办结日期” @已办结',
    ]);
  });
});
