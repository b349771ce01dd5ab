import type { SignOff } from '../../model/doc.js';
import { signOffIndents } from '../../model/measure.js';
import type { Style } from '../../model/style.js';
import { inCells } from './length.js';
import { blankLines, element, nothing, type Markup } from './markup.js';

/** 署名 and 成文日期 (7.3.5), kept on one page with the blank lines above them. */
export function signOffMarkup(signOff: SignOff | null, style: Style): Markup {
  if (signOff === null) return nothing;
  const indents = signOffIndents(signOff.kind, signOff.organs, signOff.date);
  const organs = signOff.organs.map((organ, index) => inset(organ, indents.organs[index] ?? 0, style));
  const { textToSealedSignOff, textToSignOff } = style.blankLines;
  const gap = blankLines(signOff.kind === 'sealed' ? textToSealedSignOff : textToSignOff);
  return element('div', { class: 'sign-off' }, gap, organs, inset(signOff.date, indents.date, style));
}

function inset(text: string, count: number, style: Style): Markup {
  return element('p', { class: 'right', style: `padding-right:${inCells(count, style)}` }, text);
}

/** 附注 (7.3.6) on the line below the date. */
export function noteMarkup(note: string): Markup {
  return note === '' ? nothing : element('p', { class: 'body' }, `（${note}）`);
}
