/**
 * The pipeline as a library: read → check → compose → write. It runs in Node and in browsers, and reaches files only
 * through the `Disk` that it is given.
 */
import { checkCitations } from './app/check/citations.js';
import { loadWorkspace, readLoaded } from './app/workspace/loaded-workspace.js';
import type { LoadedProject } from './app/workspace/loaded-workspace.js';
import { checkProject as checkRules } from './check/rules.js';
import { styles, withTableSize } from './layout/styles.js';
import type { Diagnostic } from './model/diagnostic.js';
import type { Disk, FaceTable } from './model/ports.js';
import type { Entry, Project } from './model/project.js';
import type { Role, Style } from './model/style.js';

export type { LoadedProject } from './app/workspace/loaded-workspace.js';
export type { Checked, Diagnostic } from './model/diagnostic.js';
export type { Doc } from './model/doc.js';
export type { Disk, FaceTable, FileEntry, PrintJob } from './model/ports.js';
export type { Entry, Project } from './model/project.js';
export type { Style } from './model/style.js';

/**
 * Step 1: reads the content folder of `workspace` into a project, with the findings of reading. The value is null if
 * there is no valid campaign file. `shipped` holds the program's `templates/`; templates in the workspace take
 * precedence. Roll-ups count up to `asOf` (YYYY-MM-DD); by default the campaign says up to when.
 */
export async function readWorkspace(workspace: Disk, shipped: Disk, asOf = ''): Promise<LoadedProject> {
  return readLoaded(await loadWorkspace(workspace, shipped), asOf);
}

/** Step 2: the findings of all rules and writing norms, and of the figures that prose cites. */
export function checkProject(project: Project): readonly Diagnostic[] {
  return [...checkRules(project), ...checkCitations(project)];
}

/** Step 3: returns a function that composes an entry of the project into a `Doc`. */
export { createCompose } from './compose/document.js';
export type { Compose } from './compose/document.js';

/** The style of an entry: the campaign's geometry with the table size of the kind. */
export function styleOf(project: Project, { kind }: Entry): Style {
  return withTableSize(styles[project.campaign.layout.geometry], kind.tableSize);
}

/** The faces that the standard names, for pages shown where these fonts are installed. */
export function officialFaces({ faces }: Style): FaceTable {
  const faceOf = ([role, official]: [string, string]): [string, FaceTable[Role]] => [
    role,
    { role: role as Role, official, family: official, substituted: false },
  ];
  return Object.fromEntries(Object.entries(faces).map(faceOf)) as FaceTable;
}

/** Pictures of a `Doc` and drawings of its charts, which the writers take. Reading them is the caller's task. */
export { imagesOf } from './model/doc-images.js';
export { readImages } from './app/build/image-files.js';
export type { ImageBytes, Images } from './formats/html/image.js';
export { drawingsOf, toChartImages } from './formats/chart/chart-images.js';

/** Step 4: writes a `Doc`. The same input gives the same bytes on every platform. */
export { writeDocx } from './formats/docx/document.js';
export { writeHtml } from './formats/html/page.js';
export { writeText } from './formats/text/document.js';
