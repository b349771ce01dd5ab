import type { Attachment } from '../model/doc.js';

/** Characters of a 2号 title that fit one line of the 版心: 156 mm, and turned 225 mm, at 22 pt. */
const CELLS_PER_LINE = { portrait: 20, landscape: 28 } as const;
const MAX_LINES = 5;
/** What it costs to cut a word or a phrase, and to take a line more than is needed; unevenness costs the square of its cells. */
const CUT_WORD = 150;
const CUT_PHRASE = 60;
const EXTRA_LINE = 40;

/** Never at the start of a line (GB/T 15834-2011, 5.1), and words that lean on what stands before them. */
const CLINGS_BACKWARD = /^[，。、；：！？）》〉”’〕】的和与及等了之]/u;
/** Never at the end of a line, and words that lean on what follows. */
const CLINGS_FORWARD = /[（《〈“‘〔【—关于对和与及的在把将]$/u;

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/**
 * Breaks a title at whole words into as few lines as it needs, in the shape of a trapezoid or a diamond
 * (GB/T 9704-2012, 7.3.1). What stands among `words` (names above all) and what is quoted is cut only where it
 * must be, a phrase rather than that. Nothing is lost: the lines joined are the title.
 */
export function breakTitle(
  title: string,
  words: readonly string[] = [],
  phrases: readonly string[] = [],
  room: number = titleRoom('portrait'),
): readonly string[] {
  const cells = widthOf(title);
  if (fits(title, room)) return [title];
  const pieces = wordsOf(title);
  const quoted = title.match(/“[^”]*”|《[^》]*》/gu) ?? [];
  const [inWords, inPhrases] = [insidesOf(title, [...words, ...quoted], room), insidesOf(title, phrases, room)];
  const least = Math.ceil(cells / room);
  const counts = [least, least + 1].filter((count) => count <= MAX_LINES);
  const scored = counts.flatMap((count) =>
    layoutsOf(pieces, count, room).map((lines): Layout => {
      const cuts = CUT_WORD * cutsOf(lines, inWords) + CUT_PHRASE * cutsOf(lines, inPhrases);
      const cost = costOf(lines, cells / count) + cuts + EXTRA_LINE * (count - least);
      return { lines, cost };
    }),
  );
  if (scored.length === 0) return chop(title, room);
  return scored.reduce((best, next) => (next.cost < best.cost ? next : best)).lines;
}

/** How many characters a line of a title may have on a sheet that lies so. */
export function titleRoom(orientation: Attachment['orientation']): number {
  return CELLS_PER_LINE[orientation];
}

/** The words of a title, each with what may not begin a line after it. */
export function wordsOf(title: string, phrases: readonly string[] = []): readonly string[] {
  return piecesOf(title, phrases).reduce<string[]>((words, segment) => {
    const last = words.at(-1);
    if (last !== undefined && isOneWord(last, segment)) words[words.length - 1] = last + segment;
    else words.push(segment);
    return words;
  }, []);
}

/** The words of a text, a phrase being one. */
function piecesOf(text: string, [phrase = '', ...others]: readonly string[]): readonly string[] {
  if (phrase === '' && others.length === 0) return [...segmenter.segment(text)].map(({ segment }) => segment);
  if (phrase === '') return piecesOf(text, others);
  return text.split(phrase).flatMap((piece, index) => [...(index === 0 ? [] : [phrase]), ...piecesOf(piece, others)]);
}

/** A dash or an ellipsis is two cells that stay together; a bracket stays with what it holds (GB/T 15834-2011, 5.1). */
function isOneWord(before: string, after: string): boolean {
  const halves = /[—…]$/u.test(before) && /^[—…]/u.test(after);
  return halves || CLINGS_BACKWARD.test(after) || /[（《〈“‘〔【]$/u.test(before);
}

interface Layout {
  readonly lines: readonly string[];
  readonly cost: number;
}

/** The offsets at which a break would cut a phrase, or a name within a phrase that is too long for a line. */
function insidesOf(title: string, phrases: readonly string[], room: number): ReadonlySet<number> {
  const whole = phrases.flatMap((phrase) => (fits(phrase, room) ? [phrase] : phrase.split(/[（）、，“”]/u)));
  return new Set(
    whole.filter((phrase) => phrase !== '' && fits(phrase, room)).flatMap((phrase) => insidesOfOne(title, phrase)),
  );
}

function insidesOfOne(title: string, phrase: string): readonly number[] {
  const insides: number[] = [];
  for (let start = title.indexOf(phrase); start >= 0; start = title.indexOf(phrase, start + 1)) {
    for (let inside = start + 1; inside < start + phrase.length; inside += 1) insides.push(inside);
  }
  return insides;
}

function fits(line: string, room: number): boolean {
  return widthOf(line) <= room;
}

function cutsOf(lines: readonly string[], insides: ReadonlySet<number>): number {
  let offset = 0;
  return lines.slice(0, -1).filter((line) => insides.has((offset += line.length))).length;
}

/** Every way to set the words in `count` lines that each fit. */
function layoutsOf(words: readonly string[], count: number, room: number): readonly (readonly string[])[] {
  if (widthOf(words.join('')) > count * room) return [];
  if (count === 1) {
    const line = words.join('');
    return fits(line, room) ? [[line]] : [];
  }
  const layouts: (readonly string[])[] = [];
  for (let end = 1, line = ''; end < words.length; end += 1) {
    line += words[end - 1] ?? '';
    if (!fits(line, room)) break;
    for (const rest of layoutsOf(words.slice(end), count - 1, room)) layouts.push([line, ...rest]);
  }
  return layouts;
}

/** Uneven lines, a rectangle, an hourglass and a line that ends on a leaning word each cost. */
function costOf(lines: readonly string[], ideal: number): number {
  const widths = lines.map(widthOf);
  const uneven = widths.reduce((sum, width) => sum + (width - ideal) ** 2, 0);
  const leaning = lines.slice(0, -1).filter((line) => CLINGS_FORWARD.test(line)).length;
  const cut = lines.filter((line) => isOpen(line)).length;
  return uneven + 60 * leaning + 40 * cut + shapeCost(widths);
}

function isOpen(line: string): boolean {
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

function chop(title: string, room: number): readonly string[] {
  const characters = [...title];
  const lines = Math.ceil(characters.length / room);
  return Array.from({ length: lines }, (_, line) => characters.slice(line * room, (line + 1) * room).join(''));
}
