import { FrameAnchorType, FrameWrap, TabStopType, type IFrameOptions, type IParagraphOptions } from 'docx';
import type { LetterHead } from '../../../model/doc.js';
import { type Style } from '../../../model/style.js';
import { mmToPoints, twips } from '../../../layout/units.js';
import { blankLines, emptyLine, type Flow } from '../flow.js';
import { mmTwips, textWidth } from '../geometry.js';
import { baselineDrop, squareTop } from './head-metrics.js';
import { tabRun, textRun } from '../body/inlines.js';
import { mastheadFlow, mastheadLift, roomInMasthead } from './masthead.js';
import { presentMarkings } from './markings.js';
import { styleIds, type StyleId } from '../styles/style-ids.js';

/**
 * 版头 of a letter (10.1). The mark and the upper double rule stand in a frame at their place on the sheet, part of it
 * above the 版心; the text begins where the frame ends.
 */
export function letterHead(head: LetterHead, style: Style): readonly Flow[] {
  const { letter, grid, blankLines: lines } = style;
  return [
    ...letterhead(head, style),
    ...emptyLine(letter.ruleToText - squareTop(style)),
    ...elementLines(head, style),
    ...emptyLine(grid.linePitch + baselineDrop(style)),
    ...blankLines(lines.headToTitle - 1),
  ];
}

function letterhead(head: LetterHead, style: Style): readonly Flow[] {
  const inset = { left: ruleOverhang(style).left, right: ruleOverhang(style).right };
  const mark = mastheadFlow(head, style).map((line) => ({ ...(line as IParagraphOptions), indent: inset }));
  const gap = emptyLine(mmToPoints(style.head.ruleGapMm) - roomInMasthead(head, style));
  const framed = [...mark, ...gap, ...doubleRule('upper', head.preprinted, style)] as readonly IParagraphOptions[];
  return framed.map((line) => ({ ...line, frame: sheetFrame(head, style) }));
}

function sheetFrame(head: LetterHead, style: Style): IFrameOptions {
  const { page, letter } = style;
  const top = mmToPoints(letter.mastheadTopMm) - mastheadLift(head, style);
  return {
    type: 'absolute',
    width: mmTwips(letter.ruleWidthMm),
    wrap: FrameWrap.NOT_BESIDE,
    anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    position: { x: mmTwips((page.widthMm - letter.ruleWidthMm) / 2), y: twips(top) },
  };
}

/** How far the double rules reach past the 版心 at either side, in twips: they are centred on the sheet. */
export function ruleOverhang({ page, letter }: Style): { readonly left: number; readonly right: number } {
  const margin = (page.widthMm - letter.ruleWidthMm) / 2;
  return { left: mmTwips(page.leftMm - margin), right: mmTwips(page.rightMm - margin) };
}

/** The thick rule over the thin one at the top, below it at the foot of the sheet; on preprinted paper their room. */
export function doubleRule(place: 'upper' | 'lower', preprinted: boolean, style: Style): readonly Flow[] {
  const { thickMm, gapMm, thinMm } = style.letter;
  const rule = (id: StyleId, mm: number): readonly Flow[] => (preprinted ? emptyLine(mmToPoints(mm)) : [{ style: id }]);
  const [thick, thin] = [rule(styleIds.thickRule, thickMm), rule(styleIds.thinRule, thinMm)];
  const gap = emptyLine(mmToPoints(gapMm));
  return place === 'upper' ? [...thick, ...gap, ...thin] : [...thin, ...gap, ...thick];
}

/** 份号, 密级 and 紧急程度 at the left, 发文字号 at the right on the line of the first. */
function elementLines(head: LetterHead, style: Style): readonly Flow[] {
  const marks = presentMarkings(head);
  const rows = marks.length === 0 ? ([['', styleIds.copyNumber]] as const) : marks;
  const tabStops = [{ type: TabStopType.RIGHT, position: textWidth(style, 'portrait') }];
  return rows.map(([text, id], index) => {
    if (index > 0) return { style: id, children: [textRun(text)] };
    const left = id === styleIds.classification ? textRun(text, styleIds.strong) : textRun(text);
    return { style: styleIds.copyNumber, tabStops, children: [left, tabRun(), textRun(head.number)] };
  });
}
