import type { RuleSetting } from '../../model/campaign.js';
import type { Project } from '../../model/project.js';
import { placedRecord, spanAt } from '../record.js';
import type { Finding, Rule } from '../rule.js';

/** The campaign's settings name existing rules, and give a reason if they change a severity. */
export function ruleSettingWrong(rules: () => readonly Rule[]): Rule {
  return {
    code: 'RULE-SETTING-WRONG',
    severity: 'error',
    title: '活动文件的“规则”要写对',
    detail:
      '“规则”的编号是规则的代码，hongtou explain 可以看到全部代码。改变程度或者不查一条规则，要写“理由”。定稿里的错误不能靠设置放过：设成警告或不查，对定稿的错误不起作用。',
    source: '放宽一条规则要有依据可查',
    examples: {
      good: {
        file: 'campaign.md',
        lines: '规则:\n  - { 编号: HOUSEHOLD-FORM-SHORT, 程度: 不查, 理由: 本次走访不发问卷 }',
      },
      bad: { file: 'campaign.md', lines: '规则:\n  - { 编号: HOUSEHOLD-FORMS, 程度: 不查, 理由: 本次走访不发问卷 }' },
    },
    scope: 'whole',
    run: (project) => project.campaign.settings.flatMap((setting) => inspect(setting, rules(), project)),
  };
}

function inspect(setting: RuleSetting, rules: readonly Rule[], { campaignFile }: Project): readonly Finding[] {
  const at = (field: string): NonNullable<Finding['span']> =>
    spanAt(placedRecord(campaignFile), `rules/${setting.index}/${field}`);
  if (!rules.some(({ code }) => code === setting.code))
    return [
      { message: `没有代码是“${setting.code}”的规则`, span: at('id'), hint: '用 hongtou explain 查看全部代码。' },
    ];
  if (setting.severity === null || setting.reason !== '') return [];
  return [{ message: `改变了规则 ${setting.code} 的程度，没有写理由`, span: at('severity'), hint: '加一项“理由”。' }];
}
