import { placedRecord, spanAt } from '../record.js';
import type { Finding, Rule } from '../rule.js';

/** The tiers of satisfaction are in descending order and reach down to 0. */
export const tierOrderWrong: Rule = {
  code: 'TIER-ORDER-WRONG',
  severity: 'error',
  title: '等次自高到低，最低一档从0起',
  detail:
    '满意率从高到低对照各档的下限，先到先算。次序乱了会落到错的一档；最低一档不从0起，就会有满意率落不到任何一档。',
  source: '活动文件自身要前后一致',
  examples: {
    good: { file: 'campaign.md', lines: '等次:\n  - { 名称: 通过, 下限: 85 }\n  - { 名称: 不通过, 下限: 0 }' },
    bad: { file: 'campaign.md', lines: '等次:\n  - { 名称: 不通过, 下限: 0 }\n  - { 名称: 通过, 下限: 85 }' },
  },
  scope: 'whole',
  run: ({ campaign, campaignFile }) => {
    const tierSpan = (index: number): NonNullable<Finding['span']> =>
      spanAt(placedRecord(campaignFile), `tiers/${index}`);
    const hint = '按下限从大到小排列，最后一档的下限写 0。';
    const unordered = campaign.tiers.flatMap(({ name, from }, index) => {
      const before = campaign.tiers[index - 1];
      return before && from >= before.from
        ? [{ message: `“${name}”的下限${from}不低于前一档的${before.from}`, span: tierSpan(index), hint }]
        : [];
    });
    const last = campaign.tiers.at(-1);
    const aboveZero =
      last && last.from !== 0
        ? [
            {
              message: `最低一档“${last.name}”的下限是${last.from}，应是0`,
              span: tierSpan(campaign.tiers.length - 1),
              hint,
            },
          ]
        : [];
    return [...unordered, ...aboveZero];
  },
};
