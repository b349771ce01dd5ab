import { textsAt } from '../../model/data.js';
import { eachUnit } from '../unit-documents.js';
import { documentsWith } from '../role-record.js';
import type { Rule } from '../rule.js';
import { unvisitedFinding } from './villages.js';

/** A unit visits every village that it administers. */
export const villageUnvisited: Rule = {
  code: 'VILLAGE-UNVISITED',
  severity: 'warning',
  title: '所辖的村都要走访到',
  detail: '入户走访要求村村走到。没有走到的村要在“走访”里列出来、户数写0并说明原因，补访以后另计，不能算进原来的数。',
  source: '活动总体方案：走访全覆盖',
  examples: {
    good: {
      file: 'units/qiaodong/problems.md',
      lines:
        '走访:\n  - { 村: 东塘村, 户数: 50, 问卷: 50, 座谈: 1, 干部人数: 2 }\n  - { 村: 西塘村, 户数: 40, 问卷: 40, 座谈: 1, 干部人数: 2 }',
    },
    bad: {
      file: 'units/qiaodong/problems.md',
      lines: '走访:\n  - { 村: 东塘村, 户数: 90, 问卷: 90, 座谈: 1, 干部人数: 4 }',
    },
  },
  run: eachUnit((unitDocuments) => {
    const [report] = documentsWith(unitDocuments, 'visit');
    const villages = textsAt(unitDocuments.unit.data, 'villages');
    return report ? villages.flatMap((village) => unvisitedFinding(village, unitDocuments, report)) : [];
  }),
};
