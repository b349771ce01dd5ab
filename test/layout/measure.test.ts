import { describe, expect, it } from 'vitest';
import { attachmentIndents, widthInCells, fitMasthead, signOffIndents, typeArea } from '../../src/layout/measure.js';
import { gbt9704 } from '../../src/layout/styles.js';

describe('cells', () => {
  it.each([
    ['', 0],
    ['云岭管理区', 5],
    ['2026年3月5日', 6],
    ['阎䶮、沈𬱟', 5],
    ['买买提·艾力', 6],
    ['“好”——…', 6],
    ['1.', 1],
  ])('%s is %d cells wide', (text, width) => {
    expect(widthInCells(text)).toBe(width);
  });
});

describe('signOffIndents', () => {
  it('starts an unsealed date two cells after the name', () => {
    expect(signOffIndents(['云岭管理区住房城乡建设局'], '2026年3月15日')).toEqual({
      organs: [2],
      date: 5.5,
    });
  });
  it('insets a longer unsealed date two cells and moves the name left', () => {
    expect(signOffIndents(['区民政局'], '2026年3月15日')).toEqual({ organs: [6.5], date: 2 });
  });
  it('begins the names of a joint unsealed document at one place', () => {
    expect(signOffIndents(['区民政局', '区残疾人联合会'], '2026年3月15日').organs).toEqual([5, 2]);
  });
});

describe('attachmentHang', () => {
  it('hangs at the name, past the number', () => {
    expect(attachmentIndents(null, true)).toEqual({ start: 2, name: 5 });
    expect(attachmentIndents(1, true)).toEqual({ start: 2, name: 6 });
    expect(attachmentIndents(10, false)).toEqual({ start: 5, name: 6.5 });
  });
});

describe('fitMark', () => {
  const width = typeArea(gbt9704).width;
  it('keeps a short mark at its size', () => {
    expect(fitMasthead(['云岭管理区'], '文件', gbt9704)).toEqual({ size: 45, percent: 100 });
  });
  it.each([14, 18, 30])('fits a name of %d characters', (length) => {
    const fit = fitMasthead(['长'.repeat(length)], '文件', gbt9704);
    expect((length + 2) * fit.size * (fit.percent / 100)).toBeLessThanOrEqual(width);
    expect(fit.percent).toBeGreaterThanOrEqual(66);
  });
  it('makes stacked marks smaller', () => {
    expect(fitMasthead(['区民政局', '区残疾人联合会', '区财政局'], '文件', gbt9704).size).toBe(40);
  });
});
