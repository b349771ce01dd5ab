import type { Block } from './block.js';
import type { Doc, Properties } from './doc.js';

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

/** By what the entry of the nth document, counted from 0, names its first page. */
export function anchorOf(index: number): string {
  return `part-${index + 1}`;
}
