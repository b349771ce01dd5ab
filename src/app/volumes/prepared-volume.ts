import type { FaceTable } from '../../model/ports.js';
import type { Image } from '../../model/block.js';
import type { Doc } from '../../model/doc.js';
import type { Volume } from '../../model/volume.js';
import type { ComposedDocument } from '../build/composed-document.js';
import type { VolumePlan } from './volume-plan.js';

/** A volume that can be written, with the facts that are needed before it is written. */
export interface PreparedVolume {
  readonly plan: VolumePlan;
  readonly volume: Volume;
  readonly members: readonly ComposedDocument[];
  readonly images: readonly Image[];
  /** The documents with charts. They stay the same objects while the volume is written. */
  readonly chartDocs: readonly Doc[];
  /** The digest of the whole volume. */
  readonly digest: string;
  /** The characters of the volume: cover and contents first, then each document. */
  readonly characterSets: readonly Pick<ComposedDocument, 'characters'>[];
}

/** A volume with the faces for its print. */
export interface VolumeTask {
  readonly prepared: PreparedVolume;
  readonly faces: FaceTable;
}
