import { describe, expect, it } from 'vitest';
import { stripTypedNumber } from '../../src/markdown/typed-number.js';

describe('a number typed before a heading', () => {
  it.each([
    ['一、指导思想', '指导思想'],
    ['十二、其他', '其他'],
    ['（一）学习调研', '学习调研'],
    ['(三) 整改', '整改'],
    ['1. 动员', '动员'],
    ['2．学习', '学习'],
    ['（4）走访', '走访'],
    ['③座谈', '座谈'],
  ])('%s becomes %s', (typed, bare) => {
    expect(stripTypedNumber(typed)).toBe(bare);
  });

  it.each(['1.5万册图书', '一校一书屋', '三个一活动', '2026年安排', '一、', '第一阶段'])('%s stays', (text) => {
    expect(stripTypedNumber(text)).toBe(text);
  });
});
