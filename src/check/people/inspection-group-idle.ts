import { textAt } from '../../model/data.js';
import { placedRecord, spanAt } from '../record.js';
import type { Rule } from '../rule.js';

/** Every inspection group has units to inspect. */
export const inspectionGroupIdle: Rule = {
  code: 'INSPECTION-GROUP-IDLE',
  severity: 'warning',
  title: '每个检查组都有要检查的单位',
  detail: '活动文件列了检查组，却没有单位写它，多半是单位的“检查组”写错了编号。',
  source: '活动总体方案：指导检查组分工负责',
  examples: {
    good: { file: 'campaign.md', lines: '检查组:\n  - { 编号: ig1, 名称: 街道检查组, 组长: 鲁怀真 }' },
    bad: {
      file: 'campaign.md',
      lines:
        '检查组:\n  - { 编号: ig1, 名称: 街道检查组, 组长: 鲁怀真 }\n  - { 编号: ig2, 名称: 街道第二检查组, 组长: 桑平川 }',
    },
  },
  scope: 'whole',
  run: ({ campaign, campaignFile, units }) => {
    const assigned = new Set(units.map(({ data }) => textAt(data, 'inspectionGroup')));
    return campaign.inspectionGroups.flatMap(({ id, name }, index) =>
      assigned.has(id)
        ? []
        : [
            {
              message: `没有单位归${name}（${id}）检查`,
              span: spanAt(placedRecord(campaignFile), `inspectionGroups/${index}`),
              hint: '在单位的 unit.md 里写“检查组”，或者从活动文件里去掉这个组。',
            },
          ],
    );
  },
};
