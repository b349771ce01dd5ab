import { TabStopType } from 'docx';
import type { NamedList, SealedSignOff, SignOff, UnsealedSignOff } from '../../../model/doc.js';
import { cells, signOffIndents } from '../../../layout/measure.js';
import { sealedRows, type SealedName } from '../../../layout/seals.js';
import type { Style } from '../../../model/style.js';
import { blankLines, keepTogether, type Flow } from '../flow.js';
import { inCells, textWidth } from '../geometry.js';
import { tabRun, textRun } from '../body/inlines.js';
import { sealRuns, type Pictures } from './seal.js';
import { stampedFlow } from './signature-stamp.js';
import { styleIds, type StyleId } from '../styles/style-ids.js';

/** 署名 or 签名章, and 成文日期 (7.3.5), kept on one page with the lines above them. */
export function signOffFlow(signOff: SignOff | null, style: Style, pictures: Pictures): readonly Flow[] {
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

function sealedFlow({ organs, seals, date }: SealedSignOff, style: Style, pictures: Pictures): readonly Flow[] {
  const placed = sealedRows(organs, date, style);
  let count = 0;
  const rows = placed.rows.map((row) => {
    const own = seals.slice(count, (count += row.length));
    const drawn = row.flatMap(({ middle }, index) => sealRuns(own[index] ?? null, middle, style, pictures));
    return sealedRow(row, drawn, style);
  });
  const between = blankLines(placed.blankLines);
  const names = rows.flatMap((row, index) => (index === 0 ? [row] : [...between, row]));
  const above = keepTogether([...blankLines(style.blankLines.textToSealedSignOff), ...names]);
  return [...above, inset(date, placed.date - cells(date) / 2, styleIds.date, style)];
}

/** One name stands by its inset from the right; several by tabs at their middles. */
function sealedRow(row: readonly SealedName[], drawn: ReturnType<typeof sealRuns>, style: Style): Flow {
  const [only, ...others] = row;
  if (only !== undefined && others.length === 0) {
    const line = inset(only.organ, only.middle - cells(only.organ) / 2, styleIds.organ, style);
    return { ...line, children: [...drawn, textRun(only.organ)] };
  }
  const width = textWidth(style, 'portrait');
  const tabStops = row.map(({ middle }) => ({ type: TabStopType.CENTER, position: width - inCells(middle, style) }));
  const names = row.flatMap(({ organ }) => [tabRun(), textRun(organ)]);
  return { style: styleIds.organRow, tabStops, children: [...drawn, ...names] };
}

function unsealedFlow({ organs, date }: UnsealedSignOff, style: Style): readonly Flow[] {
  const indents = signOffIndents(organs, date);
  const names = organs.map((organ, index) => inset(organ, indents.organs[index] ?? 0, styleIds.organ, style));
  const above = keepTogether([...blankLines(style.blankLines.textToSignOff), ...names]);
  return [...above, inset(date, indents.date, styleIds.date, style)];
}

/** The inset follows from the widths of name and date, so it is the one thing no style can hold. */
function inset(text: string, count: number, id: StyleId, style: Style): Flow & { readonly style: string } {
  return { style: id, indent: { right: inCells(count, style) }, children: [textRun(text)] };
}

/** 附注 (7.3.6) on the line below the date. */
export function noteFlow(note: string): readonly Flow[] {
  return note === '' ? [] : [{ style: styleIds.remark, children: [textRun(`（${note}）`)] }];
}

/** 出席, 请假 and 列席 (10.3): a line below the text, indented two cells; names that wrap align with the first. */
export function attendanceFlow(lists: readonly NamedList[], style: Style): readonly Flow[] {
  if (lists.length === 0) return [];
  const lines = lists.map(({ label, names }): Flow => {
    const room = cells(`${label}：`);
    const indent = { left: inCells(2 + room, style), hanging: inCells(room, style) };
    const children = [textRun(`${label}：`, styleIds.strong), textRun(names.join('，'))];
    return { style: styleIds.attendance, indent, children };
  });
  return [...blankLines(style.blankLines.textToAttendance), ...lines];
}
