import { createCompose } from '../../compose/document.js';
import type { Reach } from '../../compose/compose-context.js';
import { collectCharacters } from '../../layout/characters.js';
import { collect } from '../../model/diagnostic.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { measureText } from '../../runtime/digest.js';
import type { Doc } from '../../model/doc.js';
import { chartsOf, imagesOf } from '../../model/doc-images.js';
import { documentJson } from '../../model/doc-json.js';
import type { CharactersByRole } from '../../model/ports.js';
import type { Entry, Project } from '../../model/project.js';
import type { Role } from '../../model/style.js';
import { fingerprintsOf } from '../cache/fingerprint.js';
import type { Fingerprints } from '../cache/fingerprint.js';
import type { ComposeCache, CachedComposition } from '../cache/compose-cache.js';

/** A document that can be composed without fault, and what must be known of it before any is written. */
export interface ComposedDocument extends Pick<
  CachedComposition,
  'title' | 'images' | 'charts' | 'digest' | 'length' | 'characters'
> {
  readonly entry: Entry;
  /** The document itself, composed anew unless it is one of the few that are kept. */
  readonly doc: () => Doc;
  /** Keeps the document no longer. */
  readonly release: () => void;
}

/**
 * A district's documents take far more memory than its content, and one that lists every item of a thousand units more
 * than all others. Beyond so many characters of JSON they are composed a second time when they are written, which costs a
 * twentieth of writing them.
 */
const MEMORY_BUDGET = 8_000_000;
const LARGEST_IN_MEMORY = 500_000;

/**
 * Composes the entries whose fingerprints are not those in `memory`, writes down in it what was found, and leaves out
 * those whose template is at fault.
 */
export function composeDocuments(
  project: Project,
  entries: readonly Entry[],
  version: string,
  composeCache: ComposeCache,
  sink: Diagnostic[],
): readonly ComposedDocument[] {
  const looked = new Map<string, Reach>();
  const compose = createCompose(project, ({ id }, reach) => {
    if (looked.get(id) !== 'texts') looked.set(id, reach);
  });
  const prints = fingerprintsOf(project, version);
  const again = (entry: Entry): Doc => {
    const { value } = compose(entry);
    if (!value) throw new Error(`${entry.id} was composed before and is not now`);
    return value;
  };
  const characters = collectCharacters();
  const remember = (entry: Entry, doc: Doc): CachedComposition => {
    characters.add(doc);
    const reach = looked.get(entry.id);
    return {
      near: prints.near(entry),
      whole: reach === undefined ? null : { reach, print: prints.whole(reach) },
      title: doc.properties.title,
      images: imagesOf(doc),
      charts: chartsOf(doc).length > 0,
      ...measureText(documentJson(doc)),
      characters: joinCharacters(characters.take()),
    };
  };
  let room = MEMORY_BUDGET;
  return entries.flatMap((entry): readonly ComposedDocument[] => {
    const known = composeCache.get(entry.id);
    if (known && isCurrent(known, entry, prints)) return [{ ...known, entry, ...recomposed(() => again(entry)) }];
    const doc = collect(sink, compose(entry));
    if (!doc) return [];
    const remembered = remember(entry, doc);
    composeCache.set(entry.id, remembered);
    if (remembered.length > Math.min(room, LARGEST_IN_MEMORY))
      return [{ ...remembered, entry, ...recomposed(() => again(entry)) }];
    room -= remembered.length;
    return [{ ...remembered, entry, ...inMemory(doc, () => again(entry)) }];
  });
}

/** In a scope of its own, since closures of one scope keep what any of them names. */
function inMemory(doc: Doc, again: () => Doc): Pick<ComposedDocument, 'doc' | 'release'> {
  let kept: Doc | null = doc;
  const release = (): void => {
    kept = null;
  };
  return { doc: () => kept ?? again(), release };
}

function recomposed(again: () => Doc): Pick<ComposedDocument, 'doc' | 'release'> {
  return { doc: again, release: () => undefined };
}

/** A document that is written once and not bound in any volume: what is kept of it goes when it is asked for. */
export function releasedWhenRead(document: ComposedDocument): ComposedDocument {
  const doc = (): Doc => {
    const taken = document.doc();
    document.release();
    return taken;
  };
  return { ...document, doc };
}

function isCurrent({ near, whole }: CachedComposition, entry: Entry, prints: Fingerprints): boolean {
  return near === prints.near(entry) && (whole === null || whole.print === prints.whole(whole.reach));
}

/** The characters of a document as they are remembered. */
export function joinCharacters(characters: CharactersByRole): CachedComposition['characters'] {
  return Object.fromEntries(Object.entries(characters).map(([role, set]) => [role, joinSet([...set])]));
}

/** White space leaves no ink, so it is never among the characters; it keeps a mark from the character before it. */
function joinSet(characters: readonly string[]): string {
  const text = characters.join('');
  return /\p{M}/u.test(text) ? characters.join(' ') : text;
}

/** The characters of all these documents, by role. */
export function allCharacters(documents: readonly Pick<ComposedDocument, 'characters'>[]): CharactersByRole {
  const all = collectCharacters();
  for (const { characters } of documents) {
    for (const [role, text] of Object.entries(characters)) all.addText(role as Role, text);
  }
  return all.take();
}
