import { placeOf } from '../../model/origin.js';
import type { Project } from '../../model/project.js';
import { allUnitDocuments } from '../unit-documents.js';
import { countOf, recordsWith, textOf } from '../role-record.js';
import type { Finding, Rule } from '../rule.js';

/** Every village of the campaign is visited by some unit. */
export const villageUncovered: Rule = {
  code: 'VILLAGE-UNCOVERED',
  severity: 'warning',
  title: '活动的村都有单位走访',
  detail: '活动要覆盖的村，至少有一个单位走访到。问题报告陆续报来，还没有轮到的村也会在这里列出，等报齐了再看。',
  source: '活动总体方案：走访全覆盖',
  examples: {
    good: { file: 'campaign.md', lines: '村: [东塘村, 西塘村]' },
    bad: { file: 'campaign.md', lines: '村: [东塘村, 西塘村, 北塘村]' },
  },
  scope: 'whole',
  run: uncoveredVillages,
};

function uncoveredVillages(project: Project): readonly Finding[] {
  const allDocuments = allUnitDocuments(project);
  const visits = allDocuments.flatMap((unitDocuments) => recordsWith(unitDocuments, 'visit'));
  // Before the first visit is reported, every village would be a finding.
  if (visits.length === 0) return [];
  const visited = new Set(
    visits.filter((visit) => countOf(visit, 'households') !== 0).map((visit) => textOf(visit, 'village')),
  );
  return project.campaign.villages.flatMap((village, index) =>
    visited.has(village)
      ? []
      : [
          {
            message: `没有任何单位走访过${village}`,
            span: placeOf(project.campaignFile, `/villages/${index}`),
            hint: '安排单位走访；村名写法要与活动文件一致。',
          },
        ],
  );
}
