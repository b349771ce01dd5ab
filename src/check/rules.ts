import type { Diagnostic } from '../model/diagnostic.js';
import type { Project } from '../model/project.js';
import { holes } from './holes.js';
import { images } from './images.js';
import { references } from './references.js';
import type { Rule } from './rule.js';
import { sections } from './sections.js';

/** Every rule there is. */
export const rules: readonly Rule[] = [sections, references, holes, images];

/** All findings about a project, in the order of the rules. */
export function checkProject(project: Project): readonly Diagnostic[] {
  return rules.flatMap((rule) =>
    rule.run(project).map((finding) => ({ code: rule.code, severity: rule.severity, ...finding })),
  );
}
