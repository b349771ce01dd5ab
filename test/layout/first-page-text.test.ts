import { describe, expect, it } from 'vitest';
import { firstPageShowsText } from '../../src/layout/first-page-text.js';
import { gbt9704 } from '../../src/layout/styles.js';
import { bulletinDoc, draftDoc, letterDoc, minutesDoc, officialDoc, orderDoc } from '../support/sample-doc.js';

const bodies = (count: number): readonly string[] => Array.from({ length: count }, () => '云岭管理区住房城乡建设局');

describe('showsText', () => {
  it.each([officialDoc, letterDoc, orderDoc, minutesDoc, bulletinDoc, draftDoc])(
    'says of the $head.kind head when so many recipients leave no line of text on page 1',
    ({ head, title }) => {
      expect(firstPageShowsText(head, title, bodies(2), gbt9704)).toBe(true);
      expect(firstPageShowsText(head, title, bodies(60), gbt9704)).toBe(false);
    },
  );

  it('counts the lines of the mark, of the title and of the signers', () => {
    if (officialDoc.head.kind !== 'official') throw new Error('the sample is an official document');
    const fits = bodies(9);
    expect(firstPageShowsText(officialDoc.head, ['标题'], fits, gbt9704)).toBe(true);
    expect(firstPageShowsText(officialDoc.head, ['标', '题', '三', '行', '长'], fits, gbt9704)).toBe(false);
    const signers = Array.from({ length: 12 }, () => '张三');
    expect(firstPageShowsText({ ...officialDoc.head, signers }, ['标题'], fits, gbt9704)).toBe(false);
  });
});
