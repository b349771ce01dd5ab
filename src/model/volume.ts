import type { Block } from './block.js';
import type { Doc, Properties } from './doc.js';

/** Documents bound in one file with a cover, a table of contents and continuous page numbers (材料汇编). */
export interface Volume {
  readonly properties: Properties;
  readonly cover: Cover;
  /** The preface between cover and contents, with its own titles; empty if there is none. */
  readonly preface: readonly Block[];
  readonly groups: readonly VolumeGroup[];
  /** Whether every document begins on a right-hand page, for printing on both sides. */
  readonly twoSided: boolean;
}

export interface Cover {
  /** The title, broken into lines. */
  readonly title: readonly string[];
  /** A line above the title, such as （征求意见稿）; empty if every document is final. */
  readonly line: string;
  /** 编印单位, broken into lines. */
  readonly organ: readonly string[];
  /** The date as printed. */
  readonly date: string;
}

/** Documents under one heading of the contents. */
export interface VolumeGroup {
  /** Empty if the volume has one group only. */
  readonly title: string;
  readonly parts: readonly VolumePart[];
}

/** One document of a volume and its entry in the contents. */
export interface VolumePart {
  /** The title on one line. */
  readonly title: string;
  /** The title, broken into lines that fit the contents; the last line also holds `source`. */
  readonly lines: readonly string[];
  /** The unit of the document, or its date of issue; empty if neither is needed. */
  readonly source: string;
  /** Font size of its tables in points; null for the default of the style. */
  readonly tableSize: number | null;
  /** Returns the document; it may be composed again on each call. */
  readonly doc: () => Doc;
}

/** The documents of a volume in order. */
export function partsOf({ groups }: Volume): readonly VolumePart[] {
  return groups.flatMap(({ parts }) => parts);
}

/** The link target of the document with an index, counted from 0. */
export function partAnchor(index: number): string {
  return `part-${index + 1}`;
}
