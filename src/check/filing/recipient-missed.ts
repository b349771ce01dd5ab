import type { Campaign } from '../../model/campaign.js';
import { textAt, textsAt } from '../../model/data.js';
import type { Entry } from '../../model/project.js';
import { placeOf } from '../../model/origin.js';
import { eachUnit } from '../unit-documents.js';
import type { UnitDocuments } from '../unit-documents.js';
import { placedRecord, spanAt } from '../record.js';
import type { Finding, Rule } from '../rule.js';
import { quoted } from '../wording.js';

/** A document is addressed or copied to the bodies that the campaign names for it. */
export const recipientMissed: Rule = {
  code: 'RECIPIENT-MISSED',
  severity: 'warning',
  title: '公文送到该送的机关',
  detail:
    '应报材料要送哪些机关，写在活动文件的“报送”里，主送或者抄送里要有它。简称、别称按活动文件的“别称”认；单位另有报送机关的，送它的报送机关。',
  source: '活动文件的“应报材料”；GB/T 9704-2012 7.3.2、7.4.2',
  examples: {
    good: { file: 'units/qiaodong/plan.md', lines: '抄送: [街道行动办]' },
    bad: { file: 'units/qiaodong/plan.md', lines: '抄送: [青溪区民政局]' },
  },
  run: eachUnit((unitDocuments) =>
    [...unitDocuments.documents.values()].flatMap((entry) => inspect(entry, unitDocuments)),
  ),
};

function inspect(entry: Entry, unitDocuments: UnitDocuments): readonly Finding[] {
  const { campaign, campaignFile } = unitDocuments.project;
  const index = campaign.deliverables.findIndex(({ kind }) => kind === entry.kind.id);
  const required = campaign.deliverables[index]?.fileTo ?? [];
  const stated = textsAt(entry.data, 'recipients');
  // Only a document with a masthead has recipients; if the content names none, the template may fill them in.
  if (!['official', 'letter'].includes(entry.kind.head) || (stated.length === 0 && entry.kind.recipients.length > 0))
    return [];
  const named = [...stated, ...textsAt(entry.data, 'copyTo')].map((body) => fullName(body, campaign));
  const reportTo = textAt(unitDocuments.unit.data, 'reportTo');
  const missing = required.filter((body) => !named.includes(fullName(body, campaign)) && !named.includes(reportTo));
  if (missing.length === 0) return [];
  return [
    {
      message: `主送和抄送里都没有${quoted(missing)}`,
      span: spanAt(placedRecord(entry), 'copyTo'),
      hint: '补进“抄送”；是报告的补进“主送”。',
      related: [{ message: '应送的机关', span: placeOf(campaignFile, `/deliverables/${index}/fileTo`) }],
    },
  ];
}

function fullName(body: string, { aliases }: Campaign): string {
  return aliases.get(body) ?? body;
}
