import { AlignmentType, LevelFormat, LevelSuffix, type INumberingOptions } from 'docx';
import type { Heading } from '../../../model/block.js';
import type { Style } from '../../../model/style.js';
import { cellsToTwips } from '../geometry.js';
import { headingStyleId } from './style-ids.js';

type Level = 1 | 2 | 3 | 4;

export const HEADING_LIST = 'headings';
/** `docx` reserves list 1 for bullets, so the first numbered heading creates list 2. */
export const FIRST_HEADING_LIST = 2;

/** Number formats of the levels (7.3.3); `%` is replaced by the number. */
const levels: readonly { readonly format: 'chinese' | 'decimal'; readonly text: string }[] = [
  { format: 'chinese', text: '%、' },
  { format: 'chinese', text: '（%）' },
  { format: 'decimal', text: '%.' },
  { format: 'decimal', text: '（%）' },
];

/** Multilevel list numbering 一、（一）1.（1）; each level restarts after every higher level. */
export function numberingOptions(style: Style, inVolume: boolean): INumberingOptions {
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
            style: headingStyleId((level + 1) as Level, inVolume),
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
 * First-line indent of headings: two cells, as for paragraphs (7.3.3). List levels repeat it, because their own indent
 * would take precedence; so do headings outside the list, which LibreOffice would otherwise move to the margin.
 */
export function headingIndent(style: Style): HeadingIndent {
  return { left: 0, firstLine: cellsToTwips(2, style), firstLineChars: 200 };
}

/** The position of a heading in the lists: the list instance, and the zero-based level. */
export interface ListPlace {
  readonly instance: number;
  readonly level: number;
}

/** Counts headings in printed order, as Word does. */
export interface HeadingCounter {
  /** The list position of the next heading; null if list numbering would not give its number, which is then text. */
  readonly place: (heading: Heading) => ListPlace | null;
  /** Begins a new list: at an attachment, or at a title inside the text. */
  readonly restart: () => void;
  /** Whether any heading so far is in a list. */
  readonly used: () => boolean;
}

export function headingCounter(): HeadingCounter {
  let instance = -1;
  let startsNewList = true;
  let counts = [0, 0, 0, 0];
  const restart = (): void => {
    startsNewList = true;
    counts = [0, 0, 0, 0];
  };
  const nextPlace = (level: Level): ListPlace => {
    if (startsNewList) instance += 1;
    startsNewList = false;
    counts = incremented(counts, level);
    return { instance, level: level - 1 };
  };
  const place = ({ level, number }: Heading): ListPlace | null => {
    if (level === 0) restart();
    if (level === 0 || number === '') return null;
    if (numberText(level, incremented(counts, level)[level - 1] ?? 0) === number) return nextPlace(level);
    if (numberText(level, 1) !== number) return null;
    restart();
    return nextPlace(level);
  };
  return { place, restart, used: () => instance >= 0 };
}

function incremented(counts: readonly number[], level: Level): number[] {
  return counts.map((count, index) => (index < level - 1 ? count : index === level - 1 ? count + 1 : 0));
}

/** The number that Word prints before the `count`th heading of a level. */
export function numberText(level: Level, count: number): string {
  const { format, text } = levels[level - 1] ?? { format: 'decimal', text: '%' };
  return text.replace('%', format === 'chinese' ? chineseCount(count) : String(count));
}

const DIGITS = '零一二三四五六七八九';

/** 一 to 九十九; other numbers are decimal, so that the heading is numbered as text. */
function chineseCount(count: number): string {
  if (count < 1 || count > 99) return String(count);
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS.charAt(tens)}十`;
  return ten + (ones === 0 ? '' : DIGITS.charAt(ones));
}
