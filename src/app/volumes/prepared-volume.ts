import type { FaceTable } from '../../model/ports.js';
import type { Image } from '../../model/block.js';
import type { Doc } from '../../model/doc.js';
import type { Volume } from '../../model/volume.js';
import type { ComposedDocument } from '../build/composed-document.js';
import type { VolumePlan } from './volume-plan.js';

/** A volume that can be written, and what must be known of it before it is. */
export interface PreparedVolume {
  readonly plan: VolumePlan;
  readonly volume: Volume;
  readonly members: readonly ComposedDocument[];
  readonly images: readonly Image[];
  /** The documents with charts, which stay the same objects while the volume is written. */
  readonly charted: readonly Doc[];
  /** The digest of all that it holds. */
  readonly digest: string;
  /** Everything that it prints, cover and contents first. */
  readonly printed: readonly Pick<ComposedDocument, 'characters'>[];
}

/** A volume with the faces that it is printed with. */
export interface VolumeTask {
  readonly prepared: PreparedVolume;
  readonly faces: FaceTable;
}
