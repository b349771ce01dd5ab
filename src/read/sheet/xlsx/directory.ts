import { WorkbookError } from '../workbook-error.js';
import { isTrue, scanPart, type Parts } from './part.js';

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

/** What `xl/workbook.xml` says. */
export interface Directory {
  readonly sheets: readonly SheetEntry[];
  /** Whether dates are counted from 1904, as old Macintosh programs do. */
  readonly from1904: boolean;
}

export const WORKBOOK = 'xl/workbook.xml';
const RELATIONSHIPS = 'xl/_rels/workbook.xml.rels';

/** The worksheets in their order, without chart sheets and macro sheets. Throws `WorkbookError`. */
export function readDirectory(parts: Parts): Directory {
  const targets = worksheetParts(parts);
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  scanPart(parts, WORKBOOK, {
    open: (path, attributes) => {
      if (path === 'workbook/workbookPr') from1904 = isTrue(attributes['date1904']);
      if (path !== 'workbook/sheets/sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const part = targets.get(id);
      const name = attributes['name'] ?? '';
      if (part === undefined) return;
      if (!parts.has(part.toLowerCase())) throw new WorkbookError(`工作簿里没有“${name}”表的内容，文件不完整`);
      sheets.push({ name, hidden: (attributes['state'] ?? 'visible') !== 'visible', part });
    },
  });
  return { sheets, from1904 };
}

/** The parts of the worksheets by their relationship. */
function worksheetParts(parts: Parts): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  scanPart(parts, RELATIONSHIPS, {
    open: (path, { Id = '', Type = '', Target = '' }) => {
      if (path === 'Relationships/Relationship' && Type.endsWith('/worksheet')) targets.set(Id, pathOf(Target));
    },
  });
  return targets;
}

/** A target is relative to `xl/` unless it begins with a slash. */
function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
}
