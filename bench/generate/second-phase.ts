import { verbatim } from './findings.js';
import type { Findings } from './findings.js';
import { documentNumber } from './first-phase.js';
import { contentFile, csv, part, section } from './front-matter.js';
import type { UnitFacts } from './unit.js';

const DIMENSIONS = ['认识深不深', '问题准不准', '原因透不透', '思路清不清', '措施实不实'];

/** `opinions.md`; the register itself is in `opinions.csv`. */
export function opinionsFile({ district, writer, staff }: UnitFacts): string {
  return contentFile(
    {
      状态: '定稿',
      成文日期: district.on('05-09'),
      起: district.on('03-23'),
      止: district.on('05-08'),
      登记人: staff[0] ?? '',
      意见: './opinions.csv',
    },
    section('登记说明', writer.passage('finding', 2, 3)),
  );
}

/** `opinions.csv` */
export function opinionsTable({ random, writer }: UnitFacts, { opinions }: Findings): string {
  const header = ['编号', '渠道', '日期', '原文', '归并意见', '类别', '处理', '说明', '回复日期'];
  const rows = opinions.map(({ id, channel, receivedOn, repliedOn, category, disposal, topic }) => [
    id,
    channel,
    receivedOn,
    verbatim(random, topic),
    `${topic.thing}${topic.defect}`,
    category,
    disposal,
    writer.sentence('action', topic).replace('。', ''),
    repliedOn,
  ]);
  return csv(header, rows);
}

/** `problems.md` */
export function problemsFile({ district, random, writer }: UnitFacts, findings: Findings): string {
  const { collected, opinions, problems, visits } = findings;
  return contentFile(
    {
      状态: '定稿',
      成文日期: district.on('05-14'),
      征求渠道: collected.map(({ channel, opinions: count }) => {
        const people = count + random.integer(2, 40);
        return { 渠道: channel, 发出或场次: people, 收回或人数: people, 意见条数: count };
      }),
      原始条数: collected.reduce((sum, { opinions: count }) => sum + count, 0),
      归并条数: opinions.length,
      扩大会议日期: district.day(random, '05-10', '05-13'),
      走访: visits.map(({ village, households }) => ({
        村: village,
        户数: households,
        问卷: households,
        座谈: random.integer(0, 2),
        干部人数: random.integer(3, 6),
      })),
      问题: problems.map(({ id, category, benchmark, about, topic, opinions: sources }) => ({
        编号: id,
        类别: category,
        对照: benchmark,
        指向: about,
        表现: `${topic.thing}${topic.defect}`,
        例证: `${random.integer(3, 60)}处现场核实，${topic.people}当面反映`,
        来源: sources.map((source) => source.id),
      })),
    },
    [
      section('查找工作开展情况', writer.passage('finding', 2, 4)),
      ...['服务发展', '作风纪律', '和谐稳定'].map((name) =>
        section(`${name}方面的问题`, writer.passage('finding', 3, 4)),
      ),
      section('意见归纳情况', writer.passage('cause', 1, 5)),
    ].join('\n'),
  );
}

/** `meeting.md` */
export function meetingFile(unit: UnitFacts, { heartTalks }: Findings): string {
  const { district, random, writer, leaders, group } = unit;
  const observer = (body: string, name: string, post: string): Readonly<Record<string, string>> => ({
    机关: body,
    姓名: name,
    职务: post,
  });
  return contentFile(
    {
      状态: '定稿',
      成文日期: district.day(random, '05-29', '05-31'),
      会议主题: writer.sentence('resolve').replaceAll(/[。“”]/g, ''),
      通知日期: district.on('05-16'),
      日期: district.day(random, '05-26', '05-28'),
      地点: '机关小会议室',
      主持人: leaders[0] ?? '',
      应到: leaders.length,
      实到: leaders.length,
      列席: [
        observer('区纪工委', group.head, '纪检监察干部'),
        observer('区党工委组织部', group.head, '组织科干部'),
        observer('指导检查组', group.head, '组长'),
      ],
      谈心: heartTalks,
      谈心截止: district.day(random, '05-22', '05-25'),
      批评意见: random.integer(8, 40),
      发言: leaders.map((name) => ({ 姓名: name, 要点: writer.sentence('cause').replaceAll('。', '') })),
    },
    [
      section('会前准备', writer.passage('resolve', 2, 4)),
      section('会议召开情况', writer.passage('cause', 2, 4)),
      section('查摆的主要问题', writer.passage('cause', 2, 5)),
      section('整改措施', writer.passage('action', 2, 4)),
    ].join('\n'),
  );
}

