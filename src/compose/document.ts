import { parseMarkdown } from '../markdown/parse.js';
import { recordsAt, textAt, textsAt } from '../model/data.js';
import type { Data } from '../model/data.js';
import { checked, collect } from '../model/diagnostic.js';
import type { Checked, Diagnostic } from '../model/diagnostic.js';
import type { Attachment, Doc } from '../model/doc.js';
import { TemplateOrigin } from '../model/origin.js';
import { showsText } from '../layout/first-page-text.js';
import type { Kind } from '../model/kind.js';
import type { Entry, Project } from '../model/project.js';
import { firstPageOrientation } from '../layout/first-page-orientation.js';
import { indexOf } from '../model/project-index.js';
import { styles } from '../layout/styles.js';
import { lazy } from '../runtime/lazy.js';
import { assemble } from './assemble.js';
import { cite } from './citation.js';
import type { Cited } from './cited.js';
import type { Body } from './assemble.js';
import { templateData } from './template/template-data.js';
import { attendanceOf, footOf, takesRecipients } from './foot.js';
import { enclosuresOf, organsOf, recipientsOf } from './issuers.js';
import type { FillLine } from './issuers.js';
import { headOf } from './head.js';
import { helpers } from './template/helpers.js';
import type { Reach, ComposeContext } from './compose-context.js';
import { signOffOf } from './sign-off.js';
import { createRender } from './template/render.js';
import type { Render } from './template/render.js';
import { breakTitle, titleRoom } from './title.js';

/** Makes documents of one project; templates are compiled once. */
export type Compose = (entry: Entry) => Checked<Doc | null>;

/** What all documents of one project are made with. */
interface Composer {
  readonly project: Project;
  readonly render: Render<ComposeContext>;
  /** A figure that the prose of a document cites. */
  readonly cite: (name: string, entry: Entry) => Cited;
}

/**
 * The value is null only where the template itself is at fault. `onWhole` is told of a document that looked beyond its
 * own unit.
 */
export function createCompose(
  project: Project,
  onWhole: (entry: Entry, reach: Reach) => void = () => undefined,
): Compose {
  const composer = { project, render: createRender(helpers, project.partials), cite: createCitation(project) };
  return (entry) => {
    const whole = (reach: Reach = 'facts'): Project => {
      onWhole(entry, reach);
      return project;
    };
    return composeDoc(entry, composer, whole);
  };
}

/** Looks figures up in roll-ups as they stand on a document's own day; each roll-up is composed once for each such day. */
export function createCitation(project: Project): Composer['cite'] {
  const rollups = new Map<string, Doc | null>();
  // Few documents cite, so the composer is created when the first one does. A roll-up has no prose that could cite another.
  const composer = lazy(() => ({ project, render: createRender(helpers, project.partials), cite: () => UNCITED }));
  return (name, asker) =>
    cite(name, project, (kind) => {
      const entry = project.entries.find((candidate) => candidate.kind.id === kind.id);
      if (!entry) return null;
      const day = textAt(asker.data, 'asOf') || textAt(asker.data, 'issuedOn') || textAt(entry.data, 'asOf');
      const key = `${kind.id} ${day}`;
      const dated = { ...entry, data: { ...entry.data, issuedOn: day, asOf: day } };
      const rollup = rollups.get(key) ?? composeDoc(dated, composer()).value;
      rollups.set(key, rollup);
      return rollup;
    });
}

function composeDoc(
  entry: Entry,
  composer: Composer,
  whole: ComposeContext['whole'] = () => composer.project,
): Checked<Doc | null> {
  const { render } = composer;
  const diagnostics: Diagnostic[] = [];
  const run = startContext(entry, composer, whole);
  const context = templateData(run);
  const { kind } = entry;
  const markdown = render(kind.template, kind.templateStart, context, run, 'markdown');
  if (markdown.diagnostics.length > 0) return { value: null, diagnostics: markdown.diagnostics };
  const origin = new TemplateOrigin([kind.template, ...composer.project.partials.values()]);
  const rendered = { origin, values: run.values };
  const nodes = parseMarkdown({ path: kind.template.path, text: markdown.value }, 0, rendered);
  const fillLine: FillLine = (template) => collect(diagnostics, renderLine(template, entry, context, run, render));
  const doc = toDoc(entry, run, assemble(nodes.value, run.slots), fillLine);
  return diagnostics.length > 0 ? { value: null, diagnostics } : checked(doc);
}

