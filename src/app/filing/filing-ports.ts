import type { ArchiveStamp } from '../../model/archive-stamp.js';
import type { Doc } from '../../model/doc.js';
import type { ArchiveStore, Disk, SigningKey } from '../../model/ports.js';
import type { Entry } from '../../model/project.js';
import type { FiledFormat } from './filed-formats.js';

/** A document of the package itself, such as its cover, in one of the formats in which documents are filed. */
export interface Rendered {
  readonly format: FiledFormat;
  readonly bytes: Uint8Array;
}

/** Writes documents, each in every format. Findings about missing glyphs refer to `entry`. */
export type Render = (docs: readonly Doc[], entry: Entry) => Promise<readonly (readonly Rendered[])[]>;

/** Prints stamps, one per page, as overlays for first pages. */
export type RenderStamps = (stamps: readonly ArchiveStamp[], entry: Entry) => Promise<Uint8Array>;

export interface FilingPorts {
  /** The workspace, whose `content/` holds the life-cycle files and the register. */
  readonly disk: Disk;
  /** The out folder of the build. */
  readonly out: Disk;
  readonly archive: ArchiveStore;
  readonly render: Render;
  readonly renderStamps: RenderStamps;
  /** The default date of filing, YYYY-MM-DD. */
  readonly today: () => string;
  /** Null if packages are not signed. */
  readonly signingKey: SigningKey | null;
}
