import type { ArchiveStamp } from '../../model/archive-stamp.js';
import type { Doc } from '../../model/doc.js';
import type { Disk } from '../../model/ports.js';
import type { Entry } from '../../model/project.js';
import type { ArchiveStore } from '../../model/ports.js';

/** A document of the filing itself, such as its cover, in both formats. */
export interface Rendered {
  readonly docx: Uint8Array;
  readonly pdf: Uint8Array;
}

/** `entry` is the document on whose behalf they are written, for saying where a character comes from. */
export type Render = (docs: readonly Doc[], entry: Entry) => Promise<readonly Rendered[]>;

/** Prints stamps, one a page, to be laid over first pages. */
export type RenderStamps = (stamps: readonly ArchiveStamp[], entry: Entry) => Promise<Uint8Array>;

export interface FilingPorts {
  /** The workspace, whose `content/` holds lives and register. */
  readonly disk: Disk;
  /** What a build left. */
  readonly out: Disk;
  readonly archive: ArchiveStore;
  readonly render: Render;
  readonly renderStamps: RenderStamps;
  /** The day on which filing takes place where nothing else says it, YYYY-MM-DD. */
  readonly today: () => string;
  /** A private key in PEM; empty where packages are not signed. */
  readonly signingKey: string;
}
