import { createCompose } from '../../compose/document.js';
import type { ReadScope } from '../../compose/compose-context.js';
import { createCharacterCollector } from '../../layout/characters.js';
import { collectDiagnostics } from '../../model/diagnostic.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { measureText } from '../../runtime/digest.js';
import type { Doc } from '../../model/doc.js';
import { chartsOf, imagesOf } from '../../model/doc-images.js';
import { documentJson } from '../../model/doc-json.js';
import type { CharactersByRole } from '../../model/ports.js';
import type { Entry, Project } from '../../model/project.js';
import type { Role } from '../../model/style.js';
import { composeCacheOf } from '../cache/compose-cache.js';
import type { CachedComposition } from '../cache/compose-cache.js';
import type { Store } from '../cache/store.js';

/** A document that composes without errors, with the facts that a build needs before it writes anything. */
export interface ComposedDocument extends CachedComposition {
  readonly entry: Entry;
  /** The document itself. It is composed again unless it is still held in memory. */
  readonly doc: () => Doc;
  /** Releases the document from memory. */
  readonly release: () => void;
}

/**
 * Limits in characters of JSON on the documents held in memory: in total, and for one document. A district's documents
 * take far more memory than its content, and a document that lists every item of a thousand units takes more than all
 * others together. Documents beyond the limits are composed a second time when they are written, which costs a
 * twentieth of writing them.
 */
const MEMORY_BUDGET = 8_000_000;
const LARGEST_IN_MEMORY = 500_000;

/**
 * Composes the entries that have no valid composition in the store, and stores those. Entries whose template has errors
 * are left out; their findings go to `sink`.
 */
export function composeDocuments(
  project: Project,
  entries: readonly Entry[],
  store: Store,
  sink: Diagnostic[],
): readonly ComposedDocument[] {
  const reaches = new Map<string, ReadScope>();
  const compose = createCompose(project, ({ id }, reach) => {
    if (reaches.get(id) !== 'texts') reaches.set(id, reach);
  });
  const cache = composeCacheOf(project, store);
  const recompose = (entry: Entry): Doc => {
    const { value } = compose(entry);
    if (!value) throw new Error(`${entry.id} composed without errors before and does not now`);
    return value;
  };
  const characters = createCharacterCollector();
  const toComposition = (doc: Doc): CachedComposition => {
    characters.add(doc);
    return {
      title: doc.properties.title,
      images: imagesOf(doc),
      charts: chartsOf(doc).length > 0,
      ...measureText(documentJson(doc)),
      characters: joinCharacters(characters.take()),
    };
  };
  let budget = MEMORY_BUDGET;
  return entries.flatMap((entry): readonly ComposedDocument[] => {
    const cached = cache.recall(entry);
    if (cached) return [{ ...cached, entry, ...recomposed(() => recompose(entry)) }];
    const doc = collectDiagnostics(sink, compose(entry));
    if (!doc) return [];
    const composed = toComposition(doc);
    cache.remember(entry, reaches.get(entry.id) ?? null, composed);
    if (composed.length > Math.min(budget, LARGEST_IN_MEMORY))
      return [{ ...composed, entry, ...recomposed(() => recompose(entry)) }];
    budget -= composed.length;
    return [{ ...composed, entry, ...inMemory(doc, () => recompose(entry)) }];
  });
}

/** A function of its own: all closures of one scope retain every variable that any of them uses. */
function inMemory(doc: Doc, recompose: () => Doc): Pick<ComposedDocument, 'doc' | 'release'> {
  let held: Doc | null = doc;
  const release = (): void => {
    held = null;
  };
  return { doc: () => held ?? recompose(), release };
}

function recomposed(recompose: () => Doc): Pick<ComposedDocument, 'doc' | 'release'> {
  return { doc: recompose, release: () => undefined };
}

/** For a document that is written once and not bound in a volume: reading it releases it from memory. */
export function releaseAfterRead(document: ComposedDocument): ComposedDocument {
  const doc = (): Doc => {
    const current = document.doc();
    document.release();
    return current;
  };
  return { ...document, doc };
}

/** The characters of a document in the form that is cached. */
export function joinCharacters(characters: CharactersByRole): CachedComposition['characters'] {
  return Object.fromEntries(Object.entries(characters).map(([role, set]) => [role, joinSet([...set])]));
}

/** A space separates a combining mark from the character before it. White space is never one of the characters. */
function joinSet(characters: readonly string[]): string {
  const text = characters.join('');
  return /\p{M}/u.test(text) ? characters.join(' ') : text;
}

/** The characters of all these documents, by role. */
export function allCharacters(documents: readonly Pick<ComposedDocument, 'characters'>[]): CharactersByRole {
  const all = createCharacterCollector();
  for (const { characters } of documents) {
    for (const [role, text] of Object.entries(characters)) all.addText(role as Role, text);
  }
  return all.take();
}
