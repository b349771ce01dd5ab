import { imagesOf } from '../model/images.js';
import type { Format } from '../model/artifact.js';
import { sha256 } from '../model/digest.js';
import type { Doc } from '../model/doc.js';
import type { Disk, FaceTable } from '../model/ports.js';
import type { Entry } from '../model/project.js';
import type { Style } from '../model/style.js';
import { readImages } from './images.js';
import type { Images } from './images.js';
import { artifactPath } from './select.js';

/** One document to be written, with everything its writers need. */
export interface Task {
  readonly entry: Entry;
  readonly doc: Doc;
  readonly images: Images;
  readonly targets: readonly Target[];
}

/** One file of a document. `key` is the digest of everything that decides its bytes. */
export interface Target {
  readonly format: Format;
  readonly path: string;
  readonly key: string;
}

/** What the bytes of every artifact of a build depend on besides its own document. */
export interface Setup {
  readonly style: Style;
  readonly faces: FaceTable;
  readonly version: string;
}

export async function toTask(
  entry: Entry,
  doc: Doc,
  formats: readonly Format[],
  setup: Setup,
  disk: Disk,
): Promise<Task> {
  const images = await readImages(imagesOf(doc), disk);
  const digests = [...images].map(([path, image]) => [path, sha256(image.bytes)]);
  const key = (format: Format): string => sha256(JSON.stringify([format, setup, digests, doc]));
  const targets = formats.map((format): Target => ({ format, path: artifactPath(entry, format), key: key(format) }));
  return { entry, doc, images, targets };
}
