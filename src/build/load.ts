import type { Checked, Diagnostic } from '../model/diagnostic.js';
import { collect } from '../model/diagnostic.js';
import type { Disk } from '../model/ports.js';
import type { Project } from '../model/project.js';
import { checkProject } from '../check/rules.js';
import { readTemplates } from '../read/kinds.js';
import { readProject } from '../read/project.js';
import { loadSources, readSources } from '../read/sources.js';
import type { Sources } from '../read/sources.js';

const TEMPLATES = 'templates/';

/** Reads and checks a workspace. `shipped` holds the templates that come with the program; `asOf` is the day to which roll-ups count. */
export async function loadProject(workspace: Disk, shipped: Disk, asOf = ''): Promise<Checked<Project | null>> {
  const diagnostics: Diagnostic[] = [];
  const templateSources = await loadTemplates(workspace, shipped, diagnostics);
  const templates = collect(diagnostics, readTemplates(templateSources, TEMPLATES));
  const listed = await workspace.list('content');
  const content = collect(diagnostics, await readSources(workspace, listed, ['.md', '.csv']));
  const files = new Map(listed.map(({ path, bytes }) => [path, bytes]));
  const project = collect(diagnostics, readProject({ content, files, templates, templateSources, asOf }));
  if (project) diagnostics.push(...checkProject(project));
  return { value: project, diagnostics };
}

/** A workspace's own template takes the place of the shipped one with the same path. */
async function loadTemplates(workspace: Disk, shipped: Disk, sink: Diagnostic[]): Promise<Sources> {
  const endings = ['.hbs', '.yaml'];
  const common = collect(sink, await loadSources(shipped, TEMPLATES, endings));
  const own = collect(sink, await loadSources(workspace, TEMPLATES, endings));
  return new Map([...common, ...own]);
}
