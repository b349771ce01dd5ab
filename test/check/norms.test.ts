import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certainEditsOf, normRules } from '../../src/check/norms/rules.js';
import { offsetAt } from '../../src/check/norms/prose.js';
import { cachedByFile } from '../../src/check/norms/prose-of-files.js';
import { applyEdits } from '../../src/app/check/fix.js';
import { projectOf } from './norms-project.js';

const proseOf = cachedByFile((prose) => prose);

/** Mends a body until nothing is left to mend, as the command does. */
function mend(body: string): string {
  let text = body;
  for (let round = 0; round < 8; round += 1) {
    const project = projectOf(text);
    const whole = project.entries[0]!.source.text;
    const { after, count } = applyEdits(whole, certainEditsOf(project));
    if (count === 0) return text;
    text = after.slice('## 正文\n\n'.length, -1);
  }
  return text;
}

function codesIn(body: string): readonly string[] {
  const project = projectOf(body);
  return normRules.filter((norm) => norm.run(project).length > 0).map(({ code }) => code);
}

describe('every norm', () => {
  for (const norm of normRules.filter(({ examples }) => examples.bad.lines.startsWith('## 基本原则\n\n'))) {
    it(`${norm.code} finds its bad example and passes its good one`, () => {
      const bodyOf = (lines: string): string => lines.slice('## 基本原则\n\n'.length);
      expect(codesIn(bodyOf(norm.examples.bad.lines))).toContain(norm.code);
      expect(codesIn(bodyOf(norm.examples.good.lines))).not.toContain(norm.code);
    });
  }

  it('has a code of its own, and is no error where the standard only advises', () => {
    expect(new Set(normRules.map(({ code }) => code)).size).toBe(normRules.length);
    const bold = normRules.filter(({ severity, detail }) => severity === 'error' && detail.includes('只作提醒'));
    expect(bold).toEqual([]);
  });

  it('points at the characters themselves, through the marks of Markdown', () => {
    const project = projectOf('- 先把**责任单位,协办单位**写清\n- 再报送');
    const [finding] = normRules.find(({ code }) => code === 'NORM-HALF-MARK')!.run(project);
    const { text } = project.entries[0]!.source;
    expect(text.slice(finding!.span!.start, finding!.span!.end)).toBe(',');
  });
});

describe('mending', () => {
  it.each([
    ['各单位(部门)要按时报送,逾期通报.', '各单位（部门）要按时报送，逾期通报。'],
    ['(一)抓学习...', '（一）抓学习……'],
    ['按照云政办[2026]第07号文件,于2026年03月09日报送', '按照云政办〔2026〕7号文件，于2026年3月9日报送'],
    ['推行"一窗受理"--群众只跑一趟', '推行“一窗受理”——群众只跑一趟'],
    ['### 一、（一）重点任务。\n\n抓落实', '### 重点任务\n\n抓落实'],
    ['（1）、建台账\n\n1、建台账', '（1）建台账\n\n1.建台账'],
    [
      '| 事项,说明 | 时限 |\n|---|---|\n| 窗口(一期) | 9:30 |',
      '| 事项，说明 | 时限 |\n|---|---|\n| 窗口（一期） | 9:30 |',
    ],
    ['用水、用电、等问题已办，，', '用水、用电等问题已办，'],
  ])('%s', (before, after) => {
    expect(mend(before)).toBe(after);
  });

  it.each([
    'https://www.example.org/a,b?x=1;y=2',
    'yijian@example.gov.cn',
    '3,200户，9:30，1:500，0.46',
    'GB/T 9704—2012',
    '`GET /items,all`',
    'Public Administration Review, Vol. 3, No. 2',
    '![书架](./a,b.png)',
  ])('leaves %s alone', (text) => {
    expect(mend(`见 ${text} 处。`)).toBe(`见 ${text} 处。`);
  });

  const piece = fc.constantFrom(
    ...'群众办事一二三十年月日号等是第先(),.;:!?、。，；：？！“”‘’"《》（）〔〕[]【】…—-~0123456789%万千aZ /@*_#|`\\\n',
    '2026年',
    '03月',
    '...',
    '。。。',
    '--',
    'https://a.cn/x,y',
    '[2026]07号',
    '（一）、',
    '1、',
    '\n\n',
    '### ',
    '- ',
    '| ',
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  it('comes to rest, and a second run changes nothing', () => {
    fc.assert(
      fc.property(text, (body) => {
        const once = mend(body);
        expect(mend(once)).toBe(once);
        expect(certainEditsOf(projectOf(once))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it('touches neither the lines of a text nor what is blotted out', () => {
    fc.assert(
      fc.property(text, (body) => {
        const project = projectOf(body);
        const whole = project.entries[0]!.source.text;
        const { after } = applyEdits(whole, certainEditsOf(project));
        expect(after.split('\n').length).toBe(whole.split('\n').length);
        const blots = proseOf(project)
          .flat()
          .flatMap((prose) =>
            [...prose.text].flatMap((mark, index) => (mark === '\uFFFC' ? [offsetAt(prose, index)!] : [])),
          );
        const touched = certainEditsOf(project).flatMap(({ span }) =>
          blots.filter((at) => at >= span.start && at < span.end),
        );
        expect(touched).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });
});
