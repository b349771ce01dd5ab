import {
  first,
  inkTop,
  last,
  leftOf,
  lineOf,
  middleOf,
  mm,
  need,
  picturesOf,
  rightOf,
  rulesOf,
  squareFoot,
  squareTop,
  textLines,
  type Prints,
  type Rule,
  type Stamp,
} from './measure.js';
import { BOTTOM, CELL, FINE, LEFT, LINE, RIGHT, TOP, reading, type Check } from './sheet.js';

const POINT = 25.4 / 72;
/** Width of the page, and the distance from its top to the lower double rule of a letter (10.1). */
const SHEET = 210;
const LOWER = 297 - 20;
/** 7/8 of a character of 3号. */
const SEVEN_EIGHTHS = 16 * POINT * (7 / 8);
/** Diameter of a seal. */
const SEAL = 42;
/** From the bottom of a 4号 character to the bottom of its line in the 版记; rendering engines place it differently. */
const FOOT_SLACK = { expected: 2.13, tolerance: 1.1 } as const;
const LETTER = '云岭管理区管理委员会';

/** The two double rules of a letter, from top to bottom: two rules each. */
function doubleRules({ letter }: Prints): readonly [Rule, Rule, Rule, Rule] {
  const [a, b, c, d] = rulesOf(letter[0]).filter((rule) => rule.red);
  return [need(a, '上双线'), need(b, '上双线'), need(c, '下双线'), need(d, '下双线')];
}

function thickness({ top, foot }: Rule): number {
  return foot - top;
}

function centreOf({ left, right }: Stamp): number {
  return (left + right) / 2;
}

