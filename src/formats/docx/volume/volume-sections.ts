import { streamedTables } from '../flow.js';
import { withVariants, type RevisedSection, type TableXml } from '../package/docx-gaps.js';
import type { PageSequence } from '../sections.js';
import type { Variants } from '../styles/style-variants.js';

/** A section of a volume. */
export interface VolumeSection {
  readonly sequence: PageSequence;
  /** Zero-based index of the document; null before the first document. */
  readonly part: number | null;
  /** Whether the section begins a document, or is the first after the cover. */
  readonly startsPart: boolean;
}

/** The sections for `reviseSections`. */
export function revisedSections(
  volumeSections: readonly VolumeSection[],
  variants: readonly Variants[],
): readonly RevisedSection[] {
  return volumeSections.map(({ sequence, part }) => ({
    orientation: sequence.orientation,
    variants: part === null ? undefined : variants[part],
  }));
}

/** The tables of a volume in order, each with the style variants of its document. */
export function volumeTables(
  volumeSections: readonly VolumeSection[],
  variants: readonly Variants[],
): readonly TableXml[] {
  return volumeSections.flatMap(({ sequence, part }) =>
    streamedTables(sequence.flow).map(({ xml }): TableXml => {
      const partVariants = part === null ? undefined : variants[part];
      return function* () {
        for (const piece of xml()) yield withVariants(piece, partVariants);
      };
    }),
  );
}
