import { gbt9704 } from '../../src/layout/styles.js';
import { DOC_NAMES } from './documents.js';
import { formatChecks } from './format-checks.js';
import {
  first,
  inkMiddle,
  inkTop,
  last,
  leftOf,
  lineOf,
  mm,
  need,
  rightOf,
  rulesOf,
  squareFoot,
  squareTop,
  textLines,
  type Prints,
  type Rule,
} from './measure.js';
import type { Page } from './page.js';
import type { Job } from './print.js';
import { BOTTOM, CELL, FINE, LEFT, LINE, RIGHT, TOLERANCE, TOP, reading, type Check } from './sheet.js';

const COLOPHON = '抄送';

function fullPage({ sealed }: Prints): Page {
  return need(sealed[1], '第2页');
}

function redRule({ sealed }: Prints): Rule {
  return need(
    rulesOf(sealed[0]).find((rule) => rule.red),
    '红色分隔线',
  );
}

function lastPage({ sealed }: Prints): Page {
  return need(sealed.at(-1), '末页');
}

function footRules(prints: Prints): readonly [Rule, Rule, Rule] {
  const [outer, inner, closing] = rulesOf(lastPage(prints))
    .filter((rule) => !rule.red)
    .slice(-3);
  return [need(outer, '版记首条分隔线'), need(inner, '版记中间分隔线'), need(closing, '版记末条分隔线')];
}

