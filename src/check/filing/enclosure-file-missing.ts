import { textAt } from '../../model/data.js';
import { resolveBeside } from '../../model/path.js';
import { placedRecord, placedRecordsAt, spanAt } from '../record.js';
import type { Rule } from '../rule.js';

/** Every enclosed file exists in the workspace. */
export const enclosureFileMissing: Rule = {
  code: 'ENCLOSURE-FILE-MISSING',
  severity: 'error',
  completeness: true,
  title: '附件的文件要在工作目录里',
  detail:
    '随文另附的文件放在内容文件旁边，路径从本文件写起，才能一起打包归档。涉密的、不随文的，不写“文件”，在“说明”里写另发。',
  source: 'GB/T 9704-2012 7.3.3；附件与正文一并归档',
  examples: {
    good: { file: 'units/qiaodong/rectification.md', lines: '附件:\n  - { 名称: 轮值表, 说明: （另发） }' },
    bad: { file: 'units/qiaodong/rectification.md', lines: '附件:\n  - { 名称: 轮值表, 文件: ./轮值表.xlsx }' },
  },
  run: ({ entries, files }) =>
    entries.flatMap((entry) =>
      placedRecordsAt(placedRecord(entry), 'enclosures').flatMap((record) => {
        const file = textAt(record.data, 'file');
        if (file === '' || files.has(resolveBeside(entry.source.path, file))) return [];
        return [
          {
            message: `找不到附件《${textAt(record.data, 'title')}》的文件 ${file}`,
            span: spanAt(record, 'file'),
            hint: '把文件放在本文件旁边，写成 ./文件名，大小写一致。',
          },
        ];
      }),
    ),
};
