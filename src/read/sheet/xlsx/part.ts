import { scanXml, XmlError, type XmlAttributes } from '../../../encoding/xml/scan.js';
import { WorkbookError } from '../workbook-error.js';

/** The parts of a workbook by their path in lower case. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/**
 * Receives the markup of a part. An element is given by the path of local names from the root, such as
 * `worksheet/sheetData/row/c`: some programs write prefixes, and the strict form has namespaces of its own.
 */
export interface PartHandler {
  readonly open?: (path: string, attributes: XmlAttributes) => void;
  readonly text?: (path: string, text: string) => void;
  readonly close?: (path: string) => void;
}

/** Enough for a sheet of 400,000 cells, each with a formula and a value. */
const MAX_TOKENS = 5_000_000;

/** Reads a part; a missing part is read as an empty one. Throws `WorkbookError`. */
export function scanPart(parts: Parts, name: string, handler: PartHandler): void {
  const bytes = parts.get(name.toLowerCase());
  if (!bytes) return;
  try {
    scanXml(new TextDecoder().decode(bytes), pathHandler(handler), MAX_TOKENS);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw new WorkbookError(`工作簿里的 ${name} 已损坏，读不下去：${error.message}`);
  }
}

function pathHandler({ open, text, close }: PartHandler): Parameters<typeof scanXml>[1] {
  const paths: string[] = [];
  const current = (): string => paths.at(-1) ?? '';
  return {
    open: (name, attributes) => {
      const local = name.slice(name.indexOf(':') + 1);
      paths.push(paths.length === 0 ? local : `${current()}/${local}`);
      open?.(current(), attributes);
    },
    text: (piece) => text?.(current(), piece),
    close: () => {
      close?.(current());
      paths.pop();
    },
  };
}

/** A Boolean attribute of SpreadsheetML. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
