import { parseMarkdown } from '../markdown/parse.js';
import { recordsAt, textAt, textsAt } from '../model/data.js';
import type { Data } from '../model/data.js';
import { checked, collectDiagnostics } from '../model/diagnostic.js';
import type { Checked, Diagnostic } from '../model/diagnostic.js';
import type { Attachment, Doc } from '../model/doc.js';
import { TemplateOrigin } from '../model/origin.js';
import { firstPageShowsText } from '../layout/first-page-text.js';
import type { Kind } from '../model/kind.js';
import type { Entry, Project } from '../model/project.js';
import { firstPageOrientation } from '../layout/first-page-orientation.js';
import { indexOf } from '../model/project-index.js';
import { styles } from '../layout/styles.js';
import { lazy } from '../runtime/lazy.js';
import { assemble } from './assemble.js';
import { cite } from './citation.js';
import type { CitationResult } from './cited.js';
import type { Body } from './assemble.js';
import { templateData } from './template/template-data.js';
import { attendanceOf, footOf, takesRecipients } from './foot.js';
import { enclosuresOf, organsOf, recipientsOf } from './issuers.js';
import type { FillLine } from './issuers.js';
import { headOf } from './head.js';
import { createPlacedContent } from './origins.js';
import type { PlacedContent } from './origins.js';
import { helpers } from './template/helpers.js';
import type { ReadScope, ComposeContext } from './compose-context.js';
import { signOffOf } from './sign-off.js';
import { createRender } from './template/render.js';
import type { Render } from './template/render.js';
import { breakTitle, titleCells } from './title.js';

/** Composes documents of one project; templates are compiled once. */
export type Compose = (entry: Entry) => Checked<Doc | null>;

/** Resources shared by all documents of one project. */
interface Composer {
  readonly project: Project;
  readonly render: Render<ComposeContext>;
  readonly content: PlacedContent;
  /** Resolves a citation in the prose of a document. */
  readonly cite: (name: string, entry: Entry) => CitationResult;
}

/**
 * The value is null only if the template has an error. `onWhole` is called for a document that reads documents of other
 * units.
 */
export function createCompose(
  project: Project,
  onWhole: (entry: Entry, reach: ReadScope) => void = () => undefined,
): Compose {
  const composer = createComposer(project, createCitation(project));
  return (entry) => {
    const whole = (reach: ReadScope = 'facts'): Project => {
      onWhole(entry, reach);
      return project;
    };
    return composeDoc(entry, composer, whole);
  };
}

function createComposer(project: Project, cite: Composer['cite']): Composer {
  const content = createPlacedContent(project.units);
  return { project, render: createRender(helpers, project.partials), content, cite };
}

