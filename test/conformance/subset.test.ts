import { describe, expect, it } from 'vitest';
import type { Built } from '../../conformance/judge.js';
import { subsetOf } from '../../conformance/subset.js';
import type { Artifact } from '../../src/model/artifact.js';

function document(kind: string, name: string, pages: number): readonly Artifact[] {
  const common = { mediaType: '', bytes: 1, sha256: '', kind, unit: '', status: '定稿' };
  return [
    { ...common, path: `${name}.docx`, pages: 0 },
    { ...common, path: `${name}.pdf`, pages },
  ] as readonly Artifact[];
}

const built: Built = {
  folder: '/out',
  artifacts: [
    ...document('plan', 'units/b/plan', 3),
    ...document('plan', 'units/a/plan', 2),
    ...document('plan', 'units/d/plan', 9),
    ...document('plan', 'units/c/plan', 1),
    ...document('letter', 'units/a/letter', 1),
    ...document('volume', 'volumes/three', 5),
    ...document('volume', 'volumes/one', 20),
    ...document('volume', 'volumes/two', 1),
  ],
};

describe('the subset for slow validators', () => {
  it('is the first and the longest of every kind, and every volume, in both formats', () => {
    const stems = ['units/a/plan', 'units/d/plan', 'units/a/letter', 'volumes/three', 'volumes/one', 'volumes/two'];
    const expected = stems.flatMap((stem) => [`${stem}.docx`, `${stem}.pdf`]);
    expect(
      subsetOf(built)
        .artifacts.map(({ path }) => path)
        .toSorted(),
    ).toEqual(expected.toSorted());
  });

  it('does not depend on the order in which the files were listed', () => {
    const turned = { ...built, artifacts: built.artifacts.toReversed() };
    const paths = (of: Built): readonly string[] =>
      subsetOf(of)
        .artifacts.map(({ path }) => path)
        .toSorted();
    expect(paths(turned)).toEqual(paths(built));
  });
});
