import { TabStopType, type IParagraphOptions } from 'docx';
import type { OfficialHead } from '../../../model/doc.js';
import { cells } from '../../../layout/measure.js';
import type { Style } from '../../../model/style.js';
import type { Flow } from '../flow.js';
import { inCells } from '../geometry.js';
import { tabRun, textRun } from '../body/inlines.js';
import { styleIds } from '../styles/style-ids.js';

const LABEL = '签发人：';
/** Signers on one row (7.2.6). */
const PER_ROW = 2;

/**
 * 上行文 (7.2.5, 7.2.6): signers inset one cell from the right, two on a row, rows aligned with the first name; the
 * number inset one cell from the left, on the row of the last signer.
 */
export function upwardFlow(head: OfficialHead, style: Style): readonly Flow[] {
  const rows = chunks(head.signers, PER_ROW);
  const columns = signerColumns(head.signers, style);
  return rows.map((names, index) =>
    signerRow(names, index === 0, index === rows.length - 1 ? head.number : '', columns),
  );
}

/** Tab stops in twips: where the label starts, then where each name of a row starts. */
function signerColumns(signers: readonly string[], style: Style): readonly number[] {
  const widest = Math.max(...signers.map(cells));
  const names = Math.min(PER_ROW, signers.length);
  const block = cells(LABEL) + names * widest + (names - 1);
  const start = style.grid.cellsPerLine - 1 - block;
  const firstName = start + cells(LABEL);
  const stops = [start, ...Array.from({ length: names }, (_, index) => firstName + index * (widest + 1))];
  return stops.map((stop) => inCells(Math.max(0, stop), style));
}

function signerRow(
  names: readonly string[],
  first: boolean,
  number: string,
  columns: readonly number[],
): IParagraphOptions {
  const signers = names.flatMap((name, index) => [...(index === 0 ? [] : [tabRun()]), textRun(name, styleIds.signer)]);
  return {
    style: styleIds.upwardNumber,
    tabStops: columns.map((position) => ({ type: TabStopType.LEFT, position })),
    children: [textRun(number), tabRun(), first ? textRun(LABEL) : tabRun(), ...signers],
  };
}

function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return items.length === 0 ? [] : [items.slice(0, size), ...chunks(items.slice(size), size)];
}
