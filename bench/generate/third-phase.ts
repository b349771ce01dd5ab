import type { Findings, Item } from './findings.js';
import { documentNumber } from './first-phase.js';
import { contentFile, csv, part, section } from './front-matter.js';
import type { Fields } from './front-matter.js';
import type { UnitFacts } from './unit.js';

const SAFEGUARDS = ['公开承诺制', '首办负责制', '限时办结制', '责任追究制', '考核评价制', '激励保障制'];

/** `rectification.md`; its items are in `rectification.csv`. */
export function rectificationFile(unit: UnitFacts, { items }: Findings): string {
  const { district, random, writer, leaders, topics } = unit;
  const audiences = ['本单位党员', '群众', ...(unit.isPilot ? ['乡负责人', '管理处负责人'] : [])];
  return contentFile(
    {
      状态: '定稿',
      发文字号: documentNumber(unit, 13),
      成文日期: district.on('07-15'),
      印发日期: district.on('07-16'),
      抄送: ['区活动办'],
      建言献策: items.length + random.integer(3, 40),
      整改事项: './rectification.csv',
      制度建设: topics.slice(0, 4).map(({ thing, defect }, at) => ({
        名称: `${thing}管理办法`,
        类型: ['修订', '新立'][at % 2] ?? '',
        缺陷: defect,
        责任人: random.pick(leaders),
        印发日期: district.day(random, '08-12', '08-28'),
      })),
      公布通报: audiences.map((audience) => ({
        范围: audience,
        方式: '会议通报和公示栏张贴',
        日期: district.day(random, '07-17', '07-20'),
      })),
    },
    [
      section('指导思想', writer.passage('resolve', 1, 4)),
      section('目标任务', writer.passage('resolve', 2, 4)),
      section(
        '整改内容和措施',
        ...['立即整改', '限期整改', '分步整改'].map((name) => part(name, writer.passage('action', 2, 5))),
      ),
      section('制度建设', writer.passage('action', 1, 4)),
      section('保障措施', ...SAFEGUARDS.map((name) => part(name, writer.paragraph('action', 2)))),
    ].join('\n'),
  );
}

/** `rectification.csv` */
export function rectificationTable(unit: UnitFacts, { items }: Findings): string {
  const header = ['序号', '问题', '内容', '目标', '措施', '责任人', '主办', '协办', '时限', '难易', '进度安排', '资金'];
  const rows = items.map(({ id, problem, responsible, deadline, difficulty }) => [
    id,
    problem.id,
    `${problem.topic.thing}整治`,
    `消除${problem.topic.defect}`,
    unit.writer.sentence('action', problem.topic).replace('。', ''),
    responsible,
    problem.topic.office,
    unit.topics[id % unit.topics.length]?.office ?? '',
    deadline,
    difficulty,
    difficulty === '分步整改' ? scheduleOf(deadline) : '',
    unit.random.integer(1, 900) / 10,
  ]);
  return csv(header, rows);
}

function scheduleOf(deadline: string): string {
  const [, month = '', day = ''] = deadline.split('-');
  return `7月25日前摸底；8月8日前动工；${Number(month)}月${Number(day)}日前验收`;
}

/** `ledger.md`; its rows are in `ledger.csv`. */
export function ledgerFile({ district, writer, staff }: UnitFacts): string {
  return contentFile(
    {
      状态: '定稿',
      成文日期: district.on('09-02'),
      截止日期: district.on('08-31'),
      填报人: staff[0] ?? '',
      进展: './ledger.csv',
    },
    section('填报说明', writer.passage('gain', 1, 4)),
  );
}

/** `ledger.csv` */
export function ledgerTable({ writer, group }: UnitFacts, { items }: Findings): string {
  const header = ['序号', '状态', '进展', '佐证', '销号日期', '核验人'];
  const rows = items.map(({ id, problem, state, deadline }) => [
    id,
    state,
    writer.sentence(state === '已完成' ? 'gain' : 'action', problem.topic).replace('。', ''),
    '现场记录',
    state === '已完成' ? deadline : '',
    state === '已完成' ? group.head : '',
  ]);
  return csv(header, rows);
}

