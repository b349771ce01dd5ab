import { distinct, personName, placeName } from './prose.js';
import type { Random } from './random.js';

/** The facts that all units of a generated district share. */
export interface District {
  readonly year: number;
  readonly region: string;
  readonly city: string;
  readonly name: string;
  readonly shortName: string;
  /** The organ's character in document numbers, such as 云. */
  readonly prefix: string;
  readonly groups: readonly { readonly id: string; readonly name: string; readonly head: string }[];
  readonly villages: readonly string[];
  /** Name stems, one for each unit. */
  readonly stems: readonly string[];
  /** A day of the campaign's year; `from` and `to` are MM-DD of the same month. */
  day(random: Random, from: string, to: string): string;
  on(monthDay: string): string;
}

const THEMES = [
  '强服务、优作风',
  '访民情、解民忧',
  '转作风、抓落实',
  '守初心、办实事',
  '严纪律、提效能',
  '重实干、促振兴',
];
const ORDINALS = '一二三四五六七八九十';

export function createDistrict(random: Random, units: number): District {
  const year = random.integer(2021, 2029);
  const [region, city] = [placeName(random), placeName(random)];
  const theme = random.pick(THEMES);
  const heads = distinct(Math.min(10, Math.max(4, Math.ceil(units / 12))), () => personName(random));
  return {
    year,
    region: `${region}管理区`,
    city: `${city}市`,
    name: `“${theme}”主题实践活动`,
    shortName: '主题实践活动',
    prefix: region.slice(0, 1),
    groups: heads.map((head, index) => ({
      id: `ig${index + 1}`,
      name: `区第${ORDINALS[index] ?? ''}指导检查组`,
      head,
    })),
    villages: distinct(units * 3, () => `${placeName(random)}村`),
    stems: distinct(units, () => placeName(random)),
    day: (stream, from, to) => {
      const day = stream.integer(Number(from.slice(3)), Number(to.slice(3)));
      return `${year}-${from.slice(0, 3)}${String(day).padStart(2, '0')}`;
    },
    on: (monthDay) => `${year}-${monthDay}`,
  };
}

/** `content/campaign.md`. `pilot` is the folder of the pilot unit (先行单位). */
export function campaignFile(district: District, pilot: string): string {
  const { year, region, city, name, shortName, prefix, groups, villages } = district;
  const theme = name.slice(1, name.indexOf('”'));
  const leading = `${region}${name}领导小组`;
  return `---
编号: campaign-${year}
名称: ${name}
简称: ${shortName}
主题: ${theme}
地区: ${region}
年份: ${year}
起: ${year}-03-09
止: ${year}-08-31
机关:
  党委: 中共${region}工作委员会
  领导小组: ${leading}
  办公室: ${leading}办公室
  办公室简称: 区活动办
  上级办公室: 中共${city}委${name}领导小组办公室
  印发机关: ${leading}办公室
  机关代字: ${prefix}活办
别称:
  区工委: 中共${region}工作委员会
  区党工委: 中共${region}工作委员会
  区活动办: ${leading}办公室
${calendar(year)}
单位类别: [区级班子, 区直部门, 派驻单位, 管理处]
检查组:
${groups.map((group) => `  - { 编号: ${group.id}, 名称: ${group.name}, 组长: ${group.head} }`).join('\n')}
村: [${villages.join(', ')}]
${SETS}
简报:
  名称: ${shortName}简报
  此前总期数: 0
  报: [中共${city}委${name}领导小组办公室, 区党工委、管委会领导]
  送: [区纪工委, 区党工委组织部, 区党工委宣传部, 各指导检查组]
  发: [区直各部门, 各派驻单位, 各管理处]
  印数: 150
先行单位: ${pilot}
单位必填: [上级, 检查组, 第一责任人, 直接责任人, 联络员, 机关代字]
${RULES.replace('{mobilisation}', `${year}-03-13`)}
---
`;
}

