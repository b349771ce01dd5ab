import type { Doc } from '../model/doc.js';
import type { Kind } from '../model/kind.js';
import type { FaceTable, Printer, Rasterise } from '../model/ports.js';
import type { Style } from '../model/style.js';
import type { Volume } from '../model/volume.js';
import type { Paging } from '../layout/paging.js';
import type { Drawings } from './chart/drawings.js';
import type { Images } from './html/image.js';

/**
 * What a file needs of the machine: `print` needs a browser and the faces of all text, `charts` the faces of its charts,
 * if it has any.
 */
export type FormatNeeds = 'nothing' | 'charts' | 'print';

/** An output format. It does not import its writer: most builds write little, so writers are loaded on first use. */
export interface Format {
  /** Its name in options and messages. */
  readonly id: string;
  readonly mediaType: string;
  /** Without the dot. */
  readonly extension: string;
  readonly needs: FormatNeeds;
  /** The role in which a package contains it; null if it is not filed. */
  readonly filedAs: '版式文件' | '流转文件' | null;
  /** Whether the documents of a kind have a file in this format. */
  readonly isFor: (kind: Kind) => boolean;
  readonly write: (document: DocumentInput, tools: WriterTools) => Promise<Written>;
  /** Null if volumes have no file in this format. */
  readonly writeVolume: ((volume: VolumeInput, tools: WriterTools) => Promise<Written>) | null;
}

/** The bytes of a file, and its page count; 0 if the writer does not count pages. */
export interface Written {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

export interface DocumentInput {
  readonly doc: Doc;
  readonly style: Style;
  readonly images: Images;
  /** The faces that the format needs; null if it needs none. */
  readonly faces: FaceTable | null;
}

/** A volume. Its charts and its print are made on first use and shared by all formats. */
export interface VolumeInput {
  readonly volume: Volume;
  readonly style: Style;
  readonly images: Images;
  readonly charts: () => Promise<Drawings>;
  readonly print: () => Promise<VolumePrint>;
}

/** The print of a volume whose contents have the final page numbers. */
export interface VolumePrint extends Written {
  readonly paging: Paging;
}

export interface WriterTools {
  /** Starts the browser on first use; a build that prints nothing does not start it. */
  readonly printer: () => Promise<Printer>;
  readonly rasterise: Rasterise;
}

/** Whether a browser prints the format. */
export function isPrinted({ needs }: Format): boolean {
  return needs === 'print';
}

/** Puts what is printed first: while it waits for the browser, the others are written. */
export function printedFirst(a: Format, b: Format): number {
  return Number(isPrinted(b)) - Number(isPrinted(a));
}
