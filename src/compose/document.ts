import { parseMarkdown } from '../markdown/parse.js';
import { recordsAt, textAt, textsAt } from '../model/data.js';
import type { Data } from '../model/data.js';
import { checked, collect } from '../model/diagnostic.js';
import type { Checked, Diagnostic } from '../model/diagnostic.js';
import type { Attachment, Doc } from '../model/doc.js';
import type { Traced } from '../model/figure-trace.js';
import type { Entry, Project } from '../model/project.js';
import { indexOf } from '../model/project-index.js';
import { assemble } from './assemble.js';
import type { Body } from './assemble.js';
import { contextOf } from './context.js';
import { enclosuresOf, footOf, headOf, organsOf, recipientsOf, signOffOf } from './frame.js';
import type { Line } from './frame.js';
import { helpers, tracedHelpers } from './helpers.js';
import { figureMark } from './origin.js';
import type { FigureLog } from './origin.js';
import type { Run } from './run.js';
import { createRender } from './template.js';
import type { Render } from './template.js';
import { breakTitle } from './title.js';

/** Makes documents of one project; templates are compiled once. */
export type Compose = (entry: Entry) => Checked<Doc | null>;

/**
 * The value is null only where the template itself is at fault. `onWhole` is told of a document that looked beyond its
 * own unit.
 */
export function createCompose(project: Project, onWhole: (entry: Entry) => void = () => undefined): Compose {
  const render = createRender(helpers, project.partials);
  return (entry) => {
    const whole = (): Project => {
      onWhole(entry);
      return project;
    };
    return composeDoc(entry, project, render, null, whole);
  };
}

/** Makes a document once more with marks at its figures, and says what content each of them came from. */
export function createTracer(project: Project): (entry: Entry) => Checked<Traced | null> {
  const render = createRender(tracedHelpers, project.partials, figureMark);
  return (entry) => {
    const log: FigureLog = { figures: [], printed: 0 };
    const { value, diagnostics } = composeDoc(entry, project, render, log);
    return { value: value ? { doc: value, figures: log.figures } : null, diagnostics };
  };
}

function composeDoc(
  entry: Entry,
  project: Project,
  render: Render<Run>,
  log: FigureLog | null,
  whole: () => Project = () => project,
): Checked<Doc | null> {
  const diagnostics: Diagnostic[] = [];
  const run = startRun(entry, project, render, log, whole);
  const context = contextOf(run);
  const { kind } = entry;
  const markdown = render(kind.template, kind.templateStart, context, run, 'markdown');
  if (markdown.diagnostics.length > 0) return { value: null, diagnostics: markdown.diagnostics };
  const nodes = parseMarkdown({ path: kind.template.path, text: markdown.value }, 0);
  const line: Line = (template) => collect(diagnostics, renderLine(template, entry, context, run, render));
  const doc = toDoc(entry, run, assemble(nodes.value, run.slots), line);
  return diagnostics.length > 0 ? { value: null, diagnostics } : checked(doc);
}

function startRun(
  entry: Entry,
  project: Project,
  render: Render<Run>,
  log: FigureLog | null,
  whole: () => Project,
): Run {
  const titleOf = (other: Entry): string => titleLine(other, project, render, whole);
  return { ...surroundingsOf(entry, project), whole, slots: [], log, titleOf };
}

function surroundingsOf(entry: Entry, project: Project): Pick<Run, 'project' | 'entry' | 'unit' | 'siblings'> {
  const index = indexOf(project);
  const unit = index.units.get(entry.unit) ?? null;
  const siblings = entry.unit === '' ? [] : (index.byUnit.get(entry.unit) ?? []);
  return { project, entry, unit, siblings };
}

function titleLine(entry: Entry, project: Project, render: Render<Run>, whole: () => Project): string {
  const own = textAt(entry.data, 'title');
  if (own !== '') return own;
  const run: Run = { ...surroundingsOf(entry, project), whole, slots: [], log: null, titleOf: () => '' };
  return renderLine(entry.kind.title, entry, contextOf(run), run, render).value;
}

/** A text of the kind's front matter, such as its title, filled in as plain text. */
function renderLine(template: string, entry: Entry, context: Data, run: Run, render: Render<Run>): Checked<string> {
  if (!template.includes('{{')) return checked(template);
  return render({ path: entry.kind.template.path, text: template }, 0, context, run, 'plain');
}

function toDoc(entry: Entry, run: Run, body: Body, line: Line): Doc {
  const { data } = entry;
  const title = run.titleOf(entry);
  const organs = organsOf(run, line);
  return {
    properties: {
      title,
      author: organs.join('、'),
      subject: entry.kind.label,
      keywords: [run.project.campaign.shortName, entry.kind.label],
      date: entry.draft ? '' : textAt(data, 'issuedOn'),
      draft: entry.draft,
    },
    head: headOf(run, organs),
    title: entry.kind.head === 'bulletin' ? [] : titleLines(run, title),
    recipients: recipientsOf(run, line),
    blocks: body.blocks,
    attachments: numbered([...body.attachments, ...enclosuresOf(data)]),
    signOff: signOffOf(run, organs),
    note: textAt(data, 'note'),
    foot: footOf(run, organs, line),
  };
}

function titleLines({ entry, unit, project }: Run, title: string): readonly string[] {
  const own = textsAt(entry.data, 'titleLines');
  if (own.length > 0) return own;
  const organs = unit ? [unit.data, ...recordsAt(unit.data, 'partners')] : [];
  const names = organs.flatMap((organ) => [textAt(organ, 'fullName'), textAt(organ, 'mark')]);
  const { campaign, kinds } = project;
  return breakTitle(title, [...names, ...campaign.terms], [campaign.name, ...kinds.map(({ label }) => label)]);
}

function numbered(attachments: readonly Omit<Attachment, 'number'>[]): readonly Attachment[] {
  return attachments.map((attachment, index) => ({ ...attachment, number: index + 1 }));
}
