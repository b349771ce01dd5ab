import { TabStopType } from 'docx';
import type { NamedList, SealedSignOff, SignOff, UnsealedSignOff } from '../../../model/doc.js';
import { widthInCells, signOffIndents } from '../../../layout/measure.js';
import { sealedRows, type SealedName } from '../../../layout/seals.js';
import type { Style } from '../../../model/style.js';
import { blankLines, keepAllWithNext, type FlowItem } from '../flow.js';
import { cellsToTwips, textWidth } from '../geometry.js';
import { tabRun, textRun } from '../body/inlines.js';
import { sealRuns, type Pictures } from './seal.js';
import { stampedFlow } from './signature-stamp.js';
import { styleIds, type StyleId } from '../styles/style-ids.js';

/** 署名 or 签名章, and 成文日期 (7.3.5), kept on one page with the blank lines above. */
export function signOffFlow(signOff: SignOff | null, style: Style, pictures: Pictures): readonly FlowItem[] {
  switch (signOff?.kind) {
    case undefined:
      return [];
    case 'sealed':
      return sealedFlow(signOff, style, pictures);
    case 'unsealed':
      return unsealedFlow(signOff, style);
    case 'stamped':
      return stampedFlow(signOff, style, pictures);
  }
}

function sealedFlow({ organs, seals, date }: SealedSignOff, style: Style, pictures: Pictures): readonly FlowItem[] {
  const layout = sealedRows(organs, date, style);
  let count = 0;
  const rows = layout.rows.map((row) => {
    const rowSeals = seals.slice(count, (count += row.length));
    const sealImages = row.flatMap(({ middle }, index) => sealRuns(rowSeals[index] ?? null, middle, style, pictures));
    return sealedRow(row, sealImages, style);
  });
  const between = blankLines(layout.blankLines);
  const names = rows.flatMap((row, index) => (index === 0 ? [row] : [...between, row]));
  const above = keepAllWithNext([...blankLines(style.blankLines.textToSealedSignOff), ...names]);
  return [...above, rightIndentedLine(date, layout.date - widthInCells(date) / 2, styleIds.date, style)];
}

/** A single name is positioned by its right indent, several by centred tab stops. */
function sealedRow(row: readonly SealedName[], sealImages: ReturnType<typeof sealRuns>, style: Style): FlowItem {
  const [only, ...others] = row;
  if (only !== undefined && others.length === 0) {
    const line = rightIndentedLine(only.organ, only.middle - widthInCells(only.organ) / 2, styleIds.organ, style);
    return { ...line, children: [...sealImages, textRun(only.organ)] };
  }
  const width = textWidth(style, 'portrait');
  const tabStops = row.map(({ middle }) => ({
    type: TabStopType.CENTER,
    position: width - cellsToTwips(middle, style),
  }));
  const names = row.flatMap(({ organ }) => [tabRun(), textRun(organ)]);
  return { style: styleIds.organRow, tabStops, children: [...sealImages, ...names] };
}

function unsealedFlow({ organs, date }: UnsealedSignOff, style: Style): readonly FlowItem[] {
  const indents = signOffIndents(organs, date);
  const names = organs.map((organ, index) =>
    rightIndentedLine(organ, indents.organs[index] ?? 0, styleIds.organ, style),
  );
  const above = keepAllWithNext([...blankLines(style.blankLines.textToSignOff), ...names]);
  return [...above, rightIndentedLine(date, indents.date, styleIds.date, style)];
}

/** The indent depends on the widths of name and date, so it cannot be part of the style. */
function rightIndentedLine(
  text: string,
  count: number,
  id: StyleId,
  style: Style,
): FlowItem & { readonly style: string } {
  return { style: id, indent: { right: cellsToTwips(count, style) }, children: [textRun(text)] };
}

/** 附注 (7.3.6), on the line below the date. */
export function noteFlow(note: string): readonly FlowItem[] {
  return note === '' ? [] : [{ style: styleIds.remark, children: [textRun(`（${note}）`)] }];
}

/** 出席, 请假 and 列席 (10.3), a line below the text, indented two cells; wrapped lines align with the first name. */
export function attendanceFlow(lists: readonly NamedList[], style: Style): readonly FlowItem[] {
  if (lists.length === 0) return [];
  const lines = lists.map(({ label, names }): FlowItem => {
    const labelCells = widthInCells(`${label}：`);
    const indent = { left: cellsToTwips(2 + labelCells, style), hanging: cellsToTwips(labelCells, style) };
    const children = [textRun(`${label}：`, styleIds.strong), textRun(names.join('，'))];
    return { style: styleIds.attendance, indent, children };
  });
  return [...blankLines(style.blankLines.textToAttendance), ...lines];
}
