import { eachUnit } from '../unit-documents.js';
import { placedRecord, spanAt } from '../record.js';
import type { Rule } from '../rule.js';

/** Every unit fills the fields of unit.md that the campaign requires: named posts, superior, inspection group. */
export const unitFieldOwed: Rule = {
  code: 'UNIT-FIELD-OWED',
  severity: 'warning',
  title: '单位的必填项目要填上',
  detail:
    '第一责任人、直接责任人、联络员都要有人，上级和检查组都要有一个，别人才知道找谁、归谁管、由谁检查。哪些项目必填，写在活动文件的“单位必填”里。',
  source: '活动总体方案：明确第一责任人、直接责任人和隶属关系',
  examples: {
    good: { file: 'units/qiaodong/unit.md', lines: '直接责任人: 童安' },
    bad: { file: 'units/qiaodong/unit.md', lines: '直接责任人:' },
  },
  run: eachUnit(({ project, unit }) => {
    const properties = Object.entries(project.unitSchema.properties ?? {});
    const keys = project.campaign.unitRequired.flatMap((label) => {
      const key = properties.find(([, schema]) => schema.title === label)?.[0];
      return key === undefined ? [] : [[key, label] as const];
    });
    return keys
      .filter(([key]) => unit.data[key] === undefined || unit.data[key] === null || unit.data[key] === '')
      .map(([key, label]) => ({
        message: `unit.md 没有“${label}”`,
        span: spanAt(placedRecord(unit), key),
        hint: `补一行“${label}: …”。`,
      }));
  }),
};
