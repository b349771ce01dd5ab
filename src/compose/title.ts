/** Characters of a 2号 title that fit one line of the 版心: 156 mm at 22 pt. */
const CELLS_PER_LINE = 20;
const MAX_LINES = 5;

/** Never at the start of a line (GB/T 15834-2011, 5.1), and words that lean on what stands before them. */
const CLINGS_BACKWARD = /^[，。、；：！？）》〉”’〕】的和与及等了之]/u;
/** Never at the end of a line, and words that lean on what follows. */
const CLINGS_FORWARD = /[（《〈“‘〔【—关于对和与及的在把将]$/u;

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/**
 * Breaks a title at whole words into as few lines as it needs, in the shape of a trapezoid or a diamond
 * (GB/T 9704-2012, 7.3.1). A name among `phrases` is kept whole where it can be. Nothing is lost: the lines joined are
 * the title.
 */
export function breakTitle(title: string, phrases: readonly string[] = []): readonly string[] {
  const cells = widthOf(title);
  if (cells <= CELLS_PER_LINE) return [title];
  const words = wordsOf(title);
  const least = Math.ceil(cells / CELLS_PER_LINE);
  for (let lines = least; lines <= Math.min(MAX_LINES, least + 1); lines += 1) {
    const best = bestBreak(words, lines, cells / lines, insidesOf(title, phrases));
    if (best) return best;
  }
  return chop(title);
}

function wordsOf(title: string): readonly string[] {
  return [...segmenter.segment(title)].reduce<string[]>((words, { segment }) => {
    const last = words.at(-1);
    if (last !== undefined && isOneWord(last, segment)) words[words.length - 1] = last + segment;
    else words.push(segment);
    return words;
  }, []);
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

function bestBreak(
  words: readonly string[],
  count: number,
  ideal: number,
  insides: ReadonlySet<number>,
): readonly string[] | null {
  const layouts = layoutsOf(words, count);
  if (layouts.length === 0) return null;
  const scored = layouts.map((lines): Layout => ({ lines, cost: costOf(lines, ideal) + 60 * cutsOf(lines, insides) }));
  return scored.reduce((best, next) => (next.cost < best.cost ? next : best)).lines;
}

/** The offsets at which a break would cut one of the phrases. */
function insidesOf(title: string, phrases: readonly string[]): ReadonlySet<number> {
  const insides = phrases.flatMap((phrase) => {
    const start = widthOf(phrase) > CELLS_PER_LINE ? -1 : title.indexOf(phrase);
    return start < 0 ? [] : Array.from({ length: phrase.length - 1 }, (_, index) => start + index + 1);
  });
  return new Set(insides);
}

function cutsOf(lines: readonly string[], insides: ReadonlySet<number>): number {
  let offset = 0;
  return lines.slice(0, -1).filter((line) => insides.has((offset += line.length))).length;
}

/** Every way to set the words in `count` lines that each fit. */
function layoutsOf(words: readonly string[], count: number): readonly (readonly string[])[] {
  if (widthOf(words.join('')) > count * CELLS_PER_LINE) return [];
  if (count === 1) {
    const line = words.join('');
    return widthOf(line) <= CELLS_PER_LINE ? [[line]] : [];
  }
  const layouts: (readonly string[])[] = [];
  for (let end = 1, line = ''; end < words.length; end += 1) {
    line += words[end - 1] ?? '';
    if (widthOf(line) > CELLS_PER_LINE) break;
    for (const rest of layoutsOf(words.slice(end), count - 1)) layouts.push([line, ...rest]);
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

function chop(title: string): readonly string[] {
  const characters = [...title];
  const lines = Math.ceil(characters.length / CELLS_PER_LINE);
  return Array.from({ length: lines }, (_, line) =>
    characters.slice(line * CELLS_PER_LINE, (line + 1) * CELLS_PER_LINE).join(''),
  );
}
