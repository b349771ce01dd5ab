import { createCompose } from '../compose/document.js';
import type { Image } from '../model/block.js';
import { collect } from '../model/diagnostic.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { digestOf } from '../model/digest.js';
import type { Doc } from '../model/doc.js';
import { imagesOf } from '../model/images.js';
import type { Entry, Project } from '../model/project.js';

/** A document that can be composed without fault, and what must be known of it before any is written. */
export interface Composed {
  readonly entry: Entry;
  readonly title: string;
  readonly images: readonly Image[];
  /** The digest of the whole document. */
  readonly digest: string;
  /** The document itself, composed anew unless it is one of the few that are kept. */
  doc(): Doc;
}

/**
 * A district's documents take far more memory than its content. Beyond so many they are composed a second time when
 * they are written, which costs a twentieth of writing them.
 */
const KEPT = 256;

/** Composes every entry, tells `visit` of each document in turn, and leaves out those whose template is at fault. */
export function composeAll(
  project: Project,
  entries: readonly Entry[],
  sink: Diagnostic[],
  visit: (doc: Doc) => void,
): readonly Composed[] {
  const compose = createCompose(project);
  return entries.flatMap((entry, index): readonly Composed[] => {
    const doc = collect(sink, compose(entry));
    if (!doc) return [];
    visit(doc);
    const again = (): Doc => {
      const { value } = compose(entry);
      if (!value) throw new Error(`${entry.id} was composed before and is not now`);
      return value;
    };
    const { title } = doc.properties;
    return [{ entry, title, images: imagesOf(doc), digest: digestOf(doc), doc: index < KEPT ? () => doc : again }];
  });
}
