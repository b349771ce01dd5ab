import { findSet } from '../../model/campaign.js';
import { pathsOf } from '../../model/project.js';
import type { Entry, Project } from '../../model/project.js';
import { eachUnit } from '../unit-documents.js';
import { placedRecord, spanAt } from '../record.js';
import type { Rule } from '../rule.js';

/** A plan names every required book, or the name of the list of books. */
export const readingListIncomplete: Rule = {
  code: 'READING-LIST-INCOMPLETE',
  severity: 'warning',
  title: '方案要安排必读书目',
  detail: '必读书要写进方案：逐本写书名，或者写书目的总称（例如“三本必读书”）。只写“认真学习”，检查时无从对账。',
  source: '活动文件的集合“books”',
  examples: {
    good: { file: 'units/jiedao/plan.md', lines: '## 基本原则\n\n先办后说，通读《便民手册》。' },
    bad: { file: 'units/jiedao/plan.md', lines: '## 基本原则\n\n先办后说。' },
  },
  run: eachUnit(({ project, documents }) => {
    const plan = documents.get('plan');
    const list = findSet(project.campaign, 'books');
    if (!plan || !list?.size) return [];
    const text = textOf(plan, project);
    const missing = text.includes(list.name) ? [] : list.members.filter((book) => !text.includes(book));
    if (missing.length === 0) return [];
    return [
      {
        message: `方案没有提到${missing.join('、')}，也没有写“${list.name}”`,
        span: spanAt(placedRecord(plan), 'study'),
        hint: '在学习安排或正文里写明读哪几本、怎么读。',
      },
    ];
  }),
};

/** The source text of a document and of its CSV lists. */
function textOf(entry: Entry, { sources }: Project): string {
  return pathsOf(entry)
    .map((path) => sources.get(path)?.text ?? '')
    .join('\n');
}
