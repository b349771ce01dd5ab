import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { EMPTY_EVENT, validateEvent, readLife, writeEvent } from '../../src/filing/life/event.js';
import type { LifeEvent } from '../../src/filing/life/event.js';
import { checkOrder } from '../../src/filing/life/order.js';
import { ACTS } from '../../src/filing/metadata/shape.js';

const event = (facts: Partial<LifeEvent>): LifeEvent => ({
  ...EMPTY_EVENT,
  document: 'plan',
  date: '2026-03-11',
  ...facts,
});
const read = (text: string): ReturnType<typeof readLife> => readLife({ path: 'life.jsonl', text });

const sent = event({ act: '报送', organ: '上级', date: '2026-06-13' });
const returned = event({ act: '退回', organ: '上级', reason: '写成总结', date: '2026-06-15' });
const second = event({ act: '起草', version: 2, date: '2026-06-17' });

describe('the life of a document', () => {
  it('reads what it writes, in whatever order a merge has left the lines', () => {
    const lines = [sent, returned, second].map(writeEvent);
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 0, 1], { minLength: 5 }), (order) => {
        const text = [...order.map((index) => lines[index]), lines[2]].join('');
        expect(read(text).value).toEqual([sent, returned, second]);
      }),
    );
  });

  it('names the line that it cannot read', () => {
    const { value, diagnostics } = read(`${writeEvent(sent)}{"文件":"plan"\n${writeEvent(returned)}`);
    expect(value).toEqual([sent, returned]);
    expect(diagnostics).toMatchObject([{ code: 'LIFE-LINE', span: { start: writeEvent(sent).length } }]);
  });

  it.each([
    ['{"文件":"plan","事项":"同意","日期":"2026-03-11"}', '事项“同意”'],
    ['{"文件":"plan","事项":"起草","日期":"2026-02-30"}', '日期“2026-02-30”'],
    ['{"文件":"plan","事项":"退回","日期":"2026-03-11","机构":"上级"}', '退回应写明原因'],
    ['{"文件":"plan","事项":"印发","日期":"2026-03-11"}', '印发应写明文号'],
    ['{"文件":"plan","事项":"公布","日期":"2026-03-11"}', '公布应写明范围'],
    ['{"文件":"plan","事项":"起草","日期":"2026-03-11","版本":0}', '版本应为从 1 起的整数'],
    ['{"文件":"plan","事项":"起草","日期":"2026-03-11","备注":"x"}', '不认识“备注”'],
    ['[]', '不是完整的 JSON'],
  ])('refuses %s', (line, message) => {
    expect(read(`${line}\n`).diagnostics[0]?.message).toContain(message);
  });

  it('keeps approving, reviewing, filing, reporting and announcing apart', () => {
    expect(ACTS).toEqual(expect.arrayContaining(['批准', '审阅', '备案', '报送', '公布']));
    expect(validateEvent(event({ act: '批准' }))).toContain('机构');
    expect(validateEvent(event({ act: '公布', organ: '上级' }))).toContain('范围');
  });

  it('finds an answer without a question, an act after a return and a missing version', () => {
    const messages = (...events: readonly LifeEvent[]): readonly string[] =>
      checkOrder(events, 'p').map(({ message }) => message);
    expect(messages(sent, returned, second)).toEqual([]);
    expect(messages(returned)[0]).toContain('之前却没有');
    expect(messages(sent, returned, event({ act: '批准', organ: '党组', date: '2026-06-16' }))[0]).toContain(
      '重写的算下一版',
    );
    expect(messages(sent, event({ act: '起草', version: 3 }))[0]).toContain('没有第2版');
  });
});
