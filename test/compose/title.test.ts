import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakTitle } from '../../src/compose/title.js';

describe('breaking a title', () => {
  it('leaves a short title alone', () => {
    expect(breakTitle('关于开展读书活动的通知')).toEqual(['关于开展读书活动的通知']);
  });

  it('keeps names whole and sets a trapezoid', () => {
    const lines = breakTitle('青禾镇民政站、青禾镇残疾人联合会关于开展“一校一书屋”共建行动的实施方案', [
      '青禾镇民政站',
      '青禾镇残疾人联合会',
    ]);
    expect(lines).toEqual(['青禾镇民政站、青禾镇残疾人联合会', '关于开展“一校一书屋”共建行动的实施方案']);
  });

  it('takes a line more rather than cut a name or a quotation', () => {
    const title = '青禾镇教育和文化旅游局（青禾镇青少年服务中心、青禾镇图书馆）“一校一书屋”共建行动总结报告';
    const lines = breakTitle(title, ['青禾镇教育和文化旅游局', '青禾镇青少年服务中心', '青禾镇图书馆']);
    expect(lines).toEqual([
      '青禾镇教育和文化旅游局',
      '（青禾镇青少年服务中心、青禾镇图书馆）',
      '“一校一书屋”共建行动总结报告',
    ]);
  });

  it('cuts a phrase, but no word, where that spares a line', () => {
    const lines = breakTitle('青禾镇文化站“一校一书屋”主题共建行动整改落实方案', [], ['“一校一书屋”主题共建行动']);
    expect(lines).toEqual(['青禾镇文化站“一校一书屋”', '主题共建行动整改落实方案']);
    const words = breakTitle('青禾镇民政站领导班子专题民主生活会情况报告', ['领导班子']);
    expect(words).toEqual(['青禾镇民政站领导班子', '专题民主生活会情况报告']);
  });

  it('never parts the two cells of a dash', () => {
    const lines = breakTitle('一条老渠修在用水时——芦湾干渠下段维修见闻');
    expect(lines).toEqual(['一条老渠修在用水时', '——芦湾干渠下段维修见闻']);
  });

  it('loses nothing and overflows nothing', () => {
    const title = fc.string({
      unit: fc.constantFrom(...'关于开展的、“”（）实施方案云岭区民政局2026年'),
      minLength: 1,
      maxLength: 90,
    });
    fc.assert(
      fc.property(title, (text) => {
        const lines = breakTitle(text);
        expect(lines.join('')).toBe(text);
        for (const line of lines) expect([...line].length).toBeLessThanOrEqual(40);
        expect(lines.every((line) => line.length > 0)).toBe(true);
      }),
    );
  });

  it('does not take long over a huge one', () => {
    expect(breakTitle('关于'.repeat(500)).join('')).toHaveLength(1000);
  });
});
