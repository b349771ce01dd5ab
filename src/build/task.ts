import type { Format } from '../model/artifact.js';
import { digestOf, sha256 } from '../model/digest.js';
import type { Disk, FaceTable } from '../model/ports.js';
import { withTableSize } from '../model/style.js';
import type { Style } from '../model/style.js';
import { readImages } from './images.js';
import type { Composed } from './composed.js';
import { artifactPath, formatsOf } from './select.js';

/** One document to be written, with everything its writers need. */
export interface Task {
  readonly composed: Composed;
  readonly style: Style;
  /** Null where nothing is printed: no PDF is wanted, or no face has one of the characters. */
  readonly faces: FaceTable | null;
  readonly targets: readonly Target[];
}

/** One file of a document. */
export interface Target {
  readonly format: Format;
  readonly path: string;
  readonly key: Key;
}

/** The digests of everything that decides the bytes of a file, one for each thing that a person could have changed. */
export interface Key {
  /** Content and template, as far as they reach this document. */
  readonly document: string;
  readonly images: string;
  readonly style: string;
  /** Empty for a file that carries no faces. */
  readonly faces: string;
  readonly program: string;
}

/** What the bytes of every artifact of a build depend on besides its own document; those of a PDF also on its faces. */
export interface Setup {
  readonly style: Style;
  readonly version: string;
}

export async function toTask(
  composed: Composed,
  faces: FaceTable | null,
  formats: readonly Format[],
  setup: Setup,
  disk: Disk,
): Promise<Task> {
  const { entry } = composed;
  const style = withTableSize(setup.style, entry.kind.tableSize);
  const images = [...(await readImages(composed.images, disk))].map(([path, { bytes }]) => [path, sha256(bytes)]);
  const key = {
    document: composed.digest,
    images: images.length === 0 ? '' : digestOf(images),
    style: digestOf(style),
    program: setup.version,
  };
  const targets = formatsOf(entry, formats).map((format): Target => {
    const path = artifactPath(entry, format);
    return { format, path, key: { ...key, faces: format === 'pdf' ? digestOf(faces) : '' } };
  });
  return { composed, style, faces, targets };
}
