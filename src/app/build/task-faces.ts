import { checked } from '../../model/diagnostic.js';
import type { Checked } from '../../model/diagnostic.js';
import type { Faces } from '../../model/ports.js';
import type { Project } from '../../model/project.js';
import type { ComposedDocument } from './composed-document.js';
import { assignFaces } from './glyph-coverage.js';
import type { BuildOptions } from './options.js';
import type { TaskFaces } from './task.js';

type Formats = Pick<BuildOptions, 'formats'>;

/**
 * Whether a document needs faces on this machine: for all text of a PDF, for the charts of a DOCX. The other text of a
 * DOCX is laid out by Word, so a build of DOCX alone does not search for faces or download any, unless it draws charts.
 */
export function needsFaces({ charts }: Pick<ComposedDocument, 'charts'>, { formats }: Formats): boolean {
  return formats.includes('pdf') || (formats.includes('docx') && charts);
}

/**
 * The faces of each document. A chart with a missing glyph is still drawn, as its DOCX is still written; missing glyphs
 * are reported for PDF only.
 */
export function facesOfTasks(
  documents: readonly ComposedDocument[],
  faces: Faces | null,
  project: Project,
  { formats }: Formats,
): Checked<readonly TaskFaces[]> {
  if (faces === null) return checked(documents.map(() => ({ faces: null, chartFaces: null })));
  const printsPdf = formats.includes('pdf');
  const { value: faceTables, diagnostics } = assignFaces(documents, faces, project);
  const taskFaces = documents.map(({ charts }, index): TaskFaces => {
    const table = faceTables[index] ?? null;
    return { faces: printsPdf ? table : null, chartFaces: charts ? (table ?? faces.table) : null };
  });
  return checked(taskFaces, printsPdf ? diagnostics : []);
}
