import { Tab, TextRun, type IRunOptions } from 'docx';
import { joinTexts } from '../../../model/block.js';
import type { Inline } from '../../../model/block.js';
import { shareLine } from '../../../layout/measure.js';
import { styleIds, type StyleId } from '../styles/style-ids.js';
import { legalCharacters } from '../package/xml.js';

/** Runs of text. Emphasis is a character style, the innermost one where they are nested. */
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
  return new TextRun(styled({ text: legalCharacters(text) }, style));
}

export function tabRun(): TextRun {
  return new TextRun({ children: [new Tab()] });
}

/** Two texts at the two ends of one line of so many cells, or of two lines where they need them. */
export function endsRuns(left: string, right: string, room: number): readonly (readonly TextRun[])[] {
  if (shareLine(left, right, room)) return [[textRun(left), tabRun(), textRun(right)]];
  return [[textRun(left)], [tabRun(), textRun(right)]];
}

function styled(options: IRunOptions, style: StyleId | undefined): IRunOptions {
  return style === undefined ? options : { ...options, style };
}