function startContext(
  entry: Entry,
  { project, render, cite: citeFor }: Composer,
  whole: ComposeContext['whole'],
): ComposeContext {
  const titleOf = (other: Entry): string => titleLine(other, project, render, whole);
  const citeFigure = (name: string): Cited => {
    whole();
    return citeFor(name, entry);
  };
  return { ...surroundingsOf(entry, project), whole, slots: [], values: [], titleOf, cite: citeFigure };
}

function surroundingsOf(
  entry: Entry,
  project: Project,
): Pick<ComposeContext, 'project' | 'entry' | 'unit' | 'siblings'> {
  const index = indexOf(project);
  const unit = index.units.get(entry.unit) ?? null;
  const siblings = entry.unit === '' ? [] : (index.byUnit.get(entry.unit) ?? []);
  return { project, entry, unit, siblings };
}

/** A title cites nothing. */
const UNCITED: Cited = { kind: 'unreported' };

function titleLine(
  entry: Entry,
  project: Project,
  render: Render<ComposeContext>,
  whole: ComposeContext['whole'],
): string {
  const own = textAt(entry.data, 'title');
  if (own !== '') return own;
  const titleOf = (): string => '';
  const context: ComposeContext = {
    ...surroundingsOf(entry, project),
    whole,
    slots: [],
    values: [],
    titleOf,
    cite: () => UNCITED,
  };
  return renderLine(entry.kind.title, entry, templateData(context), context, render).value;
}

/** A text of the kind's front matter, such as its title, filled in as plain text. */
function renderLine(
  template: string,
  entry: Entry,
  context: Data,
  run: ComposeContext,
  render: Render<ComposeContext>,
): Checked<string> {
  if (!template.includes('{{')) return checked(template);
  return render({ path: entry.kind.template.path, text: template }, 0, context, run, 'plain');
}

/** An order begins with its text, and the articles of a bulletin have titles of their own. */
const UNTITLED: ReadonlySet<Kind['head']> = new Set(['order', 'bulletin']);

function toDoc(entry: Entry, context: ComposeContext, body: Body, fillLine: FillLine): Doc {
  const { data } = entry;
  const title = context.titleOf(entry);
  const organs = organsOf(context, fillLine);
  const head = headOf(context, organs, fillLine);
  const lines = UNTITLED.has(entry.kind.head)
    ? []
    : titleLines(context, title, firstPageOrientation(head, body.blocks));
  const named = recipientsOf(context, fillLine);
  const moved =
    takesRecipients(context) && !showsText(head, lines, named, styles[context.project.campaign.layout.geometry]);
  return {
    properties: {
      title,
      author: organs.join('、'),
      subject: entry.kind.label,
      keywords: [context.project.campaign.shortName, entry.kind.label],
      date: entry.draft ? '' : textAt(data, 'issuedOn'),
      draft: entry.draft,
    },
    head,
    title: lines,
    recipients: moved ? [] : named,
    blocks: body.blocks,
    attachments: numbered([...body.attachments, ...enclosuresOf(data)]),
    attendance: attendanceOf(context),
    signOff: signOffOf(context, organs),
    note: textAt(data, 'note'),
    foot: footOf(context, organs, moved ? named : [], fillLine),
  };
}

function titleLines(
  { entry, unit, project }: ComposeContext,
  title: string,
  orientation: Attachment['orientation'],
): readonly string[] {
  const own = textsAt(entry.data, 'titleLines');
  if (own.length > 0) return own;
  const organs = unit ? [unit.data, ...recordsAt(unit.data, 'partners')] : [];
  const names = organs.flatMap((organ) => [textAt(organ, 'fullName'), textAt(organ, 'mark')]);
  const { campaign, kinds } = project;
  const phrases = [campaign.name, ...kinds.map(({ label }) => label)];
  return breakTitle(title, [...names, ...campaign.terms], phrases, titleRoom(orientation));
}

function numbered(attachments: readonly Omit<Attachment, 'number'>[]): readonly Attachment[] {
  return attachments.map((attachment, index) => ({ ...attachment, number: index + 1 }));
}
