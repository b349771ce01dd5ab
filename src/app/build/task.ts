import { isPrinted } from '../../formats/format.js';
import type { Format } from '../../formats/format.js';
import { digestOf } from '../../runtime/digest.js';
import type { Disk, FaceTable } from '../../model/ports.js';
import { withTableSize } from '../../layout/styles.js';
import type { Style } from '../../model/style.js';
import { imagesKey } from './image-files.js';
import type { ComposedDocument } from './composed-document.js';
import { needsFaces } from './task-faces.js';
import type { TaskFaces } from './task-faces.js';
import { artifactPath, formatsOf } from '../workspace/selection.js';

/** A document to write, with everything that its writers need. */
export interface Task {
  readonly composed: ComposedDocument;
  readonly style: Style;
  readonly targets: readonly Target[];
}

/** One file of a document or a volume. */
export interface Target {
  readonly format: Format;
  readonly path: string;
  /** Null if the file needs no faces, or if it needs them and the machine has none. */
  readonly faces: FaceTable | null;
  readonly key: ArtifactKey;
}

/** The digests of everything that determines the bytes of a file, one for each cause that `--explain` can report. */
export interface ArtifactKey {
  /** The composed document: content and template. */
  readonly document: string;
  readonly images: string;
  readonly style: string;
  /** Empty for a file that carries no faces. */
  readonly faces: string;
  readonly program: string;
}

/** The inputs that all artifacts of a build share. */
export interface BuildSetup {
  readonly style: Style;
  readonly version: string;
}

export async function toTask(
  composed: ComposedDocument,
  facesByNeed: TaskFaces,
  formats: readonly Format[],
  setup: BuildSetup,
  disk: Disk,
): Promise<Task> {
  const { entry } = composed;
  const style = withTableSize(setup.style, entry.kind.tableSize);
  const key = {
    document: composed.digest,
    images: await imagesKey(composed.images, disk),
    style: digestOnce(style),
    program: setup.version,
  };
  const targets = formatsOf(entry, formats).map((format): Target => {
    const faces = facesByNeed[format.needs];
    return { format, path: artifactPath(entry, format), faces, key: { ...key, faces: facesKey(format, faces) } };
  });
  return { composed, style, targets };
}

const digests = new WeakMap<object, string>();

/** Most documents share their style and faces, so digests are cached by object. */
function digestOnce(value: object): string {
  const digest = digests.get(value) ?? digestOf(value);
  digests.set(value, digest);
  return digest;
}

/** Whether a file cannot be written because faces are missing. */
export function lacksFaces({ composed }: Task, { format, faces }: Target): boolean {
  return faces === null && needsFaces(composed, { formats: [format] });
}

/** The faces in the key of a file. A DOCX embeds no faces, but its charts are drawn with two of them. */
function facesKey(format: Format, faces: FaceTable | null): string {
  if (faces === null) return '';
  return isPrinted(format) ? digestOnce(faces) : digestOf([faces.body, faces.heading1]);
}
