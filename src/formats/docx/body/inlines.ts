import { Tab, TextRun, type IRunOptions } from 'docx';
import { joinTexts } from '../../../model/block.js';
import type { Inline } from '../../../model/block.js';
import { fitOneLine } from '../../../layout/measure.js';
import { styleIds, type StyleId } from '../styles/style-ids.js';
import { legalCharacters } from '../../xml.js';

/** Text runs. Emphasis is a character style; if nested, the innermost applies. */
export function inlineRuns(inlines: readonly Inline[], style?: StyleId): readonly TextRun[] {
  return joinTexts(inlines).flatMap((inline) => inlineRun(inline, style));
}

function inlineRun(inline: Inline, style: StyleId | undefined): readonly TextRun[] {
  switch (inline.kind) {
    case 'text':
      return [textRun(inline.text, style)];
    case 'strong':
      return inlineRuns(inline.inlines, styleIds.strong);
    case 'emphasis':
      return inlineRuns(inline.inlines, styleIds.emphasis);
    case 'break':
      return [new TextRun({ break: 1 })];
    case 'missing':
      return [textRun(inline.text, styleIds.missing)];
  }
}

export function textRun(text: string, style?: StyleId): TextRun {
  return new TextRun(withStyle({ text: legalCharacters(text) }, style));
}

export function tabRun(): TextRun {
  return new TextRun({ children: [new Tab()] });
}

/** Two texts, left and right, on one line of `lineCells` cells, or on two lines if they do not fit. */
export function leftAndRightRuns(left: string, right: string, lineCells: number): readonly (readonly TextRun[])[] {
  if (fitOneLine(left, right, lineCells)) return [[textRun(left), tabRun(), textRun(right)]];
  return [[textRun(left)], [tabRun(), textRun(right)]];
}

function withStyle(options: IRunOptions, style: StyleId | undefined): IRunOptions {
  return style === undefined ? options : { ...options, style };
}
