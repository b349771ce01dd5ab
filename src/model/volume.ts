import type { Block } from './block.js';
import type { Doc, Properties } from './doc.js';
import { cells, typeArea } from '../layout/measure.js';
import type { Style } from './style.js';

/** The line of the grid that the red rule closes. */
const RULE_LINE = 1;

/** Documents bound together under one cover, with one table of contents and one run of page numbers (材料汇编). */
export interface Volume {
  readonly properties: Properties;
  readonly cover: Cover;
  /** What stands between cover and contents, under its own titles; empty where there is none. */
  readonly preface: readonly Block[];
  readonly groups: readonly VolumeGroup[];
  /** Whether every document begins on a right-hand page, as a book printed on both sides has it. */
  readonly twoSided: boolean;
}

export interface Cover {
  /** The title, broken into lines as any title is. */
  readonly title: readonly string[];
  /** A line over the title, such as （征求意见稿）; empty where every document is final. */
  readonly line: string;
  /** 编印单位, in as many lines as it needs. */
  readonly organ: readonly string[];
  /** The date as printed. */
  readonly date: string;
}

/** Documents that stand under one heading in the contents. */
export interface VolumeGroup {
  /** Empty where the volume has one group only. */
  readonly title: string;
  readonly parts: readonly VolumePart[];
}

/** One document of a volume, as it is on its own, and its entry in the contents. */
export interface VolumePart {
  /** The title on one line. */
  readonly title: string;
  /** The title broken so that each line finds room in the contents; the last one shares its line with `source`. */
  readonly lines: readonly string[];
  /** Whose document it is, or when it appeared; empty where that goes without saying. */
  readonly source: string;
  /** Size of the text in its tables in points; null is the style's own. */
  readonly tableSize: number | null;
  /** The document itself, perhaps composed anew. */
  readonly doc: () => Doc;
}

/** The documents of a volume in order. */
export function partsOf({ groups }: Volume): readonly VolumePart[] {
  return groups.flatMap(({ parts }) => parts);
}

/** Size of a cover's title in points; a half point is the step. */
export function coverTitleSize({ title }: Cover, style: Style): number {
  const { titleSize, titleShare } = style.cover;
  const widest = Math.max(1, ...title.map(cells));
  return Math.min(titleSize, Math.floor((2 * typeArea(style).width * titleShare) / widest) / 2);
}

/** Blank lines of the grid above the title of a cover and between the title and the organ. */
export interface CoverRoom {
  readonly above: number;
  readonly below: number;
}

/** Where the cover's texts stand: the title in the upper third, a red rule under it, organ and date at the foot of the 版心. */
export function coverRoom({ title, line, organ }: Cover, { cover, grid }: Style): CoverRoom {
  const used =
    cover.linesAbove + (line === '' ? 0 : 1) + title.length * cover.titleLines + RULE_LINE + organ.length + 1;
  return { above: cover.linesAbove, below: Math.max(1, grid.linesPerPage - cover.linesBelow - used) };
}

/** By what the entry of the nth document, counted from 0, names its first page. */
export function anchorOf(index: number): string {
  return `part-${index + 1}`;
}

/** On which pages the documents of a volume begin. */
export interface Paging {
  /** The first page of each document, counted from 1 at the cover. */
  readonly first: readonly number[];
  /** Whether an empty page stands before it, so that it begins on a right-hand page. */
  readonly emptyBefore: readonly boolean[];
}

/** What is known before anything was printed. */
export const unpaged: Paging = { first: [], emptyBefore: [] };

/** The paging that a print with `before` asks for; `starts` are the pages on which its documents were found to begin. */
export function pagingOf({ twoSided }: Volume, starts: readonly number[], before: Paging): Paging {
  const first: number[] = [];
  const emptyBefore: boolean[] = [];
  let shift = 0;
  for (const [index, start] of starts.entries()) {
    if (before.emptyBefore[index] === true) shift -= 1;
    const empty = twoSided && (start + shift) % 2 === 0;
    if (empty) shift += 1;
    first.push(start + shift);
    emptyBefore.push(empty);
  }
  return { first, emptyBefore };
}

/** Whether a print with one paging came to the same. */
export function isSettled(before: Paging, after: Paging): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}