function calendar(year: number): string {
  const step = (id: string, name: string, from: string, to: string, asks: string): string =>
    `  - { 编号: '${id}', 阶段: '${id.slice(0, 1)}', 名称: ${name}, 起: ${year}-${from}, 止: ${year}-${to}, 要求: ${asks} }`;
  const due = (kind: string, at: string, by: string, more: string): string =>
    `  - { 文种: ${kind}, ${at === '' ? '' : `环节: '${at}', `}期限: ${year}-${by}, ${more} }`;
  return [
    '阶段:',
    `  - { 编号: '1', 名称: 学习调研, 主题词: 深, 起: ${year}-03-09, 止: ${year}-04-30 }`,
    `  - { 编号: '2', 名称: 分析检查, 主题词: 真, 起: ${year}-05-01, 止: ${year}-06-30 }`,
    `  - { 编号: '3', 名称: 整改落实, 主题词: 实, 起: ${year}-07-01, 止: ${year}-08-31 }`,
    '环节:',
    step('1.1', '学习动员', '03-09', '03-22', '召开动员会，组织集中学习'),
    step('1.2', '专题调研', '03-23', '04-12', '班子成员带题下访，征求意见'),
    step('1.3', '讨论破题', '04-13', '04-30', '围绕堵点组织讨论，议出办法'),
    step('2.1', '聚焦问题', '05-01', '05-15', '对照标准查摆，归纳形成报告'),
    step('2.2', '民主生活会', '05-16', '05-31', '谈心交心，召开专题民主生活会'),
    step('2.3', '撰写报告', '06-01', '06-15', '主要负责人主持起草分析检查报告'),
    step('2.4', '组织评议', '06-16', '06-30', '请党员群众评议报告'),
    step('3.1', '制定方案', '07-01', '07-20', '制定整改落实方案，逐项明确责任和时限'),
    step('3.2', '集中整改', '07-21', '08-10', '分类推进，能改的立即改'),
    step('3.3', '完善制度', '08-11', '08-31', '查找制度缺陷，抓好废止、修订和新立'),
    '应报材料:',
    due('plan', '1.1', '03-12', '批准: 区党工委, 审阅: 指导检查组, 报送: [区活动办]'),
    due('research', '1.2', '04-15', '报送: [区活动办]'),
    due('opinions', '2.1', '05-12', '报送: [区活动办]'),
    due('problems', '2.1', '05-15', '审阅: 指导检查组, 报送: [区活动办]'),
    due('meeting', '2.2', '06-05', '报送: [区纪工委, 区党工委组织部, 区活动办]'),
    due('analysis', '2.3', '06-15', '审阅: 指导检查组, 报送: [区活动办]'),
    due('evaluation', '2.4', '06-30', '报送: [区活动办]'),
    due('filing', '2.4', '07-06', '报送: [区活动办], 备案材料: [analysis, evaluation]'),
    due('rectification', '3.1', '07-20', '报送: [区活动办], 公布范围: [本单位党员, 群众]'),
    due('ledger', '3.3', '09-05', '报送: [区活动办, 指导检查组]'),
    due('survey', '', '09-20', '报送: [区活动办], 公布范围: [群众]'),
    due('summary', '', '10-31', '批准: 本单位党组织会议, 报送: [区活动办]'),
  ].join('\n');
}

