import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakEntry, fitSource } from '../../src/compose/contents-entry.js';
import { composeVolume, type VolumeMember, type VolumeDescription } from '../../src/compose/volume.js';
import { textAt } from '../../src/model/data.js';
import { widthInCells } from '../../src/layout/measure.js';
import type { Entry, Project } from '../../src/model/project.js';
import { gbt9704 } from '../../src/layout/styles.js';
import { partsOf } from '../../src/model/volume.js';
import { loadSample } from '../support/sample.js';
import { draftDoc, officialDoc } from '../support/sample-doc.js';

const { contents } = gbt9704;
const face: VolumeDescription = {
  title: '整改落实方案汇编',
  organ: '某办公室',
  date: '',
  preface: [],
  twoSided: false,
};

const { value: project } = await loadSample();
const sample = project as Project;

function memberOf(entry: Entry, group = ''): VolumeMember {
  return { entry, title: officialDoc.properties.title, group, doc: () => officialDoc };
}

function entriesOf(kind: string): readonly Entry[] {
  return sample.entries.filter((entry) => entry.kind.id === kind);
}

describe('an entry of the contents', () => {
  const text = fc.string({
    unit: fc.constantFrom(...'云岭管理区关于开展，、。“”《》（）的方案abc XYZ·—𠮶2026'),
    maxLength: 120,
  });
  const roomOf = (line: number): number => contents.cells - (line === 0 ? 0 : contents.hang);

  it('loses no character, fits its lines, and leaves room for whose document it is', () => {
    fc.assert(
      fc.property(text, text, (title, owner) => {
        const source = fitSource(owner);
        const lines = breakEntry(title, source, ['管理区'], gbt9704);
        expect(lines.join('')).toBe(title);
        lines.forEach((line, index) => expect(widthInCells(line)).toBeLessThanOrEqual(roomOf(index)));
        const last = lines.length - 1;
        const tail = contents.leader + 2 * contents.leaderGap + widthInCells(source);
        expect(widthInCells(lines[last] ?? '') + tail).toBeLessThanOrEqual(roomOf(last));
      }),
    );
  });

  it('keeps names whole and stands on one line where it can', () => {
    expect(breakEntry('整改落实方案', '某局', [], gbt9704)).toEqual(['整改落实方案']);
    const title = '云岭供电所“强服务、优作风”主题实践活动整改落实方案';
    expect(breakEntry(title, '云岭供电所', ['主题实践活动', '整改落实方案'], gbt9704)).toEqual([
      '云岭供电所“强服务、优作风”主题实践活动',
      '整改落实方案',
    ]);
  });
});

describe('a volume', () => {
  const plans = entriesOf('plan').slice(0, 2);

  it('bears its own title, and the date of its newest document where it is given none', () => {
    const volume = composeVolume(
      face,
      plans.map((entry) => memberOf(entry)),
      sample,
    );
    const dates = plans.map(({ data }) => textAt(data, 'issuedOn'));
    expect(volume.properties).toMatchObject({ title: face.title, author: face.organ, date: dates.sort().at(-1) });
    expect(volume.cover.title.join('')).toBe(face.title);
    const dated = composeVolume(
      { ...face, date: '2026-12-31' },
      plans.map((entry) => memberOf(entry)),
      sample,
    );
    expect([dated.properties.date, dated.cover.date]).toEqual(['2026-12-31', '2026年12月31日']);
  });

  it('holds two documents of one title apart, each with its unit', () => {
    const parts = partsOf(
      composeVolume(
        face,
        plans.map((entry) => memberOf(entry)),
        sample,
      ),
    );
    expect(parts.map(({ title }) => title)).toEqual([officialDoc.properties.title, officialDoc.properties.title]);
    expect(new Set(parts.map(({ source }) => source)).size).toBe(2);
  });

  it('has headings in its contents only where there are several groups', () => {
    const [first, second] = plans.map((entry, index) => memberOf(entry, index === 0 ? '甲' : '乙')) as [
      VolumeMember,
      VolumeMember,
    ];
    const titles = (members: readonly VolumeMember[]): readonly string[] =>
      composeVolume(face, members, sample).groups.map(({ title }) => title);
    expect(titles([first])).toEqual(['']);
    expect(titles([first, second, first])).toEqual(['甲', '乙']);
  });

  it('says on its cover that it holds a draft', () => {
    const draft = { ...(plans[0] as Entry), draft: true };
    const member = { ...memberOf(draft), title: draftDoc.properties.title, doc: () => draftDoc };
    expect(composeVolume(face, [member], sample)).toMatchObject({
      properties: { draft: true },
      cover: { line: '（征求意见稿）' },
    });
  });
});
