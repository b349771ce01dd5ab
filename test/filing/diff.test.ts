import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../src/filing/diff/changes.js';
import { writeDiffPage } from '../../src/filing/diff/page.js';
import { diffSequences } from '../../src/filing/diff/sequence.js';

const letters = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { maxLength: 30 });

describe('comparing versions', () => {
  it('gives both sides back, whatever they are', () => {
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const edits = diffSequences(before, after);
        expect(edits.flatMap((edit) => (edit.kind === 'added' ? [] : [edit.before]))).toEqual(before);
        expect(edits.flatMap((edit) => (edit.kind === 'removed' ? [] : [edit.after]))).toEqual(after);
      }),
    );
  });

  it('finds nothing between equals', () => {
    fc.assert(
      fc.property(letters, (side) => {
        expect(changesBetween(side, side)).toEqual([]);
      }),
    );
  });

  it('takes a passage that was reworded for one change, and another passage for two', () => {
    const before = ['各单位要在七月十日前报送整改方案。', '不变', '成绩很大。'];
    const after = ['各单位要在七月二十日前报送整改方案。', '不变', '问题在班子自身。'];
    const changes = changesBetween(before, after);
    expect(changes.map(({ kind }) => kind)).toEqual(['changed', 'removed', 'added']);
    expect(changes[0]).toMatchObject({
      stretches: [{ kind: 'same' }, { kind: 'added', text: '二' }, { kind: 'same' }],
    });
  });

  it('lays both versions side by side as text, whatever they contain', () => {
    const page = writeDiffPage('比较', '第1版', '第2版', changesBetween(['<script>a</script>'], ['<b>&']));
    expect(page).toContain('<del>&lt;script&gt;a&lt;/script&gt;</del>');
    expect(page).not.toContain('<script');
  });
});
