import { settingsOf } from '../../model/campaign.js';
import type { RuleSetting } from '../../model/campaign.js';
import { percent, sum } from '../../campaign/arithmetic.js';
import { characterCount, blocksText } from '../../markdown/plain-text.js';
import type { Entry, Project } from '../../model/project.js';
import { eachUnit } from '../unit-documents.js';
import { shareMeetsLimit, limitText, settingReference } from '../limits.js';
import type { Finding, Rule } from '../rule.js';

/** The sections of an analysis report keep the campaign's proportions, so that it is no ordinary work summary. */
export const analysisLikeSummary: Rule = {
  code: 'ANALYSIS-LIKE-SUMMARY',
  severity: 'warning',
  title: '分析检查报告不能写成工作总结',
  detail:
    '成效从简，问题和原因是重点。按字数算各部分所占的篇幅，与活动文件“规则”里的比例比较；写成总结的会被退回重写。',
  source: '活动总体方案：避免写成一般的工作总结；比例见活动文件的“规则”',
  examples: {
    good: { file: 'units/qiaodong/analysis.md', lines: '## 贯彻落实情况\n\n新设一个窗口。' },
    bad: {
      file: 'units/qiaodong/analysis.md',
      lines:
        '## 贯彻落实情况\n\n一年来新设一个窗口，新印三种单子，办结常办事项2160件，办结率居全街道第一，得到居民的普遍好评，连续三个季度被评为先进，两次在街道会上介绍经验，三家媒体作了报道，各项工作都上了新台阶，取得了显著成效。',
    },
  },
  run: eachUnit(({ project, documents }) => {
    const report = documents.get('analysis');
    const settings = settingsOf(project.campaign, 'ANALYSIS-LIKE-SUMMARY');
    return report ? settings.flatMap((setting) => inspect(report, setting, project)) : [];
  }),
};

function inspect(report: Entry, setting: RuleSetting, project: Project): readonly Finding[] {
  const lengths = report.sections().map(({ title, blocks, span }) => ({
    title,
    span,
    length: characterCount(blocksText(blocks)),
  }));
  const chosen = lengths.filter(({ title }) => setting.sections.includes(title));
  const [part, whole] = [chosen, lengths].map((list) => sum(list.map(({ length }) => length)));
  const [first] = chosen;
  if (!first || !part || !whole || shareMeetsLimit(part, whole, setting)) return [];
  return [
    {
      message: `${chosen.map(({ title }) => `“${title}”`).join('和')}共${part}字，占全文${whole}字的${percent(part, whole)}，规定${limitText(setting)}`,
      span: first.span,
      hint: '成效压缩，问题写具体，原因挖深。',
      related: [settingReference(project, setting)],
    },
  ];
}
