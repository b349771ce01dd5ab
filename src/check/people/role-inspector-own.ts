import { textAt } from '../../model/data.js';
import type { Project } from '../../model/project.js';
import { allUnitDocuments } from '../unit-documents.js';
import { placedRecord, placedRecordsAt, spanAt } from '../record.js';
import type { Finding, Rule } from '../rule.js';
import { repeated } from '../wording.js';

/** The head of an inspection group belongs to none of its units and heads no other group. */
export const roleInspectorOwn: Rule = {
  code: 'ROLE-INSPECTOR-OWN',
  severity: 'warning',
  title: '检查组组长不检查自己的单位，也不兼两个组',
  detail: '检查的人和被检查的人要分开。检查组组长在他检查的单位任职，或者一个人当两个组的组长，都要调整。',
  source: '不相容的职责由两个人担任',
  examples: {
    good: { file: 'campaign.md', lines: '检查组:\n  - { 编号: ig1, 名称: 街道检查组, 组长: 鲁怀真 }' },
    bad: { file: 'campaign.md', lines: '检查组:\n  - { 编号: ig1, 名称: 街道检查组, 组长: 童安 }' },
  },
  scope: 'whole',
  run: (project) => [...inspectorsOfOwnUnit(project), ...headsOfTwoGroups(project)],
};

function inspectorsOfOwnUnit(project: Project): readonly Finding[] {
  const groups = placedRecordsAt(placedRecord(project.campaignFile), 'inspectionGroups');
  return allUnitDocuments(project).flatMap(({ unit }) => {
    const group = groups.find(({ data }) => data['id'] === unit.data['inspectionGroup']);
    const head = group ? textAt(group.data, 'head') : '';
    const person = placedRecordsAt(placedRecord(unit), 'people').find(
      ({ data }) => head !== '' && textAt(data, 'name') === head,
    );
    if (!group || !person) return [];
    return [
      {
        message: `${textAt(group.data, 'name')}组长${head}是它所检查的${textAt(unit.data, 'shortName')}的人`,
        span: spanAt(group, 'head'),
        hint: '换一个组长，或者把这个单位划给别的检查组；同名不同人的，在名称里区分。',
        related: [{ message: '单位人员', span: spanAt(person, 'name') }],
      },
    ];
  });
}

function headsOfTwoGroups({ campaign, campaignFile }: Project): readonly Finding[] {
  const heads = campaign.inspectionGroups.map(({ head }) => head).filter((head) => head !== '');
  return repeated(heads).map((head) => ({
    message: `${head}是不止一个检查组的组长`,
    span: spanAt(placedRecord(campaignFile), 'inspectionGroups'),
    hint: '一人只任一个组的组长。',
  }));
}
