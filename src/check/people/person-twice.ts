import { textAt } from '../../model/data.js';
import type { Project } from '../../model/project.js';
import { placedRecord, placedRecordsAt, spanAt } from '../record.js';
import type { PlacedRecord } from '../record.js';
import type { Finding, Rule } from '../rule.js';
import { findRepeatedClaims } from './units.js';

/** A person is listed once in a unit and is the first responsible person of one unit only. */
export const personTwice: Rule = {
  code: 'PERSON-TWICE',
  severity: 'warning',
  title: '一个人在名单里只列一次，只任一个单位的第一责任人',
  detail:
    '人员名单是姓名的唯一出处，同一个人列两次就会写成两种职务。一个人当两个单位的第一责任人，两头都顾不上；确是同名的，在职务上区分。',
  source: '人员名单是姓名的唯一出处',
  examples: {
    good: {
      file: 'units/qiaodong/unit.md',
      lines:
        '人员:\n  - { 姓名: 邱若水, 职务: 书记, 班子成员: true }\n  - { 姓名: 童安, 职务: 副书记, 班子成员: true }\n  - { 姓名: 米小禾, 职务: 干事 }',
    },
    bad: {
      file: 'units/qiaodong/unit.md',
      lines:
        '人员:\n  - { 姓名: 邱若水, 职务: 书记, 班子成员: true }\n  - { 姓名: 童安, 职务: 副书记, 班子成员: true }\n  - { 姓名: 米小禾, 职务: 干事 }\n  - { 姓名: 米小禾, 职务: 会计 }',
    },
  },
  scope: 'whole',
  run: (project) => [
    ...project.units.flatMap((unit) => listedTwice(placedRecord(unit))),
    ...responsibleForTwoUnits(project),
  ],
};

function listedTwice(unit: PlacedRecord): readonly Finding[] {
  const claims = placedRecordsAt(unit, 'people').map((record) => ({
    word: textAt(record.data, 'name'),
    span: () => spanAt(record, 'name'),
  }));
  return findRepeatedClaims(
    claims,
    (word) => `人员名单里${word}列了两次`,
    '合成一项，职务写在一起；确是两个人的，姓名后加注区分。',
  );
}

function responsibleForTwoUnits({ units }: Project): readonly Finding[] {
  const claims = units.map((unit) => ({
    word: textAt(unit.data, 'firstResponsible'),
    span: () => spanAt(placedRecord(unit), 'firstResponsible'),
  }));
  return findRepeatedClaims(
    claims.filter(({ word }) => word !== ''),
    (word) => `${word}已经是另一个单位的第一责任人`,
    '核对姓名；确由一人兼任的，在职务里写明。',
  );
}
