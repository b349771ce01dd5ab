import { textAt } from '../../model/data.js';
import { eachDocument, hasPerson } from '../unit-documents.js';
import { placedRecordAt, placedRecord, spanAt } from '../record.js';
import type { Rule } from '../rule.js';

/** The head of the unit speaks at its mobilisation meeting. */
export const mobilisationSpeakerOther: Rule = {
  code: 'MOBILISATION-SPEAKER-OTHER',
  severity: 'warning',
  title: '主要负责人作动员',
  detail: '动员会由单位的第一责任人作动员讲话，不由副职代替。',
  source: '活动总体方案：主要负责同志作动员讲话',
  examples: {
    good: { file: 'units/qiaodong/plan.md', lines: '动员会: { 日期: 2027-03-05, 动员人: 邱若水, 应到: 16, 实到: 15 }' },
    bad: { file: 'units/qiaodong/plan.md', lines: '动员会: { 日期: 2027-03-05, 动员人: 童安, 应到: 16, 实到: 15 }' },
  },
  run: eachDocument('plan', (plan, unitDocuments) => {
    const { unit } = unitDocuments;
    const meeting = placedRecordAt(plan, 'mobilisation');
    const [speaker, head] = [textAt(meeting.data, 'speaker'), textAt(unit.data, 'firstResponsible')];
    if (head === '' || speaker === head || !hasPerson(unitDocuments, speaker)) return [];
    return [
      {
        message: `动员人是${speaker}，单位的第一责任人是${head}`,
        span: spanAt(meeting, 'speaker'),
        hint: '应由第一责任人动员；确由他人代讲的，在方案里说明。',
        related: [{ message: '第一责任人', span: spanAt(placedRecord(unit), 'firstResponsible') }],
      },
    ];
  }),
};
