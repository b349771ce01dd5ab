import type { UnitFacts } from './unit.js';
import { contentFile, part, section } from './front-matter.js';
import type { Fields } from './front-matter.js';

const LECTURES = ['宗旨意识', '找准问题', '健全机制', '推动发展'];
const BOOKS = ['《服务手册》', '《作风建设问答》', '《基层治理案例选》'];
const STUDY_DAYS = ['11', '12', '13', '14', '15', '16', '17', '18', '19', '20'];
const STEPS = [
  ['1.1', '学习动员', '03-09', '03-22'],
  ['1.2', '专题调研', '03-23', '04-12'],
  ['1.3', '讨论破题', '04-13', '04-30'],
  ['2.1', '聚焦问题', '05-01', '05-15'],
  ['2.2', '民主生活会', '05-16', '05-31'],
  ['2.3', '撰写报告', '06-01', '06-15'],
  ['2.4', '组织评议', '06-16', '06-30'],
  ['3.1', '制定方案', '07-01', '07-20'],
  ['3.2', '集中整改', '07-21', '08-10'],
  ['3.3', '完善制度', '08-11', '08-31'],
] as const;

/** `plan.md` */
export function planFile(unit: UnitFacts): string {
  const { district, random, writer, leaders, staff, topics } = unit;
  const [approved, opened] = unit.isPilot ? ['03-08', '03-09'] : ['03-10', '03-11'];
  const issuedOn = district.on(unit.isPilot ? '03-08' : '03-10');
  const attending = random.integer(24, 90);
  return contentFile(
    {
      状态: '定稿',
      发文字号: documentNumber(unit, 4),
      成文日期: issuedOn,
      印发日期: district.on(opened),
      抄送: ['区活动办', unit.group.name],
      活动主题: district.name.slice(1, district.name.indexOf('”')),
      实践载体: `“走访${topics[0]?.people ?? ''}、办好${topics[0]?.thing ?? ''}”行动`,
      目标: topics.slice(0, 4).map(({ thing, defect }) => `${thing}${defect.split('、')[0] ?? ''}的状况得到扭转`),
      审阅日期: district.on(unit.isPilot ? '03-07' : '03-09'),
      批准日期: district.on(approved),
      首次活动日期: district.on(opened),
      动员会: {
        日期: district.on(opened),
        地点: '机关大会议室',
        动员人: leaders[0] ?? '',
        应到: attending,
        实到: attending - random.integer(0, 4),
      },
      步骤安排: STEPS.map(([id, , from, to]) => ({
        环节: id,
        起: district.on(id === '1.1' ? opened : from),
        止: district.on(to),
        工作: writer.sentence('action').replaceAll('。', ''),
        责任人: random.pick(leaders),
      })),
      领导小组: {
        组长: leaders[0] ?? '',
        副组长: leaders.slice(1, 3),
        成员: [...leaders.slice(3), ...staff.slice(0, 4)],
        工作机构: '活动专班',
        工作机构负责人: leaders[1] ?? '',
      },
      联络员: staff[0] ?? '',
      学习安排: STUDY_DAYS.map((day, at) => studyDay(unit, day, at)),
      任务分解: topics.map(({ thing, remedy }) => ({
        任务: `${thing}专项整治`,
        目标: remedy,
        环节: '3.2',
        责任人: random.pick(leaders),
        时限: district.day(random, '08-01', '08-31'),
      })),
    },
    planBody(unit),
  );
}

function studyDay({ district, random, leaders, topics }: UnitFacts, day: string, at: number): Fields {
  const lecture = LECTURES[at / 2];
  const subject =
    lecture === undefined
      ? `研读${BOOKS[at % 3] ?? ''}，对照${topics[at % topics.length]?.thing ?? ''}找差距`
      : `从${topics[at]?.thing ?? ''}谈起`;
  return {
    日期: district.on(`03-${day}`),
    专题: subject,
    ...(lecture === undefined ? {} : { 专题课: lecture }),
    形式: lecture === undefined ? '集体学习' : '专题党课',
    主讲人: random.pick(leaders),
    人数: random.integer(12, 60),
  };
}

function planBody({ writer }: UnitFacts): string {
  const principles = ['群众参与', '问题导向', '以上率下', '实事求是'];
  return [
    section('指导思想', writer.passage('resolve', 2, 4)),
    section('基本原则', ...principles.map((name) => `坚持${name}。${writer.paragraph('resolve', 3)}`)),
    section('目标要求', writer.passage('action', 2, 4)),
    section('方法步骤', ...STEPS.map(([, name]) => part(name, writer.paragraph('action', 4)))),
    section('组织领导', writer.passage('resolve', 2, 5)),
  ].join('\n');
}

/** `research.md` */
export function researchFile({ district, random, writer, leaders, staff, topics, villages }: UnitFacts): string {
  const households = random.integer(24, 160);
  return contentFile(
    {
      状态: '定稿',
      成文日期: district.day(random, '04-09', '04-12'),
      课题: `${topics[0]?.thing ?? ''}和${topics[1]?.thing ?? ''}`,
      领导: leaders[0] ?? '',
      调研组: staff.slice(0, 3),
      地点: villages.length > 0 ? villages : topics.slice(0, 3).map(({ office }) => office),
      起: district.day(random, '03-24', '03-26'),
      止: district.day(random, '04-03', '04-08'),
      天数: random.integer(6, 9),
      座谈: random.integer(2, 6),
      访谈人数: random.integer(18, 70),
      走访户数: households,
      问卷: households,
      数据: topics.map(({ thing, defect }) => ({
        项目: `${thing}摸底`,
        数值: `${random.integer(3, 240)}处`,
        说明: defect,
      })),
    },
    [
      section('基本情况', writer.passage('finding', 3, 5)),
      section('存在的主要问题', writer.passage('finding', 4, 5)),
      section('原因分析', writer.passage('cause', 3, 5)),
      section('对策建议', writer.passage('action', 4, 5)),
    ].join('\n'),
  );
}

/** 云芦3〔2026〕4号 */
export function documentNumber({ prefix, district }: UnitFacts, number: number): string {
  return `${prefix}〔${district.year}〕${number}号`;
}
