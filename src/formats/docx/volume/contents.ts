import { BookmarkEnd, BookmarkStart, InternalHyperlink, TextRun } from 'docx';
import type { IParagraphOptions, ParagraphChild } from 'docx';
import type { Style } from '../../../model/style.js';
import type { Volume, VolumePart } from '../../../model/volume.js';
import { contentsEntryField, fieldEnd, fieldRuns, fieldStart } from '../body/field.js';
import { blankLines, hairline, isTable, type FlowItem } from '../flow.js';
import { tabRun, textRun } from '../body/inlines.js';
import { styleIds } from '../styles/style-ids.js';

/** Levels of the contents: groups, which have no page number, and documents. */
const GROUP_LEVEL = 1;
const DOCUMENT_LEVEL = 2;
/** TOC of TC fields, with links, levels 1 to 2, no page numbers at level 1 (ECMA-376-1, 17.16.5.68). */
const TOC_INSTRUCTION = ` TOC \\f \\h \\z \\l ${GROUP_LEVEL}-${DOCUMENT_LEVEL} \\n ${GROUP_LEVEL}-${GROUP_LEVEL} `;

/**
 * 目录: a TOC field whose result contains the page numbers of the paging. Word shows the result and can rebuild it from
 * the TC fields at the documents. A hairline paragraph follows, because LibreOffice reads the footers of a section that
 * ends with a field as part of the field. `first` is the first page of each document.
 */
export function contentsFlow({ groups }: Volume, style: Style, first: readonly number[]): readonly FlowItem[] {
  let index = 0;
  const entries = groups.flatMap(({ title, parts }): readonly IParagraphOptions[] => {
    const heading = { style: styleIds.contentsGroup, children: [textRun(title)] };
    return [...(title === '' ? [] : [heading]), ...parts.map((part) => entryLine(part, index, first[index++] ?? 0))];
  });
  const field = entries.map((entry, at) => ({
    ...entry,
    children: [
      ...(at === 0 ? fieldStart(TOC_INSTRUCTION) : []),
      ...(entry.children ?? []),
      ...(at === entries.length - 1 ? [fieldEnd()] : []),
    ],
  }));
  const title = { style: styleIds.contentsTitle, children: [textRun('目录')] };
  return [title, ...blankLines(style.blankLines.titleToText), ...field, hairline()];
}

/** The title, the source and the page number of a document, as a link to it. */
function entryLine({ lines, source }: VolumePart, index: number, page: number): IParagraphOptions {
  const [head = '', ...rest] = lines;
  const number = fieldRuns(` PAGEREF ${bookmarkName(index)} \\h `, [textRun(String(page))]);
  const title = [textRun(head), ...rest.flatMap((line) => [new TextRun({ break: 1 }), textRun(line)])];
  const children = [...title, tabRun(), textRun(source), tabRun(), ...number];
  const link = new InternalHyperlink({ anchor: bookmarkName(index), children });
  return { style: styleIds.contentsEntry, keepLines: true, children: [link] };
}

/** Adds a bookmark and TC fields, for the document and its group, to the first paragraph of a document. */
export function withContentsEntry(
  flow: readonly FlowItem[],
  { title, source }: VolumePart,
  index: number,
  group: string,
): readonly FlowItem[] {
  const at = flow.findIndex((each) => !isTable(each));
  return flow.map((each, position) => {
    if (position !== at || isTable(each)) return each;
    const entries = [
      ...(group === '' ? [] : contentsEntryField([group], GROUP_LEVEL)),
      ...contentsEntryField([title, source], DOCUMENT_LEVEL),
    ];
    return { ...each, children: [...bookmarkRuns(index), ...entries, ...(each.children ?? [])] };
  });
}

/** `docx` numbers its own bookmarks per process; these numbers begin at 0 in every file. */
function bookmarkRuns(index: number): readonly ParagraphChild[] {
  const ends = [new BookmarkStart(bookmarkName(index), index), new BookmarkEnd(index)];
  return ends as unknown as readonly ParagraphChild[];
}

/** Word hides bookmarks whose names begin with an underscore. */
function bookmarkName(index: number): string {
  return `_Toc${String(index + 1).padStart(9, '0')}`;
}