/** `analysis.md` */
export function analysisFile({ district, random, writer, leaders, topics }: UnitFacts, { problems }: Findings): string {
  const ids = problems.map(({ id }) => id);
  return contentFile(
    {
      状态: '定稿',
      成文日期: district.day(random, '06-12', '06-14'),
      主持人: leaders[0] ?? '',
      征求意见: topics.slice(0, 3).map(({ people }) => ({
        对象: people,
        方式: '座谈',
        日期: district.day(random, '06-02', '06-05'),
        人数: random.integer(8, 40),
        意见条数: 9,
        采纳条数: random.integer(5, 8),
      })),
      采纳情况: topics
        .slice(0, 4)
        .map(({ thing, people }) => ({ 意见: `${thing}要写明谁来办`, 来源: people, 处理: '采纳', 说明: '已写进举措' })),
      检查组审阅: { 日期: district.day(random, '06-07', '06-08'), 结果: '修改后同意', 意见: '责任写到人' },
      讨论日期: district.day(random, '06-10', '06-11'),
      原因: [
        ...problems.map(({ id, topic }) => ({
          问题: [id],
          类别: '主观',
          原因: writer.sentence('cause', topic).replaceAll('。', ''),
        })),
        { 问题: ids.slice(0, 2), 类别: '客观', 原因: '设施建成年代早，改造要分批安排' },
      ],
      举措: problems.map(({ id, topic }, at) => ({
        问题: [id],
        举措: topic.remedy,
        期限: at % 2 === 0 ? '立即解决' : '一段时间内解决',
      })),
    },
    [
      section('形成的共识', writer.passage('resolve', 2, 4)),
      section('贯彻落实情况', writer.passage('gain', 1, 4)),
      section('存在的突出问题', writer.passage('finding', 5, 5)),
      section(
        '原因分析',
        part('主观原因', writer.passage('cause', 4, 5)),
        part('客观原因', writer.passage('cause', 1, 3)),
      ),
      section('发展思路与主要举措', writer.passage('action', 4, 5)),
      section('领导班子建设', writer.passage('resolve', 2, 4)),
    ].join('\n'),
  );
}

/** `evaluation.md` */
export function evaluationFile({ district, random, writer, topics }: UnitFacts): string {
  const groups = topics.slice(0, 4).map(({ people }) => ({ 类别: people, 人数: random.integer(8, 30) }));
  const raters = groups.reduce((sum, { 人数 }) => sum + 人数, 0);
  const valid = raters - random.integer(0, 2);
  const heldOn = district.day(random, '06-20', '06-24');
  return contentFile(
    {
      状态: '定稿',
      成文日期: district.on('06-26'),
      方式: '会议评议、无记名填写评议表',
      检查组同意日期: district.on('06-17'),
      评议日期: heldOn,
      地点: '机关大会议室',
      参评人员: groups,
      发出: raters,
      收回: raters,
      有效: valid,
      评议项目: DIMENSIONS.map((name) => {
        const [fair, poor] = [random.integer(1, 4), random.integer(0, 1)];
        const good = random.integer(Math.floor(valid / 2), valid - 8);
        return { 项目: name, 票数: { 好: good, 较好: valid - good - fair - poor, 一般: fair, 差: poor } };
      }),
      意见: topics
        .slice(0, 3)
        .map(({ thing, people }) => ({ 意见: `${thing}要早点动工`, 来源: people, 处理: '采纳', 说明: '排进整改方案' })),
      公开: [
        { 范围: '本单位党员', 方式: '大会通报', 日期: district.on('06-27') },
        { 范围: '群众', 方式: '公示栏张贴', 日期: district.on('06-28') },
      ],
    },
    [
      section('组织情况', writer.passage('resolve', 2, 4)),
      section('意见建议及采纳情况', writer.passage('action', 2, 4)),
    ].join('\n'),
  );
}

/** `filing.md` */
export function filingFile(unit: UnitFacts): string {
  const { district, writer, leaders, staff, group } = unit;
  return contentFile(
    {
      状态: '定稿',
      发文字号: documentNumber(unit, 11),
      签发人: [leaders[0] ?? ''],
      成文日期: district.on('06-30'),
      印发日期: district.on('06-30'),
      抄送: [group.name],
      备案材料: [
        { 文种: 'analysis', 份数: 2, 说明: '按评议意见修改后的文本' },
        { 文种: 'evaluation', 份数: 2 },
      ],
      报送日期: district.on('07-02'),
      应报日期: district.on('07-06'),
      联系人: staff[0] ?? '',
    },
    section('说明', writer.passage('resolve', 1, 4)),
  );
}
