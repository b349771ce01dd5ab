import { MISSING } from '../markdown/placeholders.js';
import { mastheadModeNamed } from '../model/campaign.js';
import type { MastheadMode } from '../model/campaign.js';
import { dataAt, scalarText, textAt, textsAt } from '../model/data.js';
import type { Data } from '../model/data.js';
import { printDate } from '../campaign/dates.js';
import type { Head, Markings, RedHead } from '../model/doc.js';
import { printerOf } from './issuers.js';
import type { FillLine } from './issuers.js';
import type { ComposeContext } from './compose-context.js';

export const DRAFT_LINE = '（征求意见稿）';

/** The head of a document. A draft has no red head, but a line that marks it as a draft. */
export function headOf(context: ComposeContext, organs: readonly string[], fillLine: FillLine): Head {
  const { data, draft, kind } = context.entry;
  const markings = markingsOf(data);
  if (draft || kind.head === 'plain') return { kind: 'plain', ...markings, line: draft ? DRAFT_LINE : '' };
  const mode = mastheadModeOf(context);
  const head = redHead(context, organs, { ...markings, preprinted: mode === 'preprinted' }, fillLine);
  return mode === 'none' ? { kind: 'plain', ...markings, line: numberLine(head) } : head;
}

/** The masthead mode of the document, or the default of the campaign. */
function mastheadModeOf({ entry, project }: ComposeContext): MastheadMode {
  return mastheadModeNamed(textAt(entry.data, 'masthead')) ?? project.campaign.layout.masthead;
}

function redHead(
  context: ComposeContext,
  organs: readonly string[],
  shared: Markings & { readonly preprinted: boolean },
  fillLine: FillLine,
): RedHead {
  const { data, kind } = context.entry;
  const number = kind.number === '' ? textAt(data, 'docNumber') : fillLine(kind.number);
  switch (kind.head) {
    case 'letter':
      return { kind: 'letter', ...shared, organ: fillLine(kind.mark) || (organs[0] ?? ''), number };
    case 'order':
      return { kind: 'order', ...shared, organs, suffix: kind.suffix, number };
    case 'minutes': {
      const issuer = printerOf(context, organs, fillLine);
      const date = printDate(textAt(data, 'issuedOn'));
      return { kind: 'minutes', ...shared, name: fillLine(kind.mark), number, issuer, date };
    }
    case 'bulletin':
      return { ...bulletinHead(context), ...shared };
    case 'official':
    case 'plain':
      return { kind: 'official', ...shared, organs, suffix: kind.suffix, number, signers: textsAt(data, 'signedBy') };
  }
}

function markingsOf(data: Data): Markings {
  return {
    copyNumber: textAt(data, 'copyNumber'),
    classification: textAt(data, 'classification'),
    urgency: textAt(data, 'urgency'),
  };
}

function bulletinHead({
  entry: { data },
  project,
}: ComposeContext): Pick<Extract<RedHead, { kind: 'bulletin' }>, 'kind' | 'name' | 'issue' | 'issuer' | 'date'> {
  const series = dataAt(project.campaignFile.data, 'bulletins');
  return {
    kind: 'bulletin',
    name: textAt(data, 'series') || textAt(series, 'name'),
    issue: issueLine(data),
    issuer: textAt(data, 'issuer') || textAt(series, 'issuer') || project.campaign.organs.office,
    date: printDate(textAt(data, 'issuedOn')),
  };
}

/** Such as 第3期（总第57期）; an extra issue has a separate number. */
function issueLine(data: Data): string {
  if (data['extra'] === true) return `增刊第${numberAt(data, 'extraNo')}期`;
  const total = data['totalNo'] === null ? '' : `（总第${numberAt(data, 'totalNo')}期）`;
  return `第${numberAt(data, 'issueNo')}期${total}`;
}

function numberAt(data: Data, key: string): string {
  return scalarText(data[key]) || MISSING;
}

/** The line that replaces a red head if the campaign prints none. */
function numberLine(head: RedHead): string {
  switch (head.kind) {
    case 'official':
      return [head.number, head.signers.length === 0 ? '' : `签发人：${head.signers.join('　')}`]
        .filter((text) => text !== '')
        .join('　');
    case 'letter':
    case 'order':
      return head.number;
    case 'minutes':
      return `${head.name}${head.number}`;
    case 'bulletin':
      return `${head.name}${head.issue}`;
  }
}
