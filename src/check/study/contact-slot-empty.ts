import { textAt } from '../../model/data.js';
import { eachUnit } from '../unit-documents.js';
import { placedRecord, placedRecordsAt, spanAt } from '../record.js';
import type { PlacedRecord } from '../record.js';
import type { Finding, Rule } from '../rule.js';

const CONTACT_SLOTS = [
  ['village', '村'],
  ['enterprise', '企业'],
  ['household', '困难户'],
  ['project', '项目'],
] as const;

/** Every contact slot of a leader is filled; in the lead unit, every leader has contacts. */
export const contactSlotEmpty: Rule = {
  code: 'CONTACT-SLOT-EMPTY',
  severity: 'warning',
  title: '联系点四样都要落实',
  detail:
    '班子成员的联系点是一个村、一家企业、一户困难家庭、一个项目，四样都要写明。先行单位的班子成员人人都要有联系点。',
  source: '活动总体方案：领导干部“四个一”',
  examples: {
    good: {
      file: 'units/qiaodong/unit.md',
      lines: '联系点:\n  - { 姓名: 邱若水, 村: 东塘村, 企业: 东塘豆坊, 困难户: 一组某户, 项目: 便民点改造 }',
    },
    bad: {
      file: 'units/qiaodong/unit.md',
      lines: '联系点:\n  - { 姓名: 邱若水, 村: 东塘村, 企业: 东塘豆坊, 项目: 便民点改造 }',
    },
  },
  run: eachUnit(({ unit, project }) => {
    const unitRecord = placedRecord(unit);
    const contacts = placedRecordsAt(unitRecord, 'contacts');
    const isLeadUnit = project.campaign.leadUnit === unit.id && contacts.length > 0;
    return [...contacts.flatMap(emptySlots), ...(isLeadUnit ? leadersWithoutContacts(unitRecord, contacts) : [])];
  }),
};

function emptySlots(record: PlacedRecord): readonly Finding[] {
  const missing = CONTACT_SLOTS.filter(([key]) => textAt(record.data, key) === '').map(([, label]) => label);
  if (missing.length === 0) return [];
  const message = `${textAt(record.data, 'leader')}的联系点缺${missing.join('、')}`;
  return [{ message, span: spanAt(record), hint: '四样都落实到具体的名称；困难户对外公开时隐去姓名。' }];
}

function leadersWithoutContacts(unit: PlacedRecord, contacts: readonly PlacedRecord[]): readonly Finding[] {
  const named = contacts.map(({ data }) => textAt(data, 'leader'));
  const leaders = placedRecordsAt(unit, 'people').filter(({ data }) => data['leader'] === true);
  return leaders
    .filter(({ data }) => !named.includes(textAt(data, 'name')))
    .map((person) => ({
      message: `班子成员${textAt(person.data, 'name')}没有联系点`,
      span: spanAt(person, 'name'),
      hint: '在“联系点”里补一项。',
      related: [{ message: '联系点', span: spanAt(unit, 'contacts') }],
    }));
}
