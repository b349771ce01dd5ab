import { writtenTables } from '../flow.js';
import type { TableText } from '../package/package.js';
import type { PageSequence } from '../sections.js';
import type { Variants } from '../styles/style-variants.js';

/** A section of a volume. */
export interface BoundDocument {
  readonly run: PageSequence;
  /** The document that it belongs to, counted from 0; null before the first. */
  readonly part: number | null;
  /** Whether it begins a document, or what stands between cover and documents. */
  readonly opens: boolean;
}

const SECTION_END = '</w:sectPr>';
const FOOTERS = /(?:<w:footerReference [^>]*\/>)+/;
const STYLED = /(<w:(?:pStyle|tblStyle) w:val=")([^"]+)"/g;

/**
 * Gives every section after the cover the footers of its orientation, and every document the styles that are its own.
 * `docx` would write footers anew for each section, and knows only one set of styles.
 */
export function reviseSections(body: string, bound: readonly BoundDocument[], variants: readonly Variants[]): string {
  const pieces = body.split(SECTION_END);
  const footers = new Map<string, string>();
  for (const [at, { run: sequence }] of bound.entries()) {
    const found = FOOTERS.exec(pieces[at] ?? '')?.[0];
    if (found !== undefined) footers.set(sequence.orientation, found);
  }
  const revised = pieces.map((piece, at) => {
    const own = bound[at];
    if (own === undefined || at === 0) return piece;
    const styled = own.part === null ? piece : withVariants(piece, variants[own.part]);
    return FOOTERS.test(styled) ? styled : withFooters(styled, footers.get(own.run.orientation) ?? '');
  });
  return revised.join(SECTION_END);
}

/** The tables of a volume in order, each with the styles of its own document. */
export function tablesOf(bound: readonly BoundDocument[], variants: readonly Variants[]): readonly TableText[] {
  return bound.flatMap(({ run: sequence, part }) =>
    writtenTables(sequence.flow).map(({ xml }): TableText => {
      const own = part === null ? undefined : variants[part];
      return function* () {
        for (const piece of xml()) yield own === undefined ? piece : withVariants(piece, own);
      };
    }),
  );
}

function withVariants(piece: string, variants: Variants | undefined): string {
  return piece.replace(STYLED, (_, open: string, id: string) => `${open}${variants?.get(id) ?? id}"`);
}

/** References to footers come first among what describes a section. */
function withFooters(piece: string, footers: string): string {
  const at = piece.lastIndexOf('<w:sectPr');
  const open = piece.indexOf('>', at) + 1;
  return piece.slice(0, open) + footers + piece.slice(open);
}
