import { describe, expect, it } from 'vitest';
import { openLog } from '../../src/host/log.js';

function record(isTTY: boolean, env: NodeJS.ProcessEnv = {}) {
  const written: string[] = [];
  const terminal = { isTTY, columns: 50, write: (text: string) => written.push(text) };
  return { written, log: openLog(terminal, env) };
}

describe('the log', () => {
  it('tells every tenth on plain lines', () => {
    const { written, log } = record(false);
    for (let done = 1; done <= 40; done += 1) log.progress(done, 40, '甲');
    log.end();
    expect(written).toHaveLength(10);
    expect(written.at(-1)).toBe('已完成 40/40\n');
    expect(written.join('')).not.toContain('\x1b');
  });

  it('redraws one line on a terminal, within its width, and clears it at the end', () => {
    const { written, log } = record(true, { NO_COLOR: '1' });
    log.progress(1, 2, '很长很长很长很长很长很长的标题');
    log.line('提示');
    log.end();
    expect(written.join('')).toBe(
      '████████████░░░░░░░░░░░░ 1/2 很长很长很长很长很长\r\x1b[2K提示\n████████████░░░░░░░░░░░░ 1/2 很长很长很长很长很长\r\x1b[2K',
    );
  });

  it('colours the bar unless asked not to', () => {
    const { written, log } = record(true);
    log.progress(1, 1, '');
    expect(written.join('')).toContain('\x1b[31m');
  });
});
