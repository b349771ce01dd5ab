import { checked } from '../../model/diagnostic.js';
import type { Checked } from '../../model/diagnostic.js';
import type { Faces, FaceTable } from '../../model/ports.js';
import type { Project } from '../../model/project.js';
import { isPrinted } from '../../formats/format.js';
import type { FormatNeeds } from '../../formats/format.js';
import type { ComposedDocument } from './composed-document.js';
import { assignFaces } from './glyph-coverage.js';
import type { BuildOptions } from './options.js';

type Formats = Pick<BuildOptions, 'formats'>;

/** The faces of a document for each need of a format; null if there are none. */
export type TaskFaces = Readonly<Record<FormatNeeds, FaceTable | null>>;

export const NO_FACES: TaskFaces = { nothing: null, charts: null, print: null };

/**
 * Whether a document needs faces on this machine: for all text of a PDF, for the charts of a DOCX. The other text of a
 * DOCX is laid out by Word, so a build of DOCX alone does not search for faces or download any, unless it draws charts.
 */
export function needsFaces({ charts }: Pick<ComposedDocument, 'charts'>, { formats }: Formats): boolean {
  return formats.some((format) => isPrinted(format) || (format.needs === 'charts' && charts));
}

/**
 * The faces of each document. A chart with a missing glyph is still drawn, as its DOCX is still written; missing glyphs
 * are reported for prints only.
 */
export function facesOfTasks(
  documents: readonly ComposedDocument[],
  faces: Faces | null,
  project: Project,
  { formats }: Formats,
): Checked<readonly TaskFaces[]> {
  if (faces === null) return checked(documents.map(() => NO_FACES));
  const { value: tables, diagnostics } = assignFaces(documents, faces, project);
  const taskFaces = documents.map(({ charts }, index): TaskFaces => {
    const table = tables[index] ?? null;
    return { ...NO_FACES, print: table, charts: charts ? (table ?? faces.table) : null };
  });
  return checked(taskFaces, formats.some(isPrinted) ? diagnostics : []);
}
