import { AlignmentType, LevelFormat, LevelSuffix, type INumberingOptions } from 'docx';
import type { Heading } from '../../../model/block.js';
import type { Style } from '../../../model/style.js';
import { inCells } from '../geometry.js';
import { headingStyleId } from './style-ids.js';

type Level = 1 | 2 | 3 | 4;

export const HEADING_LIST = 'headings';
/** `docx` keeps list 1 for bullets, so the first heading that is numbered makes list 2. */
export const FIRST_HEADING_LIST = 2;

/** How the levels of 7.3.3 are written; `%` stands for the count. */
const levels: readonly { readonly format: 'chinese' | 'decimal'; readonly text: string }[] = [
  { format: 'chinese', text: '%、' },
  { format: 'chinese', text: '（%）' },
  { format: 'decimal', text: '%.' },
  { format: 'decimal', text: '（%）' },
];

/** Native multilevel numbering 一、（一）1.（1）; each level restarts under every higher one. */
export function numberingOptions(style: Style, bound: boolean): INumberingOptions {
  return {
    config: [
      {
        reference: HEADING_LIST,
        levels: levels.map(({ format, text }, level) => ({
          level,
          format: format === 'chinese' ? LevelFormat.CHINESE_COUNTING_THOUSAND : LevelFormat.DECIMAL,
          text: text.replace('%', `%${level + 1}`),
          alignment: AlignmentType.LEFT,
          suffix: LevelSuffix.NOTHING,
          style: {
            style: headingStyleId((level + 1) as Level, bound),
            paragraph: { indent: headingIndent(style) },
          },
        })),
      },
    ],
  };
}

interface HeadingIndent {
  readonly left: number;
  readonly firstLine: number;
  readonly firstLineChars: number;
}

/**
 * Headings stand two cells in, as paragraphs do (7.3.3). A list level says so too, or its own indent would win; so
 * does a heading taken out of the list, which LibreOffice would otherwise move to the margin.
 */
export function headingIndent(style: Style): HeadingIndent {
  return { left: 0, firstLine: inCells(2, style), firstLineChars: 200 };
}

/** Where a heading stands in the lists; `null` prints its number as text, where counting would not arrive at it. */
export interface ListPlace {
  readonly instance: number;
  readonly level: number;
}

/** Counts headings in the order they are printed, as Word will. */
export interface HeadingCounter {
  readonly place: (heading: Heading) => ListPlace | null;
  /** Begins a new list, at an attachment or the title of an article. */
  readonly restart: () => void;
  /** Whether any heading so far is in a list. */
  readonly used: () => boolean;
}

export function headingCounter(): HeadingCounter {
  let instance = -1;
  let fresh = true;
  let counts = [0, 0, 0, 0];
  const restart = (): void => {
    fresh = true;
    counts = [0, 0, 0, 0];
  };
  const take = (level: Level): ListPlace => {
    if (fresh) instance += 1;
    fresh = false;
    counts = counted(counts, level);
    return { instance, level: level - 1 };
  };
  const place = ({ level, number }: Heading): ListPlace | null => {
    if (level === 0) restart();
    if (level === 0 || number === '') return null;
    if (numberText(level, counted(counts, level)[level - 1] ?? 0) === number) return take(level);
    if (numberText(level, 1) !== number) return null;
    restart();
    return take(level);
  };
  return { place, restart, used: () => instance >= 0 };
}

function counted(counts: readonly number[], level: Level): number[] {
  return counts.map((count, index) => (index < level - 1 ? count : index === level - 1 ? count + 1 : 0));
}

/** The number that Word writes before the `count`th heading of a level. */
export function numberText(level: Level, count: number): string {
  const { format, text } = levels[level - 1] ?? { format: 'decimal', text: '%' };
  return text.replace('%', format === 'chinese' ? chineseCount(count) : String(count));
}

const DIGITS = '零一二三四五六七八九';

/** 一 to 九十九; past that the digits stand as they are, and the heading is numbered as text. */
function chineseCount(count: number): string {
  if (count < 1 || count > 99) return String(count);
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS.charAt(tens)}十`;
  return ten + (ones === 0 ? '' : DIGITS.charAt(ones));
}
