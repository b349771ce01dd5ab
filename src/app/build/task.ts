import type { Format } from '../../model/artifact.js';
import { digestOf } from '../../runtime/digest.js';
import type { Disk, FaceTable } from '../../model/ports.js';
import { withTableSize } from '../../layout/styles.js';
import type { Style } from '../../model/style.js';
import { imagesKey } from './image-files.js';
import type { ComposedDocument } from './composed-document.js';
import { artifactPath, formatsOf } from '../workspace/selection.js';

/** A document to write, with everything that its writers need. */
export interface Task {
  readonly composed: ComposedDocument;
  readonly style: Style;
  /** Null if no PDF is printed: the format is not selected, or no face has one of the characters. */
  readonly faces: FaceTable | null;
  /** The faces of the charts in a DOCX; null if it has no charts or the machine has no faces. */
  readonly chartFaces: FaceTable | null;
  readonly targets: readonly Target[];
}

/** One file of a document. */
export interface Target {
  readonly format: Format;
  readonly path: string;
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

/** The faces of a document's print and of its charts. */
export type TaskFaces = Pick<Task, 'faces' | 'chartFaces'>;

export async function toTask(
  composed: ComposedDocument,
  faces: TaskFaces,
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
    const path = artifactPath(entry, format);
    return { format, path, key: { ...key, faces: facesKey(format, faces) } };
  });
  return { composed, style, ...faces, targets };
}

const digests = new WeakMap<object, string>();

/** Most documents share their style and faces, so digests are cached by object. */
function digestOnce(value: object): string {
  const digest = digests.get(value) ?? digestOf(value);
  digests.set(value, digest);
  return digest;
}

/** Whether a file cannot be written because faces are missing. */
export function lacksFaces({ composed, faces, chartFaces }: Task, { format }: Target): boolean {
  if (format === 'pdf') return faces === null;
  return format === 'docx' && composed.charts && chartFaces === null;
}

/** A DOCX names its faces without embedding them, but its charts are drawn with two of them. */
function facesKey(format: Format, { faces, chartFaces }: TaskFaces): string {
  if (format === 'pdf') return faces ? digestOnce(faces) : digestOf(null);
  return format === 'docx' && chartFaces ? digestOf([chartFaces.body, chartFaces.heading1]) : '';
}
