import { numberAt } from '../../model/data.js';
import { eachUnit } from '../unit-documents.js';
import { placedRecord, placedRecordsAt, spanAt } from '../record.js';
import type { Rule } from '../rule.js';

/** The number of leaders equals the number of leaders listed and is no larger than that of the members. */
export const leaderCountWrong: Rule = {
  code: 'LEADER-COUNT-WRONG',
  severity: 'error',
  title: '班子人数与名单一致',
  detail:
    '“班子人数”等于人员名单里“班子成员: true”的人数；班子成员都是党员的，不会多于党员数。发言份数、到会人数都按它来算。',
  source: '数字之间的关系',
  examples: {
    good: { file: 'units/qiaodong/unit.md', lines: '班子人数: 2' },
    bad: { file: 'units/qiaodong/unit.md', lines: '班子人数: 3' },
  },
  run: eachUnit(({ unit }) => {
    const record = placedRecord(unit);
    const listed = placedRecordsAt(record, 'people').filter(({ data }) => data['leader'] === true).length;
    const [leaders, members] = [numberAt(record.data, 'leaders'), numberAt(record.data, 'members')];
    const hint = '核对班子人数、党员数和人员名单。';
    return [
      ...(leaders !== null && listed > 0 && leaders !== listed
        ? [
            {
              message: `“班子人数”是${leaders}，人员名单里标了班子成员的有${listed}人`,
              span: spanAt(record, 'leaders'),
              hint,
              related: [{ message: '人员名单', span: spanAt(record, 'people') }],
            },
          ]
        : []),
      ...(leaders !== null && members !== null && leaders > members
        ? [{ message: `班子${leaders}人，多于党员${members}人`, span: spanAt(record, 'leaders'), hint }]
        : []),
    ];
  }),
};
