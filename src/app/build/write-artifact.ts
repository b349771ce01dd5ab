import type { Artifact } from '../../model/artifact.js';
import type { Disk } from '../../model/ports.js';
import type { WriterTools, Written } from '../../formats/format.js';
import { sha256 } from '../../runtime/digest.js';
import { readImages } from './image-files.js';
import type { Target, Task } from './task.js';

/** The disks and tools that the writers need besides the document. */
export interface BuildContext extends WriterTools {
  /** The workspace, which holds the pictures. */
  readonly disk: Disk;
  readonly out: Disk;
}

/** Writes one file of a document. */
export async function writeArtifact(task: Task, target: Target, context: BuildContext): Promise<Artifact> {
  const { composed, style } = task;
  const { entry } = composed;
  const images = await readImages(composed.images, context.disk, entry.draft);
  const written = await target.format.write({ doc: composed.doc(), style, images, faces: target.faces }, context);
  const facts = { kind: entry.kind.id, unit: entry.unit, draft: entry.draft };
  return storeArtifact(target, written, facts, context.out);
}

/** What the manifest says of the document or volume in a file. */
interface Facts extends Pick<Artifact, 'kind' | 'unit'> {
  readonly draft: boolean;
}

/** Stores a written file. The old file is replaced only after the new one is complete. */
export async function storeArtifact(
  { path, format }: Pick<Target, 'path' | 'format'>,
  { bytes, pages }: Written,
  { kind, unit, draft }: Facts,
  out: Disk,
): Promise<Artifact> {
  await out.write(path, bytes);
  return {
    path,
    mediaType: format.mediaType,
    bytes: bytes.length,
    sha256: sha256(bytes),
    kind,
    unit,
    status: draft ? '草稿' : '定稿',
    pages,
  };
}