/** Resolves citations in roll-ups as of the day of the citing document; each roll-up is composed once per day. */
export function createCitation(project: Project): Composer['cite'] {
  const rollups = new Map<string, Doc | null>();
  // Created on the first citation, since few documents cite. A roll-up has no prose, so it cannot cite another one.
  const composer = lazy(() => createComposer(project, () => UNCITED));
  return (name, citing) =>
    cite(name, project, (kind) => {
      const entry = project.entries.find((candidate) => candidate.kind.id === kind.id);
      if (!entry) return null;
      const day = textAt(citing.data, 'asOf') || textAt(citing.data, 'issuedOn') || textAt(entry.data, 'asOf');
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
  const context = createContext(entry, composer, whole);
  const data = templateData(context);
  const { kind } = entry;
  const markdown = render(kind.template, kind.templateStart, data, context, 'markdown');
  if (markdown.diagnostics.length > 0) return { value: null, diagnostics: markdown.diagnostics };
  const origin = new TemplateOrigin([kind.template, ...composer.project.partials.values()]);
  const rendered = { origin, values: context.values };
  const nodes = parseMarkdown({ path: kind.template.path, text: markdown.value }, 0, rendered);
  const fillLine: FillLine = (template) =>
    collectDiagnostics(diagnostics, renderLine(template, entry, data, context, render));
  const doc = toDoc(entry, context, assemble(nodes.value, context.slots), fillLine);
  return diagnostics.length > 0 ? { value: null, diagnostics } : checked(doc);
}

function createContext(entry: Entry, composer: Composer, whole: ComposeContext['whole']): ComposeContext {
  const titleOf = (other: Entry): string => titleLine(other, composer, whole);
  const citeFigure = (name: string): CitationResult => {
    whole();
    return composer.cite(name, entry);
  };
  return { ...emptyContext(entry, composer), whole, titleOf, cite: citeFigure };
}

/** A context without values and slots. */
function emptyContext(
  entry: Entry,
  { project, content }: Composer,
): Omit<ComposeContext, 'whole' | 'titleOf' | 'cite'> {
  const index = indexOf(project);
  const unit = index.units.get(entry.unit) ?? null;
  const siblings = entry.unit === '' ? [] : (index.byUnit.get(entry.unit) ?? []);
  return { project, content, entry, unit, siblings, slots: [], values: [] };
}

/** The result of every citation in a title or roll-up, where citations are not resolved. */
const UNCITED: CitationResult = { kind: 'unreported' };

function titleLine(entry: Entry, composer: Composer, whole: ComposeContext['whole']): string {
  const title = textAt(entry.data, 'title');
  if (title !== '') return title;
  const context: ComposeContext = {
    ...emptyContext(entry, composer),
    whole,
    titleOf: () => '',
    cite: () => UNCITED,
  };
  return renderLine(entry.kind.title, entry, templateData(context), context, composer.render).value;
}

/** Renders a text of the kind's front matter, such as its title, as plain text. */
function renderLine(
  template: string,
  entry: Entry,
  data: Data,
  context: ComposeContext,
  render: Render<ComposeContext>,
): Checked<string> {
  if (!template.includes('{{')) return checked(template);
  return render({ path: entry.kind.template.path, text: template }, 0, data, context, 'plain');
}

/** Heads of documents without a title: an order begins with its text, a bulletin has titles of articles. */
const UNTITLED: ReadonlySet<Kind['head']> = new Set(['order', 'bulletin']);

function toDoc(entry: Entry, context: ComposeContext, body: Body, fillLine: FillLine): Doc {
  const { data } = entry;
  const title = context.titleOf(entry);
  const organs = organsOf(context, fillLine);
  const head = headOf(context, organs, fillLine);
  const lines = UNTITLED.has(entry.kind.head)
    ? []
    : titleLines(context, title, firstPageOrientation(head, body.blocks));
  const recipients = recipientsOf(context, fillLine);
  const recipientsInFoot =
    takesRecipients(context) &&
    !firstPageShowsText(head, lines, recipients, styles[context.project.campaign.layout.geometry]);
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
    recipients: recipientsInFoot ? [] : recipients,
    blocks: body.blocks,
    attachments: numbered([...body.attachments, ...enclosuresOf(data)]),
    attendance: attendanceOf(context),
    signOff: signOffOf(context, organs),
    note: textAt(data, 'note'),
    foot: footOf(context, organs, recipientsInFoot ? recipients : [], fillLine),
  };
}

function titleLines(
  { entry, unit, project }: ComposeContext,
  title: string,
  orientation: Attachment['orientation'],
): readonly string[] {
  const lines = textsAt(entry.data, 'titleLines');
  if (lines.length > 0) return lines;
  const organs = unit ? [unit.data, ...recordsAt(unit.data, 'partners')] : [];
  const names = organs.flatMap((organ) => [textAt(organ, 'fullName'), textAt(organ, 'mark')]);
  const { campaign, kinds } = project;
  const phrases = [campaign.name, ...kinds.map(({ label }) => label)];
  return breakTitle(title, [...names, ...campaign.terms], phrases, titleCells(orientation));
}

function numbered(attachments: readonly Omit<Attachment, 'number'>[]): readonly Attachment[] {
  return attachments.map((attachment, index) => ({ ...attachment, number: index + 1 }));
}