/** Checks of the special formats (clause 10), of joint and upward documents, and of seals. */
export const formatChecks: readonly Check[] = [
  {
    name: '份号、密级、紧急程度自上而下顶格分行，不推动标志',
    clause: '7.2.1、7.2.2、7.2.3',
    on: ['sealed'],
    measure: ({ sealed, ink }) => {
      const lines = ['000001', '秘密', '特急'].map((text) => lineOf(sealed[0], text));
      const [copy, grade, urgency] = lines.map((line) => mm(line.baseline));
      return [
        ...lines.map((line) => reading('左边', LEFT, leftOf(line))),
        reading('份号在第一行', TOP + LINE / 2, mm(need(lines[0], '份号').baseline) - 1.8, LINE / 4),
        reading('密级在份号下一行', LINE, (grade ?? 0) - (copy ?? 0)),
        reading('紧急程度在密级下一行', LINE, (urgency ?? 0) - (grade ?? 0)),
        reading('标志上边缘', TOP + 35, inkTop(lineOf(sealed[0], '云岭管理区文件'), ink)),
      ];
    },
    wrong: (style) => ({ ...style, page: { ...style.page, leftMm: 30 } }),
  },
  {
    name: '联合行文的标志：主办机关在前，“文件”在右，上下居中',
    clause: '7.2.4',
    on: ['joint'],
    measure: ({ joint, ink }) => {
      const organs = ['云岭管理区民', '云岭管理区残', '云岭管理区财'].map((text) => lineOf(joint[0], text));
      const tail = need(
        joint[0]?.glyphs.find((glyph) => glyph.text === '文'),
        '“文件”',
      );
      const [top, middle] = [need(organs[0], '主办机关'), need(organs[1], '协办机关')];
      const end = need(
        middle.glyphs.find((glyph) => glyph.text === '会'),
        '协办机关末字',
      );
      return [
        reading('上边缘', TOP + 35, inkTop(top, ink)),
        reading('“文件”居中', mm(middle.baseline), mm(tail.y)),
        reading('各行等宽', mm(end.x + end.width), rightOf(top), 1),
      ];
    },
    wrong: (style) => ({ ...style, head: { ...style.head, mastheadTopMm: 37 } }),
  },
  {
    name: '签发人右空一字，每行两人、与首名对齐，发文字号左空一字与末行同行',
    clause: '7.2.6',
    on: ['joint'],
    measure: ({ joint }) => {
      const [number, label] = [lineOf(joint[0], '云区发'), lineOf(joint[0], '签发人')];
      const [second, third] = [lineOf(joint[0], '李小四'), lineOf(joint[0], '王小五')];
      const name = need(
        label.glyphs.find((glyph) => glyph.text === '张'),
        '首名',
      );
      return [
        reading('发文字号左端', LEFT + CELL, leftOf(number)),
        reading('签发人右端', RIGHT - CELL, rightOf(second)),
        reading('与首名对齐', mm(name.x), leftOf(third)),
        reading('同在末行', mm(third.baseline), mm(number.baseline)),
      ];
    },
    wrong: (style) => ({ ...style, grid: { ...style.grid, letterSpacing: -1 } }),
  },
  {
    name: '联合行文加盖印章：每排三枚以内，各压署名，末枚压署名和成文日期，互不相交，不出版心',
    clause: '7.3.5.1',
    on: ['joint'],
    measure: ({ joint }) => {
      const page = need(joint.at(-1), '末页');
      const seals = picturesOf(page);
      const at = (index: number): Stamp => need(seals[index], '印章');
      const names = ['甲', '乙', '丙', '丁'].map((each) => lineOf(page, `区${each}局`));
      const date = lineOf(page, '2026年3月5日');
      const text = lineOf(page, '特此报告');
      return [
        reading('印章', names.length, seals.length, 0),
        ...names.map((name, index) => reading('印章居中', middleOf(name), centreOf(at(index)))),
        ...names
          .slice(1, 3)
          .map((_, index) => reading('间距', SEAL + 2, centreOf(at(index + 1)) - centreOf(at(index)), 2)),
        reading('直径', SEAL, at(0).right - at(0).left),
        reading('末枚压日期', centreOf(at(3)), middleOf(date)),
        reading('日期在末名下一行', LINE, mm(date.baseline - need(names[3], '末名').baseline)),
        reading('两排不相交', 8, at(3).top - at(0).foot, 8),
        reading('首排上距正文一行之内', LINE / 2, at(0).top - squareFoot(text), LINE / 2),
        reading('不出版心', (LEFT + RIGHT) / 2, centreOf(at(1)), (RIGHT - LEFT) / 2 - SEAL / 2),
      ];
    },
    wrong: (style) => ({ ...style, seal: { ...style.seal, diameterMm: 60 } }),
  },
  {
    name: '签名章右空四字，职务在其左二字、上下居中，成文日期在下空一行右空四字',
    clause: '7.3.5.3',
    on: ['order'],
    measure: ({ order }) => {
      const page = order[0];
      const [stamp] = picturesOf(page);
      const seal = need(stamp, '签名章');
      const [post, date] = [lineOf(page, '云岭管理区主任'), lineOf(page, '2026年3月5日')];
      // The image is square. It is as high as the space for the stamp and centred in it.
      const place = { left: centreOf(seal) - 20, right: centreOf(seal) + 20 };
      return [
        reading('签名章右边', RIGHT - 4 * CELL, place.right),
        reading('职务右端', place.left - 2 * CELL, rightOf(post)),
        reading('上下居中', (seal.top + seal.foot) / 2, (squareTop(post) + squareFoot(post)) / 2, 1),
        reading('日期右端', RIGHT - 4 * CELL, rightOf(date)),
        reading(
          '距签名章',
          1.5 * LINE,
          (squareTop(date) + squareFoot(date)) / 2 - (seal.top + seal.foot) / 2 - LINE,
          1.2,
        ),
        reading('距正文', 2 * LINE, seal.top - squareFoot(lineOf(page, '现予公布')), 3),
      ];
    },
    wrong: (style) => ({ ...style, grid: { ...style.grid, letterSpacing: -1 } }),
  },
  {
    name: '移至版记的主送机关在抄送机关之上一行，其间不加分隔线',
    clause: '7.4.2',
    on: ['joint'],
    measure: ({ joint }) => {
      const page = need(joint.at(-1), '末页');
      const [sent, copied] = [lineOf(page, '主送'), lineOf(page, '抄送')];
      const between = rulesOf(page).filter(({ top }) => top > squareFoot(sent) && top < squareTop(copied));
      return [
        reading('左端', LEFT + 14 * POINT, leftOf(sent)),
        reading('行距', mm(copied.baseline - sent.baseline), 27.5 * POINT),
        reading('其间的线', 0, between.length, 0),
      ];
    },
    wrong: (style) => ({ ...style, size: { ...style.size, small: 12 } }),
  },
  {
    name: '信函的发文机关标志上边缘至上页边 30 mm，居中',
    clause: '10.1',
    on: ['letter'],
    measure: ({ letter, ink }) => {
      const mark = lineOf(letter[0], LETTER);
      return [reading('上边缘', 30, inkTop(mark, ink)), reading('居中', (LEFT + RIGHT) / 2, middleOf(mark))];
    },
    wrong: (style) => ({ ...style, letter: { ...style.letter, mastheadTopMm: 32 } }),
  },
  {
    name: '信函标志下 4 mm 处红色双线上粗下细，距下页边 20 mm 处上细下粗，线长 170 mm，居中',
    clause: '10.1',
    on: ['letter'],
    measure: (prints) => {
      const rules = doubleRules(prints);
      const [thick, thin, lowerThin, lowerThick] = rules;
      return [
        reading('距标志', 4, thick.top - squareFoot(lineOf(prints.letter[0], LETTER))),
        reading('距下页边', LOWER, lowerThick.foot),
        ...rules.map((rule) => reading('左端', (SHEET - 170) / 2, rule.left)),
        ...rules.map((rule) => reading('线长', 170, rule.right - rule.left)),
        reading('上粗', 0.8, thickness(thick), FINE),
        reading('下细', 0.27, thickness(thin), FINE),
        reading('上细', 0.27, thickness(lowerThin), FINE),
        reading('下粗', 0.8, thickness(lowerThick), FINE),
      ];
    },
    wrong: (style) => ({ ...style, letter: { ...style.letter, ruleWidthMm: 156 } }),
  },
  {
    name: '信函的密级、紧急程度顶格在左，发文字号顶格在右，与第一条双线相距 3 号汉字高度的 7/8',
    clause: '10.1',
    on: ['letter'],
    measure: (prints) => {
      const page = prints.letter[0];
      const [, thin] = doubleRules(prints);
      const [grade, urgency, number] = ['秘密', '特急', '云区发'].map((text) => lineOf(page, text));
      const [left, below, right] = [need(grade, '密级'), need(urgency, '紧急程度'), need(number, '发文字号')];
      return [
        reading('密级左端', LEFT, leftOf(left)),
        reading('紧急程度左端', LEFT, leftOf(below)),
        reading('紧急程度在密级下一行', LINE, mm(below.baseline - left.baseline)),
        reading('发文字号右端', RIGHT, rightOf(right)),
        reading('密级距双线', SEVEN_EIGHTHS, squareTop(left) - thin.foot),
        reading('发文字号距双线', SEVEN_EIGHTHS, squareTop(right) - thin.foot),
      ];
    },
    wrong: (style) => ({ ...style, letter: { ...style.letter, ruleToText: 20 } }),
  },
  {
    name: '信函的标题与其上最后一个要素相距二行，居中',
    clause: '10.1',
    on: ['letter'],
    measure: ({ letter }) => {
      const title = lineOf(letter[0], '关于版面');
      return [
        reading(
          '相距',
          2 * LINE,
          squareTop(title) - squareFoot(lineOf(letter[0], '特急')) - (LINE - 22 * POINT) / 2,
          3,
        ),
        reading('行距', 3 * LINE, mm(title.baseline - lineOf(letter[0], '特急').baseline), 1.2),
        reading('居中', (LEFT + RIGHT) / 2, middleOf(title)),
      ];
    },
    wrong: (style) => ({ ...style, blankLines: { ...style.blankLines, headToTitle: 1 } }),
  },
  {
    name: '信函首页不显示页码，第二页起照常，首页文字不近于第二条双线 3 号汉字高度的 7/8',
    clause: '10.1',
    on: ['letter'],
    measure: (prints) => {
      const [page, next] = prints.letter;
      const [, , lower] = doubleRules(prints);
      const foot = Math.max(...textLines(need(page, '首页')).map(squareFoot));
      const number = lineOf(next, '—');
      return [
        reading('首页的页码', 0, need(page, '首页').glyphs.filter((glyph) => glyph.text === '—').length, 0),
        reading('第2页左端', LEFT + CELL, leftOf(number)),
        reading('第2页高', BOTTOM + 7, mm(number.baseline) - 1.63, 0.7),
        // The page is full, so its last line ends less than a line above the bottom of the 版心.
        reading('末行', BOTTOM - LINE / 2, foot, LINE / 2),
        reading('距第二条双线', 20, lower.top - foot, 20 - SEVEN_EIGHTHS),
      ];
    },
    wrong: (style) => ({ ...style, pageNumber: { ...style.pageNumber, dropMm: 9 } }),
  },
  {
    name: '信函的版记没有分隔线、印发机关和印发日期，在末页版心最下方',
    clause: '10.1',
    on: ['letter'],
    measure: ({ letter }) => {
      const page = need(letter.at(-1), '末页');
      const copies = lineOf(page, '抄送');
      return [
        reading('分隔线', 0, rulesOf(page).length, 0),
        reading('左端', LEFT + 14 * POINT, leftOf(copies)),
        reading('下边', BOTTOM - FOOT_SLACK.expected, squareFoot(copies), FOOT_SLACK.tolerance),
      ];
    },
    wrong: (style) => ({ ...style, page: { ...style.page, bottomMm: 38 } }),
  },
  {
    name: '命令（令）的标志上边缘至版心上边缘 20 mm',
    clause: '10.2',
    on: ['order'],
    measure: ({ order, ink }) => {
      const mark = lineOf(order[0], '云岭管理区令');
      return [reading('上边缘', TOP + 20, inkTop(mark, ink)), reading('居中', (LEFT + RIGHT) / 2, middleOf(mark))];
    },
    wrong: (style) => ({ ...style, order: { ...style.order, mastheadTopMm: 35 } }),
  },
  {
    name: '令号在标志下空二行居中，正文在令号下空二行',
    clause: '10.2',
    on: ['order'],
    measure: ({ order }) => {
      const [mark, number, text] = [
        lineOf(order[0], '云岭管理区令'),
        lineOf(order[0], '第1号'),
        lineOf(order[0], '现予'),
      ];
      return [
        reading('令号距标志', 2 * LINE, squareTop(number) - squareFoot(mark)),
        reading('令号居中', (LEFT + RIGHT) / 2, middleOf(number)),
        reading('正文距令号', 3 * LINE, mm(text.baseline - number.baseline), 1.2),
      ];
    },
    wrong: (style) => ({ ...style, order: { ...style.order, numberToText: 1 } }),
  },
  {
    name: '纪要标志上边缘至版心上边缘 35 mm',
    clause: '10.3',
    on: ['minutes'],
    measure: ({ minutes, ink }) => {
      const mark = lineOf(minutes[0], '云岭管理区会议纪要');
      return [reading('上边缘', TOP + 35, inkTop(mark, ink)), reading('居中', (LEFT + RIGHT) / 2, middleOf(mark))];
    },
    wrong: (style) => ({ ...style, head: { ...style.head, mastheadTopMm: 37 } }),
  },
  {
    name: '出席人员在正文下空一行左空二字，回行与冒号后首字对齐，请假、列席依次另起一行',
    clause: '10.3',
    on: ['minutes'],
    measure: ({ minutes }) => {
      const page = minutes.at(-1);
      const [label, excused, others] = [lineOf(page, '出席'), lineOf(page, '请假'), lineOf(page, '列席')];
      const wrapped = need(
        textLines(need(page, '末页')).find((line) => line.baseline > label.baseline + 1),
        '回行',
      );
      return [
        reading('距正文', 2 * LINE, mm(label.baseline - lineOf(page, '会议议定').baseline)),
        ...[label, excused, others].map((line) => reading('左端', LEFT + 2 * CELL, leftOf(line))),
        reading('回行', LEFT + 5 * CELL, leftOf(wrapped)),
        reading('列席在请假下一行', LINE, mm(others.baseline - excused.baseline)),
        reading('标签用黑体', 0, Number(first(label).face === last(label).face), 0),
      ];
    },
    wrong: (style) => ({ ...style, grid: { ...style.grid, letterSpacing: -1 } }),
  },
];
