import { BookmarkEnd, BookmarkStart, InternalHyperlink, TextRun } from 'docx';
import type { IParagraphOptions, ParagraphChild } from 'docx';
import type { Style } from '../../../model/style.js';
import type { Volume, VolumePart } from '../../../model/volume.js';
import { entryField, fieldEnd, fieldRuns, fieldStart } from '../body/field.js';
import { blankLines, hairline, isTable, type Flow } from '../flow.js';
import { tabRun, textRun } from '../body/inlines.js';
import { styleIds } from '../styles/style-ids.js';

/** Levels of the contents: a group, which has no page number, and a document. */
const GROUP = 1;
const DOCUMENT = 2;
/** From TC fields, as links, levels 1 to 2, page numbers not for level 1 (ECMA-376-1, 17.16.5.68). */
const CONTENTS = ` TOC \\f \\h \\z \\l ${GROUP}-${DOCUMENT} \\n ${GROUP}-${GROUP} `;

/**
 * 目录, a field whose result is written out with the page numbers that are known: Word shows it as it is, and can make
 * it anew from the marks at the documents. A line of no height follows, for LibreOffice reads the footers of a section
 * that ends with a field as part of the field. `first` holds the first page of each document.
 */
export function contentsFlow({ groups }: Volume, style: Style, first: readonly number[]): readonly Flow[] {
  let index = 0;
  const entries = groups.flatMap(({ title, parts }): readonly IParagraphOptions[] => {
    const heading = { style: styleIds.contentsGroup, children: [textRun(title)] };
    return [...(title === '' ? [] : [heading]), ...parts.map((part) => entryLine(part, index, first[index++] ?? 0))];
  });
  const field = entries.map((entry, at) => ({
    ...entry,
    children: [
      ...(at === 0 ? fieldStart(CONTENTS) : []),
      ...(entry.children ?? []),
      ...(at === entries.length - 1 ? [fieldEnd()] : []),
    ],
  }));
  const title = { style: styleIds.contentsTitle, children: [textRun('目录')] };
  return [title, ...blankLines(style.blankLines.titleToText), ...field, hairline()];
}

/** The title, whose document it is, and the page, each a link to the document. */
function entryLine({ lines, source }: VolumePart, index: number, page: number): IParagraphOptions {
  const [head = '', ...rest] = lines;
  const number = fieldRuns(` PAGEREF ${bookmarkOf(index)} \\h `, [textRun(String(page))]);
  const title = [textRun(head), ...rest.flatMap((line) => [new TextRun({ break: 1 }), textRun(line)])];
  const children = [...title, tabRun(), textRun(source), tabRun(), ...number];
  const link = new InternalHyperlink({ anchor: bookmarkOf(index), children });
  return { style: styleIds.contentsEntry, keepLines: true, children: [link] };
}

/** Marks the beginning of a document: its bookmark, and what it and its group are called in the contents. */
export function markPart(
  flow: readonly Flow[],
  { title, source }: VolumePart,
  index: number,
  group: string,
): readonly Flow[] {
  const at = flow.findIndex((each) => !isTable(each));
  return flow.map((each, position) => {
    if (position !== at || isTable(each)) return each;
    const entries = [...(group === '' ? [] : entryField([group], GROUP)), ...entryField([title, source], DOCUMENT)];
    return { ...each, children: [...bookmark(index), ...entries, ...(each.children ?? [])] };
  });
}

/** `docx` counts the bookmarks of a process, where it makes them itself; the numbers of a file begin at 0. */
function bookmark(index: number): readonly ParagraphChild[] {
  const ends = [new BookmarkStart(bookmarkOf(index), index), new BookmarkEnd(index)];
  return ends as unknown as readonly ParagraphChild[];
}

/** A name with an underscore is hidden from lists of bookmarks. */
function bookmarkOf(index: number): string {
  return `_Toc${String(index + 1).padStart(9, '0')}`;
}
