import type { Attachment } from '../model/doc.js';

/** Characters of a 2号 title (22 pt) in one line of the 版心: 156 mm wide, in landscape 225 mm. */
const CELLS_PER_LINE = { portrait: 20, landscape: 28 } as const;
const MAX_LINES = 5;
/**
 * Costs of breaking a word or a phrase and of an extra line; an uneven line costs the square of its deviation in cells.
 */
const WORD_CUT_COST = 150;
const PHRASE_CUT_COST = 60;
const EXTRA_LINE_COST = 40;

/**
 * Characters not allowed at the start of a line (GB/T 15834-2011, 5.1), and particles that belong to the preceding
 * word.
 */
const NOT_AT_LINE_START = /^[，。、；：！？）》〉”’〕】的和与及等了之]/u;
/** Characters not allowed at the end of a line, and particles that belong to the following word. */
const NOT_AT_LINE_END = /[（《〈“‘〔【—关于对和与及的在把将]$/u;

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/**
 * Breaks a title between words into as few lines as possible, in the shape of a trapezoid or a diamond (GB/T 9704-2012,
 * 7.3.1). `words` (above all names), quotations and `phrases` are broken only if necessary, phrases first. The lines
 * joined are the title.
 */
export function breakTitle(
  title: string,
  words: readonly string[] = [],
  phrases: readonly string[] = [],
  maxCells: number = titleCells('portrait'),
): readonly string[] {
  const cells = widthOf(title);
  if (fits(title, maxCells)) return [title];
  const pieces = wordsOf(title);
  const quoted = title.match(/“[^”]*”|《[^》]*》/gu) ?? [];
  const [inWords, inPhrases] = [
    cutOffsetsOf(title, [...words, ...quoted], maxCells),
    cutOffsetsOf(title, phrases, maxCells),
  ];
  const least = Math.ceil(cells / maxCells);
  const lineCounts = [least, least + 1].filter((count) => count <= MAX_LINES);
  const scored = lineCounts.flatMap((count) =>
    layoutsOf(pieces, count, maxCells).map((lines): Layout => {
      const cuts = WORD_CUT_COST * cutsOf(lines, inWords) + PHRASE_CUT_COST * cutsOf(lines, inPhrases);
      const cost = costOf(lines, cells / count) + cuts + EXTRA_LINE_COST * (count - least);
      return { lines, cost };
    }),
  );
  if (scored.length === 0) return splitEvenly(title, maxCells);
  return scored.reduce((best, next) => (next.cost < best.cost ? next : best)).lines;
}

/** Maximum characters in a line of a title for an orientation. */
export function titleCells(orientation: Attachment['orientation']): number {
  return CELLS_PER_LINE[orientation];
}

/** The words of a title, each with the following characters that must not start a line. */
export function wordsOf(title: string, phrases: readonly string[] = []): readonly string[] {
  return piecesOf(title, phrases).reduce<string[]>((words, segment) => {
    const last = words.at(-1);
    if (last !== undefined && isSameWord(last, segment)) words[words.length - 1] = last + segment;
    else words.push(segment);
    return words;
  }, []);
}

/** Segments a text into words; each phrase is one word. */
function piecesOf(text: string, [phrase = '', ...others]: readonly string[]): readonly string[] {
  if (phrase === '' && others.length === 0) return [...segmenter.segment(text)].map(({ segment }) => segment);
  if (phrase === '') return piecesOf(text, others);
  return text.split(phrase).flatMap((piece, index) => [...(index === 0 ? [] : [phrase]), ...piecesOf(piece, others)]);
}

/** A dash or an ellipsis is two cells that stay together; a bracket stays with its content (GB/T 15834-2011, 5.1). */
function isSameWord(before: string, after: string): boolean {
  const isTwoCellMark = /[—…]$/u.test(before) && /^[—…]/u.test(after);
  return isTwoCellMark || NOT_AT_LINE_START.test(after) || /[（《〈“‘〔【]$/u.test(before);
}

interface Layout {
  readonly lines: readonly string[];
  readonly cost: number;
}

/** Offsets at which a break would split a phrase, or a part of a phrase that is too long for a line. */
function cutOffsetsOf(title: string, phrases: readonly string[], maxCells: number): ReadonlySet<number> {
  const whole = phrases.flatMap((phrase) => (fits(phrase, maxCells) ? [phrase] : phrase.split(/[（）、，“”]/u)));
  return new Set(
    whole
      .filter((phrase) => phrase !== '' && fits(phrase, maxCells))
      .flatMap((phrase) => cutOffsetsInPhrase(title, phrase)),
  );
}

function cutOffsetsInPhrase(title: string, phrase: string): readonly number[] {
  const offsets: number[] = [];
  for (let start = title.indexOf(phrase); start >= 0; start = title.indexOf(phrase, start + 1)) {
    for (let offset = start + 1; offset < start + phrase.length; offset += 1) offsets.push(offset);
  }
  return offsets;
}

function fits(line: string, maxCells: number): boolean {
  return widthOf(line) <= maxCells;
}

function cutsOf(lines: readonly string[], offsets: ReadonlySet<number>): number {
  let offset = 0;
  return lines.slice(0, -1).filter((line) => offsets.has((offset += line.length))).length;
}

/** All ways to set words in `count` lines of at most `maxCells` each. */
function layoutsOf(words: readonly string[], count: number, maxCells: number): readonly (readonly string[])[] {
  if (widthOf(words.join('')) > count * maxCells) return [];
  if (count === 1) {
    const line = words.join('');
    return fits(line, maxCells) ? [[line]] : [];
  }
  const layouts: (readonly string[])[] = [];
  for (let end = 1, line = ''; end < words.length; end += 1) {
    line += words[end - 1] ?? '';
    if (!fits(line, maxCells)) break;
    for (const rest of layoutsOf(words.slice(end), count - 1, maxCells)) layouts.push([line, ...rest]);
  }
  return layouts;
}

/** Cost of uneven lines, of lines that end in a particle or an open bracket, and of rectangle and hourglass shapes. */
function costOf(lines: readonly string[], ideal: number): number {
  const widths = lines.map(widthOf);
  const uneven = widths.reduce((sum, width) => sum + (width - ideal) ** 2, 0);
  const badEnds = lines.slice(0, -1).filter((line) => NOT_AT_LINE_END.test(line)).length;
  const cut = lines.filter((line) => hasOpenBracket(line)).length;
  return uneven + 60 * badEnds + 40 * cut + shapeCost(widths);
}

function hasOpenBracket(line: string): boolean {
  return count(line, /[“《（]/gu) !== count(line, /[”》）]/gu);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function shapeCost(widths: readonly number[]): number {
  const steps = widths.slice(1).map((width, index) => Math.sign(width - (widths[index] ?? 0)));
  if (steps.includes(0)) return 12;
  const firstDown = steps.indexOf(-1);
  const hourglass = firstDown >= 0 && steps.slice(firstDown).includes(1);
  return hourglass ? 50 : 0;
}

function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x2000 && char !== '·' ? 0.5 : 1), 0);
}

function splitEvenly(title: string, maxCells: number): readonly string[] {
  const characters = [...title];
  const lines = Math.ceil(characters.length / maxCells);
  return Array.from({ length: lines }, (_, line) => characters.slice(line * maxCells, (line + 1) * maxCells).join(''));
}
