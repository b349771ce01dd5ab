import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveBeside } from '../../src/model/path.js';

describe('a path beside a file', () => {
  it.each([
    ['content/units/luwan/plan.md', 'map.png', 'content/units/luwan/map.png'],
    ['content/units/luwan/plan.md', './figures//map.png', 'content/units/luwan/figures/map.png'],
    ['content/units/luwan/plan.md', '../../seals/office.png', 'content/seals/office.png'],
    ['plan.md', '../../../map.png', 'map.png'],
  ])('%s means by %s %s', (file, relative, path) => {
    expect(resolveBeside(file, relative)).toBe(path);
  });

  it('never leaves the workspace', () => {
    const steps = fc.array(fc.constantFrom('..', '.', '', 'a', 'b.png'), { maxLength: 12 });
    fc.assert(
      fc.property(fc.nat({ max: 4 }), steps, (depth, to) => {
        const path = resolveBeside(`${'folder/'.repeat(depth)}plan.md`, to.join('/'));
        expect(path.split('/')).not.toContain('..');
        expect(path.startsWith('/')).toBe(false);
      }),
    );
  });
});
