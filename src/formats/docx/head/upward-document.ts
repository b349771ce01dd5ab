import { TabStopType, type IParagraphOptions } from 'docx';
import type { OfficialHead } from '../../../model/doc.js';
import { chunks } from '../../../layout/chunks.js';
import { widthInCells } from '../../../layout/measure.js';
import type { Style } from '../../../model/style.js';
import type { FlowItem } from '../flow.js';
import { cellsToTwips } from '../geometry.js';
import { tabRun, textRun } from '../body/inlines.js';
import { styleIds } from '../styles/style-ids.js';

const SIGNER_LABEL = '签发人：';
/** Signers in a row (7.2.6). */
const SIGNERS_PER_ROW = 2;

/**
 * 上行文 (7.2.5, 7.2.6): signers are indented one cell from the right, two in a row, and rows align with the first name;
 * the number is indented one cell from the left, on the row of the last signer.
 */
export function upwardFlow(head: OfficialHead, style: Style): readonly FlowItem[] {
  const rows = chunks(head.signers, SIGNERS_PER_ROW);
  const tabStops = signerTabStops(head.signers, style);
  return rows.map((names, index) =>
    signerRow(names, index === 0, index === rows.length - 1 ? head.number : '', tabStops),
  );
}

/** Positions of the tab stops in twips: of the label, then of each name of a row. */
function signerTabStops(signers: readonly string[], style: Style): readonly number[] {
  const widest = Math.max(...signers.map(widthInCells));
  const names = Math.min(SIGNERS_PER_ROW, signers.length);
  const block = widthInCells(SIGNER_LABEL) + names * widest + (names - 1);
  const start = style.grid.cellsPerLine - 1 - block;
  const firstName = start + widthInCells(SIGNER_LABEL);
  const stops = [start, ...Array.from({ length: names }, (_, index) => firstName + index * (widest + 1))];
  return stops.map((stop) => cellsToTwips(Math.max(0, stop), style));
}

function signerRow(
  names: readonly string[],
  isFirst: boolean,
  number: string,
  positions: readonly number[],
): IParagraphOptions {
  const signers = names.flatMap((name, index) => [...(index === 0 ? [] : [tabRun()]), textRun(name, styleIds.signer)]);
  return {
    style: styleIds.upwardNumber,
    tabStops: positions.map((position) => ({ type: TabStopType.LEFT, position })),
    children: [textRun(number), tabRun(), isFirst ? textRun(SIGNER_LABEL) : tabRun(), ...signers],
  };
}
