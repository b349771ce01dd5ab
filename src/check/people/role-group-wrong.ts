import { textAt, textsAt } from '../../model/data.js';
import { documentOf, eachUnit, hasPerson } from '../unit-documents.js';
import type { UnitDocuments } from '../unit-documents.js';
import { placedRecordAt, placedRecord, spanAt } from '../record.js';
import type { PlacedRecord } from '../record.js';
import type { Finding, Rule } from '../rule.js';
import { repeated } from '../wording.js';

/** No person is listed twice in a leading group, and its head is the head of the unit. */
export const roleGroupWrong: Rule = {
  code: 'ROLE-GROUP-WRONG',
  severity: 'warning',
  title: '领导小组由第一责任人任组长，一人只列一次',
  detail: '单位的活动领导小组由第一责任人任组长；同一个人不能既是组长又是副组长或者成员。',
  source: '活动总体方案：成立领导小组和工作机构',
  examples: {
    good: { file: 'units/qiaodong/plan.md', lines: '领导小组: { 组长: 邱若水, 副组长: [童安], 成员: [米小禾] }' },
    bad: { file: 'units/qiaodong/plan.md', lines: '领导小组: { 组长: 邱若水, 副组长: [童安], 成员: [童安, 米小禾] }' },
  },
  run: eachUnit((unitDocuments) => {
    const plan = documentOf(unitDocuments, 'plan');
    return plan ? inspectGroup(placedRecordAt(plan, 'leadingGroup'), unitDocuments) : [];
  }),
};

function inspectGroup(group: PlacedRecord, unitDocuments: UnitDocuments): readonly Finding[] {
  const unit = placedRecord(unitDocuments.unit);
  const [head, first] = [textAt(group.data, 'head'), textAt(unit.data, 'firstResponsible')];
  const names = [head, ...textsAt(group.data, 'deputies'), ...textsAt(group.data, 'members')].filter(
    (name) => name !== '',
  );
  return [
    ...repeated(names).map((name) => ({
      message: `领导小组里${name}列了不止一次`,
      span: spanAt(group, 'members'),
      hint: '留下职务高的一处。',
    })),
    ...(first !== '' && head !== first && hasPerson(unitDocuments, head)
      ? [
          {
            message: `领导小组组长是${head}，第一责任人是${first}`,
            span: spanAt(group, 'head'),
            hint: '组长应由第一责任人担任。',
            related: [{ message: '第一责任人', span: spanAt(unit, 'firstResponsible') }],
          },
        ]
      : []),
  ];
}
