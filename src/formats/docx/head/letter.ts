import { FrameAnchorType, FrameWrap, TabStopType, type IFrameOptions, type IParagraphOptions } from 'docx';
import type { LetterHead } from '../../../model/doc.js';
import { type Style } from '../../../model/style.js';
import { mmToPoints, pointsToTwips } from '../../../layout/units.js';
import { blankLines, emptyLine, type FlowItem } from '../flow.js';
import { mmToTwips, textWidth } from '../geometry.js';
import { baselineDrop, spaceAboveCharacter } from './head-metrics.js';
import { tabRun, textRun } from '../body/inlines.js';
import { mastheadFlow, spaceAboveMastheadInk, spaceBelowMastheadCharacters } from './masthead.js';
import { presentMarkings } from './markings.js';
import { styleIds, type StyleId } from '../styles/style-ids.js';

/**
 * 版头 of a letter (10.1). The masthead and the upper double rule are in a frame with an absolute position on the page,
 * partly above the 版心; the text begins where the frame ends.
 */
export function letterHead(head: LetterHead, style: Style): readonly FlowItem[] {
  const { letter, grid, blankLines: lines } = style;
  return [
    ...letterheadFrame(head, style),
    ...emptyLine(letter.ruleToText - spaceAboveCharacter(style)),
    ...markingAndNumberLines(head, style),
    ...emptyLine(grid.linePitch + baselineDrop(style)),
    ...blankLines(lines.headToTitle - 1),
  ];
}

function letterheadFrame(head: LetterHead, style: Style): readonly FlowItem[] {
  const indent = { left: ruleOverhang(style).left, right: ruleOverhang(style).right };
  const masthead = mastheadFlow(head, style).map((line) => ({ ...(line as IParagraphOptions), indent }));
  const gap = emptyLine(mmToPoints(style.head.ruleGapMm) - spaceBelowMastheadCharacters(head, style));
  const framed = [...masthead, ...gap, ...doubleRule('upper', head.preprinted, style)] as readonly IParagraphOptions[];
  return framed.map((line) => ({ ...line, frame: letterheadFrameOptions(head, style) }));
}

function letterheadFrameOptions(head: LetterHead, style: Style): IFrameOptions {
  const { page, letter } = style;
  const top = mmToPoints(letter.mastheadTopMm) - spaceAboveMastheadInk(head, style);
  return {
    type: 'absolute',
    width: mmToTwips(letter.ruleWidthMm),
    wrap: FrameWrap.NOT_BESIDE,
    anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    position: { x: mmToTwips((page.widthMm - letter.ruleWidthMm) / 2), y: pointsToTwips(top) },
  };
}

/** Width in twips by which the double rules extend beyond the 版心 on either side; they are centred on the page. */
export function ruleOverhang({ page, letter }: Style): { readonly left: number; readonly right: number } {
  const margin = (page.widthMm - letter.ruleWidthMm) / 2;
  return { left: mmToTwips(page.leftMm - margin), right: mmToTwips(page.rightMm - margin) };
}

/** The upper rule is thick above thin, the lower one thin above thick. On preprinted paper (套红纸) only their space. */
export function doubleRule(place: 'upper' | 'lower', preprinted: boolean, style: Style): readonly FlowItem[] {
  const { thickMm, gapMm, thinMm } = style.letter;
  const rule = (id: StyleId, mm: number): readonly FlowItem[] =>
    preprinted ? emptyLine(mmToPoints(mm)) : [{ style: id }];
  const [thick, thin] = [rule(styleIds.thickRule, thickMm), rule(styleIds.thinRule, thinMm)];
  const gap = emptyLine(mmToPoints(gapMm));
  return place === 'upper' ? [...thick, ...gap, ...thin] : [...thin, ...gap, ...thick];
}

/** 份号, 密级 and 紧急程度 at the left, 发文字号 at the right of the first line. */
function markingAndNumberLines(head: LetterHead, style: Style): readonly FlowItem[] {
  const markings = presentMarkings(head);
  const rows = markings.length === 0 ? ([['', styleIds.copyNumber]] as const) : markings;
  const tabStops = [{ type: TabStopType.RIGHT, position: textWidth(style, 'portrait') }];
  return rows.map(([text, id], index) => {
    if (index > 0) return { style: id, children: [textRun(text)] };
    const left = id === styleIds.classification ? textRun(text, styleIds.strong) : textRun(text);
    return { style: styleIds.copyNumber, tabStops, children: [left, tabRun(), textRun(head.number)] };
  });
}