/** `survey.md` */
export function surveyFile(unit: UnitFacts): string {
  const { district, random, writer, leaders, group, topics } = unit;
  const kinds = ['区级领导评部门', '服务对象评党员', '干部职工评班子'].slice(unit.isPilot ? 1 : 0);
  return contentFile(
    {
      状态: '定稿',
      发文字号: documentNumber(unit, 16),
      签发人: [leaders[0] ?? ''],
      成文日期: district.on('09-12'),
      印发日期: district.on('09-13'),
      抄送: ['区活动办', group.name],
      测评: kinds.map((kind, at) => round(unit, kind, at)),
      意见: topics
        .slice(0, 3)
        .map(({ thing, people }) => ({ 意见: `${thing}还要常抓`, 来源: people, 处理: '采纳', 说明: '列入日常检查' })),
      公开: [{ 范围: '群众', 方式: '公示栏张贴', 日期: district.day(random, '09-13', '09-14') }],
    },
    [
      section('组织情况', writer.passage('resolve', 2, 4)),
      section('主要意见', writer.passage('finding', 2, 4)),
      section('整改打算', writer.passage('action', 2, 4)),
    ].join('\n'),
  );
}

function round({ district, random }: UnitFacts, kind: string, at: number): Fields {
  const issued = random.integer(20, 120);
  const valid = issued - random.integer(0, 2);
  const unsatisfied = random.integer(0, Math.floor(valid / 12));
  const satisfied = random.integer(Math.floor(valid / 2), valid - unsatisfied);
  return {
    轮次: 1,
    类别: kind,
    日期: district.on(`09-0${at + 6}`),
    方式: '无记名填票',
    参评人员: [{ 类别: ['区级领导', '服务对象', '干部职工'][at] ?? '', 人数: issued }],
    发出: issued,
    收回: issued,
    有效: valid,
    票数: { 满意: satisfied, 基本满意: valid - satisfied - unsatisfied, 不满意: unsatisfied },
  };
}

/** `summary.md` */
export function summaryFile(unit: UnitFacts, findings: Findings): string {
  const { district, writer, leaders, group } = unit;
  return contentFile(
    {
      状态: '定稿',
      发文字号: documentNumber(unit, 19),
      签发人: [leaders[0] ?? ''],
      成文日期: district.on('10-12'),
      印发日期: district.on('10-13'),
      抄送: ['区活动办', group.name],
      统计: statistics(unit, findings),
      通过日期: district.on('10-12'),
      通过会议: '单位党委会议',
      总结大会日期: district.on('10-14'),
      报送日期: district.on('10-16'),
    },
    [
      section('基本情况与主要做法', writer.passage('action', 4, 5)),
      section('取得的成效', writer.passage('gain', 4, 5)),
      section('主要经验', writer.passage('resolve', 3, 5)),
      section('存在的不足', writer.passage('finding', 2, 4)),
      section('努力方向和措施', writer.passage('action', 3, 5)),
    ].join('\n'),
  );
}

function statistics({ members }: UnitFacts, findings: Findings): readonly Fields[] {
  const row = (name: string, value: number, measure: string): Fields => ({ 项目: name, 数量: value, 单位: measure });
  const done = findings.items.filter(({ state }: Item) => state === '已完成').length;
  return [
    row('参加党员', members, '人'),
    row('讲授专题课', 4, '次'),
    row(
      '走访户数',
      findings.visits.reduce((sum, { households }) => sum + households, 0),
      '户',
    ),
    row(
      '征求意见条数',
      findings.collected.reduce((sum, { opinions }) => sum + opinions, 0),
      '条',
    ),
    row('归并意见', findings.opinions.length, '条'),
    row('归并问题', findings.problems.length, '个'),
    row('会前谈心谈话', findings.heartTalks, '人次'),
    row('整改事项', findings.items.length, '项'),
    row('完成整改事项', done, '项'),
    row('建立完善制度', 4, '项'),
  ];
}
