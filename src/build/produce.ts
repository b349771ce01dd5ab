import { mediaTypes } from '../model/artifact.js';
import type { Artifact, Format } from '../model/artifact.js';
import { sha256 } from '../model/digest.js';
import type { Disk, Printer } from '../model/ports.js';
import { writeDocx } from '../write/docx/document.js';
import { writeHtml } from '../write/html/page.js';
import type { Setup, Target, Task } from './task.js';

/** What the writers need beside the document. */
export interface Workshop {
  readonly setup: Setup;
  readonly out: Disk;
  /** Opens the browser on first use, so that a build with nothing to print never starts it. */
  readonly printer: () => Promise<Printer>;
}

/** The bytes of a document in one format, and its pages where laying it out told them. */
interface Written {
  readonly bytes: Uint8Array;
  readonly pages: number;
}
type Writer = (task: Task, workshop: Workshop) => Promise<Written>;

/** Every format that can be written. */
const writers: Readonly<Record<Format, Writer>> = {
  docx: async ({ doc, images }, { setup }) => {
    const pictures = new Map([...images].map(([path, image]) => [path, image.bytes]));
    return { bytes: await writeDocx(doc, setup.style, pictures), pages: 0 };
  },
  pdf: async ({ doc, images }, { setup, printer }) => {
    const printed = await (await printer()).print(writeHtml(doc, setup.style, setup.faces, images));
    return { bytes: printed.pdf, pages: printed.pages };
  },
};

/** Writes one file of a document; the old one stays until the new one is whole. */
export async function produce(task: Task, target: Target, workshop: Workshop): Promise<Artifact> {
  const { bytes, pages } = await writers[target.format](task, workshop);
  await workshop.out.write(target.path, bytes);
  const { entry } = task;
  return {
    path: target.path,
    mediaType: mediaTypes[target.format],
    bytes: bytes.length,
    sha256: sha256(bytes),
    kind: entry.kind.id,
    unit: entry.unit,
    status: entry.draft ? '草稿' : '定稿',
    pages,
  };
}
