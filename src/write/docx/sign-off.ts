import type { SignOff } from '../../model/doc.js';
import { signOffIndents } from '../../model/measure.js';
import type { Style } from '../../model/style.js';
import { blankLines, keepTogether, type Flow } from './flow.js';
import { inCells } from './geometry.js';
import { textRun } from './inlines.js';
import { styleIds, type StyleId } from './style-ids.js';

/** 署名 and 成文日期 (7.3.5), kept on one page with the lines above them. */
export function signOffFlow(signOff: SignOff | null, style: Style): readonly Flow[] {
  if (signOff === null) return [];
  const indents = signOffIndents(signOff.kind, signOff.organs, signOff.date);
  const organs = signOff.organs.map((organ, index) => inset(organ, indents.organs[index] ?? 0, styleIds.organ, style));
  const gap = signOff.kind === 'sealed' ? style.blankLines.textToSealedSignOff : style.blankLines.textToSignOff;
  const above = keepTogether([...blankLines(gap), ...organs]);
  return [...above, inset(signOff.date, indents.date, styleIds.date, style)];
}

/** The inset follows from the widths of name and date, so it is the one thing no style can hold. */
function inset(text: string, cells: number, id: StyleId, style: Style): Flow {
  return { style: id, indent: { right: inCells(cells, style) }, children: [textRun(text)] };
}

/** 附注 (7.3.6) on the line below the date. */
export function noteFlow(note: string): readonly Flow[] {
  return note === '' ? [] : [{ style: styleIds.remark, children: [textRun(`（${note}）`)] }];
}