const SETS = `集合:
  - { 键: principles, 名称: 四项原则, 数目: 4, 成员: [群众参与, 问题导向, 以上率下, 实事求是] }
  - { 键: problemClasses, 名称: 三类问题, 数目: 3, 成员: [服务发展, 作风纪律, 和谐稳定] }
  - { 键: benchmarks, 名称: 五个对照, 数目: 5, 成员: [对照服务宗旨, 对照先进地区, 对照岗位职责, 对照群众期盼, 对照业绩要求] }
  - { 键: lectureTopics, 名称: 四个专题课, 数目: 4, 成员: [宗旨意识, 找准问题, 健全机制, 推动发展] }
  - { 键: books, 名称: 三本必读书, 数目: 3, 成员: [《服务手册》, 《作风建设问答》, 《基层治理案例选》] }
  - { 键: channels, 名称: 六条渠道, 数目: 6, 成员: [座谈会, 入户走访, 问卷调查, 征求意见箱, 服务热线, 网上留言] }
  - { 键: disposals, 名称: 处理方式, 成员: [采纳, 部分采纳, 解释说明, 转办], 须说明: [部分采纳, 解释说明, 转办] }
  - { 键: observers, 名称: 列席机关, 数目: 3, 成员: [区纪工委, 区党工委组织部, 指导检查组] }
  - { 键: measureTerms, 名称: 举措期限, 成员: [立即解决, 一段时间内解决] }
  - { 键: evaluationDimensions, 名称: 五项评议, 数目: 5, 成员: [认识深不深, 问题准不准, 原因透不透, 思路清不清, 措施实不实] }
  - { 键: evaluationGrades, 名称: 评议等次, 成员: [好, 较好, 一般, 差], 计入满意: [好, 较好] }
  - { 键: difficulties, 名称: 三类难易, 数目: 3, 成员: [立即整改, 限期整改, 分步整改], 须说明: [分步整改] }
  - { 键: ledgerStates, 名称: 台账状态, 成员: [已完成, 推进中, 长期坚持, 结转下一批], 计为完成: [已完成] }
  - { 键: safeguards, 名称: 六项制度, 数目: 6, 成员: [公开承诺制, 首办负责制, 限时办结制, 责任追究制, 考核评价制, 激励保障制] }
  - { 键: surveyKinds, 名称: 三项测评, 数目: 3, 成员: [区级领导评部门, 服务对象评党员, 干部职工评班子] }
  - { 键: surveyGrades, 名称: 测评等次, 成员: [满意, 基本满意, 不满意], 计入满意: [满意, 基本满意] }
  - { 键: fourOnes, 名称: 四个一, 数目: 4, 成员: [一个村, 一家企业, 一户困难家庭, 一个项目] }
等次:
  - { 名称: 通过, 下限: 85 }
  - { 名称: 回头看, 下限: 80, 处理: 补课后重新测评, 记录: 回头看 }
  - { 名称: 转入下一批, 下限: 0, 处理: 转入下一批活动, 记录: 下一批 }`;

const RULES = `公布对象:
  - { 名称: 本单位党员, 也作: [党员] }
  - { 名称: 群众, 也作: [服务对象, 居民, 客户] }
  - { 名称: 乡负责人 }
  - { 名称: 管理处负责人 }
统计口径:
  - { 数字: 党员, 项目: [参加党员] }
  - { 数字: 走访户数, 项目: [走访户数] }
  - { 数字: 征求意见, 项目: [征求意见条数] }
  - { 数字: 归并意见, 项目: [归并意见] }
  - { 数字: 问题, 项目: [归并问题] }
  - { 数字: 谈心, 项目: [会前谈心谈话] }
  - { 数字: 整改事项, 项目: [整改事项] }
  - { 数字: 完成事项, 项目: [完成整改事项] }
规则:
  - { 编号: MOBILISATION-LATE, 指标: 动员会最迟日期, 日期: {mobilisation} }
  - { 编号: MOBILISATION-ATTENDANCE-LOW, 指标: 动员会到会率, 关系: 至少, 数值: 80, 单位: '%' }
  - { 编号: RESEARCH-DAYS-SHORT, 指标: 下访调研天数, 关系: 至少, 数值: 6, 单位: 天 }
  - { 编号: MEETING-NOTICE-SHORT, 指标: 民主生活会提前通知天数, 关系: 至少, 数值: 7, 单位: 天 }
  - { 编号: MEETING-QUORUM-SHORT, 指标: 民主生活会到会率, 关系: 至少, 数值: 90, 单位: '%' }
  - { 编号: PUBLICATION-LATE, 指标: 测评结果公布期限, 文种: [survey], 关系: 至多, 数值: 10, 单位: 天 }
  - { 编号: AUDIENCE-MISSED, 文种: [rectification], 单位类别: [区级班子], 公布范围: [乡负责人, 管理处负责人] }
  - { 编号: SURVEY-KIND-MISSING, 单位类别: [区级班子], 程度: 不查, 理由: 区级领导不评自己 }`;