const generalChecks: readonly Check[] = [
  {
    name: '版心宽 156 mm，左边距 28 mm',
    clause: '5.2.1',
    on: ['sealed'],
    measure: (prints) => {
      const line = need(textLines(fullPage(prints))[1], '第2行');
      return [reading('左边', LEFT, leftOf(line)), reading('右边', RIGHT, rightOf(line))];
    },
    wrong: (style) => ({ ...style, page: { ...style.page, leftMm: 30 } }),
  },
  {
    name: '版心高 225 mm，上白边 37 mm',
    clause: '5.2.1',
    on: ['sealed'],
    measure: (prints) => {
      const lines = textLines(fullPage(prints));
      const [top, foot] = [need(lines[0], '首行'), need(lines.at(-1), '末行')];
      const pitch = mm(foot.baseline - top.baseline) / (lines.length - 1);
      const slack = LINE - mm(first(top).size);
      return [
        reading('各行总高', BOTTOM - TOP, pitch * lines.length),
        // A character may be anywhere within its line, so its edges vary by the free height of the line.
        reading('首行在版心内', TOP + slack / 2, squareTop(top), slack / 2 + TOLERANCE / 2),
        reading('末行在版心内', BOTTOM - slack / 2, squareFoot(foot), slack / 2 + TOLERANCE / 2),
      ];
    },
    wrong: (style) => ({ ...style, grid: { ...style.grid, linePitch: 28 } }),
  },
  {
    name: '每面 22 行',
    clause: '5.2.3',
    on: ['sealed'],
    measure: (prints) => [reading('行数', 22, textLines(fullPage(prints)).length, 0)],
    wrong: (style) => ({ ...style, grid: { ...style.grid, linePitch: 30 } }),
  },
  {
    name: '每行 28 字',
    clause: '5.2.3',
    on: ['sealed'],
    measure: (prints) => [reading('字数', 28, need(textLines(fullPage(prints))[1], '第2行').glyphs.length, 0)],
    wrong: (style) => ({ ...style, grid: { ...style.grid, letterSpacing: 0 } }),
  },
  {
    name: '发文机关标志上边缘距版心上边缘 35 mm',
    clause: '7.2.4',
    on: ['sealed'],
    measure: (prints) => [reading('上边缘', TOP + 35, inkTop(lineOf(prints.sealed[0], '云岭管理区文件'), prints.ink))],
    wrong: (style) => ({ ...style, head: { ...style.head, mastheadTopMm: 37 } }),
  },
  {
    name: '发文字号之下 4 mm 处的红色分隔线与版心等宽',
    clause: '7.2.7',
    on: ['sealed'],
    measure: (prints) => {
      const rule = redRule(prints);
      const number = lineOf(prints.sealed[0], '云区发');
      return [
        reading('距发文字号', 4, rule.top - squareFoot(number)),
        reading('左端', LEFT, rule.left),
        reading('右端', RIGHT, rule.right),
      ];
    },
    wrong: (style) => ({ ...style, head: { ...style.head, ruleGapMm: 5 } }),
  },
  {
    name: '标题在红色分隔线下空二行，居中',
    clause: '7.3.1',
    on: ['sealed'],
    measure: (prints) => {
      const title = lineOf(prints.sealed[0], '关于版面');
      const middle = (leftOf(title) + rightOf(title)) / 2;
      return [
        reading('距分隔线', 2 * LINE, squareTop(title) - redRule(prints).foot),
        reading('居中', (LEFT + RIGHT) / 2, middle),
      ];
    },
    wrong: (style) => ({ ...style, blankLines: { ...style.blankLines, headToTitle: 1 } }),
  },
  {
    name: '正文每个自然段左空二字',
    clause: '7.3.3',
    on: ['sealed', 'unsealed'],
    measure: ({ sealed, unsealed }) => [
      reading('首行', LEFT + 2 * CELL, leftOf(lineOf(sealed[0], '测'))),
      reading(
        '短段',
        LEFT + 2 * CELL,
        leftOf(
          lineOf(
            unsealed.find((page) => hasLine(page, '特此')),
            '特此',
          ),
        ),
      ),
    ],
    wrong: (style) => ({ ...style, grid: { ...style.grid, letterSpacing: -1 } }),
  },
  {
    name: '加盖印章的公文：成文日期右空四字，署名以其为准居中',
    clause: '7.3.5.1',
    on: ['sealed'],
    measure: (prints) => {
      const date = lineOf(lastPage(prints), '2026年3月5日');
      const organ = lineOf(lastPage(prints), '云岭管理区委员会');
      const middle = (line: typeof date): number => (leftOf(line) + rightOf(line)) / 2;
      return [
        reading('日期右端', RIGHT - 4 * CELL, rightOf(date)),
        reading('署名中线', middle(date), middle(organ)),
        reading('日期在署名下一行', LINE, mm(date.baseline - organ.baseline)),
      ];
    },
    wrong: (style) => ({ ...style, grid: { ...style.grid, letterSpacing: -1 } }),
  },
  {
    name: '不加盖印章的公文：署名右空二字，日期首字比署名首字右移二字',
    clause: '7.3.5.2',
    on: ['unsealed'],
    measure: ({ unsealed }) => {
      const page = unsealed.find((each) => hasLine(each, '中共云岭管理区工作委员会'));
      const [organ, date] = [lineOf(page, '中共云岭管理区工作委员会'), lineOf(page, '2026年3月5日')];
      return [
        reading('署名右端', RIGHT - 2 * CELL, rightOf(organ)),
        reading('日期首字', leftOf(organ) + 2 * CELL, leftOf(date)),
        reading('距正文', 2 * LINE, mm(organ.baseline - lineOf(page, '特此').baseline)),
      ];
    },
    wrong: (style) => ({ ...style, grid: { ...style.grid, letterSpacing: -1 } }),
  },
  {
    name: '版记分隔线与版心等宽，首末条 0.35 mm，中间 0.25 mm',
    clause: '7.4.1',
    on: ['sealed'],
    measure: (prints) => {
      const [outer, inner, closing] = footRules(prints);
      return [
        ...[outer, inner, closing].flatMap((rule) => [
          reading('左端', LEFT, rule.left),
          reading('右端', RIGHT, rule.right),
        ]),
        reading('首条粗', 0.35, outer.foot - outer.top, FINE),
        reading('中间粗', 0.25, inner.foot - inner.top, FINE),
        reading('末条粗', 0.35, closing.foot - closing.top, FINE),
      ];
    },
    wrong: (style) => ({ ...style, foot: { ...style.foot, outerRuleMm: 0.5 } }),
  },
  {
    name: '版记末条分隔线与末面版心下边缘重合',
    clause: '7.4.1',
    on: ['sealed'],
    measure: (prints) => [reading('末条下缘', BOTTOM, footRules(prints)[2].foot)],
    wrong: (style) => ({ ...style, page: { ...style.page, bottomMm: 37 } }),
  },
  {
    name: '版记左右各空一字',
    clause: '7.4.2、7.4.3',
    on: ['sealed'],
    measure: (prints) => {
      const cell = mm(14);
      const [copies, issued] = [lineOf(lastPage(prints), COLOPHON), lineOf(lastPage(prints), '2026年3月6日印发')];
      return [reading('抄送左端', LEFT + cell, leftOf(copies)), reading('印发日期右端', RIGHT - cell, rightOf(issued))];
    },
    wrong: (style) => ({ ...style, size: { ...style.size, small: 12 } }),
  },
  {
    name: '页码的一字线距版心下边缘 7 mm，单页居右空一字，双页居左空一字',
    clause: '7.5',
    on: ['sealed'],
    measure: ({ sealed, ink }) => {
      const [odd, even] = [lineOf(sealed[0], '—'), lineOf(sealed[1], '—')];
      return [
        reading('单页高', BOTTOM + 7, inkMiddle(first(odd), ink)),
        reading('双页高', BOTTOM + 7, inkMiddle(first(even), ink)),
        reading('单页右端', RIGHT - CELL, mm(last(odd).x + last(odd).width)),
        reading('双页左端', LEFT + CELL, leftOf(even)),
      ];
    },
    wrong: (style) => ({ ...style, pageNumber: { ...style.pageNumber, dropMm: 8 } }),
  },
  {
    name: '发文字号在发文机关标志下空二行，居中',
    clause: '7.2.5',
    on: ['sealed'],
    measure: ({ sealed }) => {
      const number = lineOf(sealed[0], '云区发');
      const mark = lineOf(sealed[0], '云岭管理区文件');
      return [
        reading('距标志', 2 * LINE, squareTop(number) - squareFoot(mark)),
        reading('居中', (LEFT + RIGHT) / 2, (leftOf(number) + rightOf(number)) / 2),
      ];
    },
    wrong: (style) => ({ ...style, blankLines: { ...style.blankLines, mastheadToNumber: 1 } }),
  },
  {
    name: '横排表格页的页码与其他页在同一位置',
    clause: '8',
    on: ['turned'],
    measure: ({ turned, ink }) => {
      const number = need(turned[1], '第2页')
        .glyphs.filter((glyph) => glyph.turned)
        .toSorted((a, b) => a.y - b.y);
      const dash = need(number[0], '页码');
      const { top, foot } = ink(dash);
      // On a landscape page, the bottom edge of the bound document is on the left and its left edge on top.
      return [
        reading('高', 297 - BOTTOM - 7, mm(dash.x + ((top + foot) / 2) * dash.size)),
        reading('双页左端', LEFT + CELL, mm(dash.y)),
      ];
    },
    wrong: (style) => ({ ...style, pageNumber: { ...style.pageNumber, dropMm: 8 } }),
  },
];

/** All checks, those of the general format first. */
export const checks: readonly Check[] = [...generalChecks, ...formatChecks];

function hasLine(page: Page, text: string): boolean {
  return page.glyphs.some((glyph) => glyph.text === text.charAt(0)) && tryLine(page, text);
}

function tryLine(page: Page, text: string): boolean {
  try {
    return lineOf(page, text).glyphs.length > 0;
  } catch {
    return false;
  }
}

/** The print jobs: all documents in the correct style, then the documents of each check in its wrong style. */
export const jobs: readonly Job[] = [
  { style: gbt9704, on: DOC_NAMES },
  ...checks.map(({ wrong, on }) => ({ style: wrong(gbt9704), on })),
];

/** The readings outside their tolerance. A print that cannot be measured fails too. */
export function failures({ measure }: Check, prints: Prints): readonly string[] {
  try {
    const off = measure(prints).filter(({ expected, found, tolerance }) => !(Math.abs(found - expected) <= tolerance));
    return off.map(({ what, expected, found }) => `${what}应为 ${expected.toFixed(2)}，测得 ${found.toFixed(2)}`);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
