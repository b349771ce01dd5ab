import type { District } from './campaign.js';
import { contentFile, section } from './front-matter.js';
import { createWriter, distinct, personName } from './prose.js';
import type { Writer } from './prose.js';
import type { Random } from './random.js';
import { TOPICS } from './words.js';
import type { Topic } from './words.js';

/** The facts on which the documents of a unit must agree, chosen before the first is written. */
export interface UnitFacts {
  readonly id: string;
  readonly order: number;
  readonly isPilot: boolean;
  readonly district: District;
  readonly random: Random;
  readonly writer: Writer;
  readonly fullName: string;
  readonly shortName: string;
  readonly kind: string;
  readonly prefix: string;
  readonly partyBody: string;
  readonly group: District['groups'][number];
  readonly villages: readonly string[];
  /** The villages that the unit visits; each village of the district is near one unit. */
  readonly nearby: readonly string[];
  readonly leaders: readonly string[];
  readonly staff: readonly string[];
  readonly members: number;
  readonly workers: number;
  readonly topics: readonly Topic[];
}

const SYLLABLES = 'lin he yun shan qing tang bai shi du nan bei dong xi an ping hai jiang hu cao mu hong lan'.split(
  ' ',
);
const KINDS = ['区直部门', '派驻单位', '管理处'];
const POSTS = ['党委书记、主任', '党委副书记', '党委委员、副主任', '党委委员、纪委书记', '党委委员、总工程师'];

/** Creates a unit of the district; the first one is the pilot unit. */
export function createUnit(district: District, index: number, random: Random): UnitFacts {
  const isPilot = index === 0;
  const kind = isPilot ? '区级班子' : random.pick(KINDS);
  const nearby = district.villages.slice(index * 3, index * 3 + 3);
  const villages = kind === '管理处' ? nearby : [];
  const topics = random.sample(TOPICS, random.integer(7, 12));
  const stem = district.stems[index] ?? '';
  const shortName = isPilot ? `${district.region}机关` : `${stem}${kind === '管理处' ? '管理处' : '服务局'}`;
  const people = distinct(random.integer(12, 18), () => personName(random));
  const fullName = isPilot ? shortName : `${district.region}${shortName}`;
  return {
    id: `${random.pick(SYLLABLES)}${random.pick(SYLLABLES)}-${String(index + 1).padStart(4, '0')}`,
    order: index + 1,
    isPilot,
    district,
    random,
    writer: createWriter(random.fork('prose'), topics),
    fullName,
    shortName,
    kind,
    prefix: `${district.prefix}${shortName.slice(0, 1)}${index + 1}`,
    partyBody: `中共${fullName}委员会`,
    group: random.pick(district.groups),
    villages,
    nearby,
    leaders: people.slice(0, random.integer(3, 7)),
    staff: people.slice(7),
    members: random.integer(20, 180),
    workers: random.integer(24, 260),
    topics,
  };
}

/** `unit.md` */
export function unitFile(unit: UnitFacts): string {
  const { leaders, staff, topics, district, villages } = unit;
  const roleOf = (at: number): string => topics[at % topics.length]?.thing ?? '';
  const people = [
    ...leaders.map((name, at) => ({
      姓名: name,
      职务: POSTS[Math.min(at, POSTS.length - 1)] ?? '',
      分工: at === 0 ? '主持全面工作' : `分管${roleOf(at)}`,
      班子成员: true,
    })),
    ...staff.map((name, at) => ({ 姓名: name, 职务: `${topics[at % topics.length]?.office ?? ''}负责人` })),
  ];
  return contentFile(
    {
      全称: unit.fullName,
      简称: unit.shortName,
      排序: unit.order,
      类别: unit.kind,
      上级: district.region,
      检查组: unit.group.id,
      党组织: unit.partyBody,
      机关代字: unit.prefix,
      印发机关: `${unit.fullName}综合办公室`,
      ...(villages.length > 0 ? { 所辖村: villages } : {}),
      职工数: unit.workers,
      党员数: unit.members,
      班子人数: leaders.length,
      支部数: Math.ceil(unit.members / 30),
      第一责任人: leaders[0] ?? '',
      直接责任人: leaders[1] ?? '',
      联络员: staff[0] ?? '',
      人员: people,
    },
    section(
      '单位概况',
      `${unit.fullName}的工作涉及${topics.map(({ thing }) => thing).join('、')}等。${unit.writer.paragraph('resolve', 2)}`,
    ),
  );
}
