import { LineRuleType, type IParagraphOptions } from 'docx';
import type { BulletinHead, Doc, Head, Marks, OfficialHead, PlainHead } from '../../model/doc.js';
import { mmToPoints, twips, type Style } from '../../model/style.js';
import { blankLines, type Flow } from './flow.js';
import { baselineDrop, redRule, type RedRule } from './head-figures.js';
import { endsRuns, inlineRuns, textRun } from './inlines.js';
import { markFlow, markLift, roomBelowMark } from './mark.js';
import { styleIds, type StyleId } from './style-ids.js';
import { upwardFlow } from './upward.js';

/** Everything above the text of page 1: 版头, 标题 and 主送机关 (7.2, 7.3.1, 7.3.2). */
export function headFlow(doc: Doc, style: Style): readonly Flow[] {
  const text = doc.title.length === 0 ? [] : blankLines(style.blankLines.titleToText);
  return [...kindOfHead(doc.head, style), ...titleFlow(doc.title), ...text, ...recipientsFlow(doc.recipients)];
}

function kindOfHead(head: Head, style: Style): readonly Flow[] {
  switch (head.kind) {
    case 'official':
      return officialHead(head, style);
    case 'bulletin':
      return bulletinHead(head, style);
    case 'plain':
      return plainHead(head, style);
  }
}

function officialHead(head: OfficialHead, style: Style): readonly Flow[] {
  const number = { style: styleIds.issueNumber, children: [textRun(head.number)] };
  return [
    ...marksFlow(head),
    ...roomAboveMark(head, style.head.markTopMm, style),
    ...markFlow(head.organs, head.suffix, style),
    ...linesBelowMark(head, style.blankLines.markToNumber, style),
    ...(head.signers.length > 0 ? upwardFlow(head, style) : [number]),
    ...ruleFlow(redRule(head, style), style),
  ];
}

function bulletinHead(head: BulletinHead, style: Style): readonly Flow[] {
  return [
    ...marksFlow(head),
    ...roomAboveMark(head, style.bulletin.markTopMm, style),
    ...markFlow([head.name], '', style),
    ...linesBelowMark(head, style.bulletin.markToIssue, style),
    { style: styleIds.issueNumber, children: [textRun(head.issue)] },
    ...blankLines(style.bulletin.issueToIssuer),
    ...endsRuns(head.issuer, head.date, style.grid.cellsPerLine - 2).map((children) => ({
      style: styleIds.issuer,
      children,
    })),
    ...ruleFlow(redRule(head, style), style),
  ];
}

function plainHead(head: PlainHead, style: Style): readonly Flow[] {
  const line = head.line === '' ? [] : [{ style: styleIds.draftLine, children: [textRun(head.line)] }];
  return [...marksFlow(head), ...line, ...blankLines(style.blankLines.plainHeadToTitle)];
}

function presentMarks(marks: Marks): readonly (readonly [string, StyleId])[] {
  const all = [
    [marks.copyNumber, styleIds.copyNumber],
    [marks.classification, styleIds.classification],
    [marks.urgency, styleIds.classification],
  ] as const;
  return all.filter(([text]) => text !== '');
}

/** 份号, 密级 and 紧急程度, one line each, in this order (7.2.1–7.2.3). */
function marksFlow(marks: Marks): readonly Flow[] {
  return presentMarks(marks).map(([text, style]) => ({ style, children: [textRun(text)] }));
}

/** The lines above the mark take their room from what is above it, and do not push it down (7.2.4). */
function roomAboveMark(head: OfficialHead | BulletinHead, topMm: number, style: Style): readonly Flow[] {
  const marks = presentMarks(head).length * style.grid.linePitch;
  return emptyLine(mmToPoints(topMm) - marks - markLift(head, style));
}

/** Blank lines from the foot of the mark to the top of the characters of the next line (7.2.5). */
function linesBelowMark(head: OfficialHead | BulletinHead, count: number, style: Style): readonly Flow[] {
  return [...emptyLine(style.grid.linePitch - roomBelowMark(head, style)), ...blankLines(count - 1)];
}

/**
 * The red rule (7.2.7) and the blank lines under it. The first of these gives back what the rule and the lines around it take
 * beyond the size of the characters and the 4 mm, so that the text of page 1 begins where it does in print.
 */
function ruleFlow(rule: RedRule, style: Style): readonly Flow[] {
  const excess = rule.excess - baselineDrop(style);
  const blanks = blankLines(style.blankLines.headToTitle - 1);
  return [{ style: styleIds.redRule }, ...emptyLine(style.grid.linePitch - excess), ...blanks];
}

function emptyLine(points: number): readonly IParagraphOptions[] {
  if (points < 1) return [];
  return [{ style: styleIds.normal, spacing: { line: twips(points), lineRule: LineRuleType.EXACT } }];
}

/** 标题 in the lines that were chosen for it (7.3.1), one paragraph. */
export function titleFlow(lines: readonly string[]): readonly Flow[] {
  if (lines.length === 0) return [];
  const inlines = lines.flatMap((text, index) => [
    ...(index === 0 ? [] : [{ kind: 'break' } as const]),
    { kind: 'text', text } as const,
  ]);
  return [{ style: styleIds.title, children: inlineRuns(inlines) }];
}

function recipientsFlow(recipients: readonly string[]): readonly Flow[] {
  if (recipients.length === 0) return [];
  return [{ style: styleIds.recipients, children: [textRun(`${recipients.join('，')}：`)] }];
}
