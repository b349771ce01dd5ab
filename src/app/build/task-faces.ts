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
 * Whether the characters of a document are set here, and not by its reader's Word: all of a PDF, the charts of a DOCX. A
 * build of DOCX alone looks for no face and fetches none, unless it draws charts.
 */
export function needsFaces({ charts }: Pick<ComposedDocument, 'charts'>, { formats }: Formats): boolean {
  return formats.includes('pdf') || (formats.includes('docx') && charts);
}

/**
 * The faces of each document. A chart that lacks a glyph is drawn all the same, as the DOCX around it is written; what is
 * found wanting is only told of a PDF.
 */
export function facesOfTasks(
  documents: readonly ComposedDocument[],
  faces: Faces | null,
  project: Project,
  { formats }: Formats,
): Checked<readonly TaskFaces[]> {
  if (faces === null) return checked(documents.map(() => ({ faces: null, chartFaces: null })));
  const prints = formats.includes('pdf');
  const { value, diagnostics } = assignFaces(documents, faces, project);
  const tables = documents.map(({ charts }, index): TaskFaces => {
    const own = value[index] ?? null;
    return { faces: prints ? own : null, chartFaces: charts ? (own ?? faces.table) : null };
  });
  return checked(tables, prints ? diagnostics : []);
}
