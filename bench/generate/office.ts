import type { District } from './campaign.js';
import { contentFile, section } from './front-matter.js';
import { createWriter } from './prose.js';
import type { Random } from './random.js';
import type { UnitFacts } from './unit.js';
import { TOPICS } from './words.js';

/** The documents of the campaign office by path: a bulletin for every eight units and a notice for each phase. */
export function officeFiles(
  district: District,
  units: readonly UnitFacts[],
  random: Random,
): readonly (readonly [string, string])[] {
  const issues = Math.min(60, Math.max(2, Math.ceil(units.length / 8)));
  const bulletins = Array.from({ length: issues }, (_, at) => bulletin(district, units, random, at, issues));
  const phases = [
    ['1', '05-03', '04-30'],
    ['2', '07-08', '07-06'],
    ['3', '09-08', '09-05'],
  ] as const;
  return [
    ...bulletins,
    ...phases.map(([phase, issuedOn, asOf], at) => notice(district, random, phase, issuedOn, asOf, at)),
  ];
}

function bulletin(
  district: District,
  units: readonly UnitFacts[],
  random: Random,
  at: number,
  of: number,
): readonly [string, string] {
  const writer = createWriter(random.fork(`bulletin-${at}`), TOPICS);
  const day = Math.floor((at * 150) / of);
  const issuedOn = `${district.year}-${String(3 + Math.floor((14 + day) / 30)).padStart(2, '0')}-${String(((14 + day) % 30) + 1).padStart(2, '0')}`;
  const text = contentFile(
    {
      状态: '定稿',
      期号: at + 1,
      总期号: at + 1,
      成文日期: issuedOn,
      供稿单位: random.sample(units, 5).map(({ id }) => id),
    },
    section(writer.sentence('resolve').replaceAll('。', ''), writer.passage('gain', 5, 4)),
  );
  return [`bulletins/${String(at + 1).padStart(3, '0')}.md`, text];
}

function notice(
  district: District,
  random: Random,
  phase: string,
  issuedOn: string,
  asOf: string,
  at: number,
): readonly [string, string] {
  const writer = createWriter(random.fork(`notice-${phase}`), TOPICS);
  const text = contentFile(
    {
      状态: '定稿',
      发文字号: `${district.prefix}活办〔${district.year}〕${at * 7 + 11}号`,
      成文日期: district.on(issuedOn),
      印发日期: district.on(issuedOn),
      主送: ['区直各部门', '各派驻单位', '各管理处'],
      抄送: ['区纪工委', '区党工委组织部', '各指导检查组'],
      阶段: phase,
      截止日期: district.on(asOf),
    },
    [
      section('基本情况', writer.passage('gain', 2, 5)),
      section('主要特点', writer.passage('gain', 3, 4)),
      section('存在问题', writer.passage('finding', 3, 4)),
      section('下步要求', writer.passage('action', 3, 4)),
    ].join('\n'),
  );
  return [`notices/00${phase}.md`, text];
}
