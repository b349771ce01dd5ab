import type { Diagnostic } from '../model/diagnostic.js';
import type { Project } from '../model/project.js';

/** One thing that a reviewer would return a document for. `run` reads the whole project and changes nothing. */
export interface Rule {
  readonly code: string;
  readonly title: string;
  readonly run: (project: Project) => readonly Diagnostic[];
}
