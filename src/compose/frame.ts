import { dataAt, recordsAt, scalarText, textAt, textsAt } from '../model/data.js';
import type { Data } from '../model/data.js';
import { printDate } from '../model/date.js';
import type { Attachment, BulletinFoot, DistributionLine, Foot, Head, Marks, SignOff } from '../model/doc.js';
import type { Run } from './run.js';

/** Fills in one line of a kind's front matter. */
export type Line = (template: string) => string;

const DRAFT_LINE = '（征求意见稿）';
const UNREPORTED = '（未报）';

/** The organs that issue the document, the lead organ first. */
export function organsOf({ entry, unit }: Run, line: Line): readonly string[] {
  if (entry.kind.organs.length > 0 || !unit) return entry.kind.organs.map(line);
  const lead = textAt(unit.data, 'mark') || textAt(unit.data, 'fullName');
  return [lead, ...recordsAt(unit.data, 'partners').map((partner) => textAt(partner, 'fullName'))];
}

/** A draft is not issued: it has no red head, and its first page says what it is. */
export function headOf(run: Run, organs: readonly string[]): Head {
  const { data, draft, kind } = run.entry;
  const marks = marksOf(data);
  if (draft || kind.head === 'plain') return { kind: 'plain', ...marks, line: draft ? DRAFT_LINE : '' };
  if (kind.head === 'bulletin') return bulletinHead(run, marks);
  return {
    kind: 'official',
    ...marks,
    organs,
    suffix: kind.suffix,
    number: textAt(data, 'docNumber'),
    signers: textsAt(data, 'signedBy'),
  };
}

function marksOf(data: Data): Marks {
  return {
    copyNumber: textAt(data, 'copyNumber'),
    classification: textAt(data, 'classification'),
    urgency: textAt(data, 'urgency'),
  };
}

function bulletinHead({ entry: { data }, project }: Run, marks: Marks): Head {
  const series = dataAt(project.campaignFile.data, 'bulletins');
  return {
    kind: 'bulletin',
    ...marks,
    name: textAt(data, 'series') || textAt(series, 'name'),
    issue: issueLine(data),
    issuer: textAt(data, 'issuer') || textAt(series, 'issuer') || project.campaign.organs.office,
    date: printDate(textAt(data, 'issuedOn')),
  };
}

/** 第3期（总第57期）; an extra issue has its own counter. */
function issueLine(data: Data): string {
  if (data['extra'] === true) return `增刊第${numberAt(data, 'extraNo')}期`;
  const total = data['totalNo'] === null ? '' : `（总第${numberAt(data, 'totalNo')}期）`;
  return `第${numberAt(data, 'issueNo')}期${total}`;
}

function numberAt(data: Data, key: string): string {
  return scalarText(data[key]) || UNREPORTED;
}

export function recipientsOf({ entry }: Run, line: Line): readonly string[] {
  const own = textsAt(entry.data, 'recipients');
  return own.length > 0 ? own : entry.kind.recipients.map(line).filter((name) => name !== '');
}

/** Files that travel beside the document: named in 附件说明, bound in nowhere. */
export function enclosuresOf(data: Data): readonly Omit<Attachment, 'number'>[] {
  return recordsAt(data, 'enclosures').map((enclosure) => ({
    title: textAt(enclosure, 'title'),
    lines: [],
    blocks: [],
    remark: textAt(enclosure, 'remark') || '（另附）',
    orientation: 'portrait',
  }));
}

export function signOffOf({ entry }: Run, organs: readonly string[]): SignOff | null {
  if (entry.kind.signOff === 'none') return null;
  const issuedOn = textAt(entry.data, 'issuedOn');
  return { kind: entry.kind.signOff, organs, date: issuedOn === '' ? UNREPORTED : printDate(issuedOn) };
}

export function footOf(run: Run, organs: readonly string[], line: Line): Foot {
  const { data, kind, draft } = run.entry;
  if (kind.foot === 'bulletin') return bulletinFoot(run);
  if (kind.foot === 'none' || draft) return { kind: 'none' };
  const printer = line(kind.printer) || (run.unit ? textAt(run.unit.data, 'office') : '') || (organs[0] ?? '');
  const printedOn = printDate(textAt(data, 'printedOn') || textAt(data, 'issuedOn'));
  return { kind: 'colophon', copyTo: textsAt(data, 'copyTo'), printer, printedOn };
}

const DISTRIBUTION = [
  ['reportTo', '报'],
  ['sendTo', '送'],
  ['issueTo', '发'],
  ['extraCopies', '本期增发'],
] as const;

function bulletinFoot({ entry: { data }, project }: Run): BulletinFoot {
  const series = dataAt(project.campaignFile.data, 'bulletins');
  const lines = DISTRIBUTION.map(([key, label]): DistributionLine => {
    const own = textsAt(data, key);
    return { label, names: own.length > 0 ? own : textsAt(series, key) };
  });
  return {
    kind: 'bulletin',
    lines: lines.filter(({ names }) => names.length > 0),
    printRun: scalarText(data['printRun'] ?? series['printRun']),
  };
}
