import { streamedTables } from '../flow.js';
import type { TableXml } from '../package/package.js';
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

const SECTION_END = '</w:sectPr>';
const FOOTERS = /(?:<w:footerReference [^>]*\/>)+/;
const STYLE_REFERENCE = /(<w:(?:pStyle|tblStyle) w:val=")([^"]+)"/g;

/**
 * Adds the footers of its orientation to every section after the cover, and replaces style ids by the variants of each
 * document. `docx` would write separate footers for each section, and supports only one set of styles.
 */
export function finishSections(
  body: string,
  volumeSections: readonly VolumeSection[],
  variants: readonly Variants[],
): string {
  const pieces = body.split(SECTION_END);
  const footers = new Map<string, string>();
  for (const [at, { sequence }] of volumeSections.entries()) {
    const found = FOOTERS.exec(pieces[at] ?? '')?.[0];
    if (found !== undefined) footers.set(sequence.orientation, found);
  }
  const finished = pieces.map((piece, at) => {
    const section = volumeSections[at];
    if (section === undefined || at === 0) return piece;
    const styled = section.part === null ? piece : withVariants(piece, variants[section.part]);
    return FOOTERS.test(styled) ? styled : withFooters(styled, footers.get(section.sequence.orientation) ?? '');
  });
  return finished.join(SECTION_END);
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
        for (const piece of xml()) yield partVariants === undefined ? piece : withVariants(piece, partVariants);
      };
    }),
  );
}

function withVariants(piece: string, variants: Variants | undefined): string {
  return piece.replace(STYLE_REFERENCE, (_, open: string, id: string) => `${open}${variants?.get(id) ?? id}"`);
}

/** References to footers must be the first children of `w:sectPr`. */
function withFooters(piece: string, footers: string): string {
  const at = piece.lastIndexOf('<w:sectPr');
  const open = piece.indexOf('>', at) + 1;
  return piece.slice(0, open) + footers + piece.slice(open);
}
