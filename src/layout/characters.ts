import type { Doc } from '../model/doc.js';
import type { CharactersByRole } from '../model/ports.js';
import type { Role } from '../model/style.js';
import { roleTexts } from './text-runs.js';

/** White space, controls and ignorable characters have no visible glyph, so no typeface has to contain them. */
const INKLESS = /^[\p{White_Space}\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]+$/u;
/** A base character and its combining marks are set together, in one typeface. */
const COMBINED_CHARACTER = /\P{M}\p{M}*|\p{M}+/gu;
const PART_OF_COMBINED = /[\p{M}\p{Cs}\u{10000}-\u{10FFFF}]/u;

/** The characters that the documents print, by the role of the typeface that has to contain them. */
export function charactersOf(docs: readonly Doc[]): CharactersByRole {
  const collector = createCharacterCollector();
  for (const doc of docs) collector.add(doc);
  return collector.take();
}

export interface CharacterCollector {
  /** Adds all texts of a document. */
  readonly add: (doc: Doc) => void;
  /** Adds a text of one role; white space is ignored. */
  readonly addText: (role: Role, text: string) => void;
  /** Returns the characters since the previous call, and resets the collector. */
  readonly take: () => CharactersByRole;
}

/** Collects the characters of several documents. */
export function createCharacterCollector(): CharacterCollector {
  const collected = {
    title: createCollector(),
    body: createCollector(),
    heading1: createCollector(),
    heading2: createCollector(),
    digits: createCollector(),
  };
  return {
    add: (doc) => {
      for (const { role, text } of roleTexts(doc)) collected[role].add(text);
    },
    addText: (role, text) => {
      collected[role].add(text);
    },
    take: () => {
      const sets = Object.entries(collected).map(([role, { take }]) => [role as Role, take()] as const);
      return Object.fromEntries(sets) as unknown as CharactersByRole;
    },
  };
}

interface Collector {
  readonly add: (text: string) => void;
  readonly take: () => ReadonlySet<string>;
}

/** A campaign prints millions of characters, few of them different: a repeated one costs a single table lookup. */
function createCollector(): Collector {
  let characters = new Set<string>();
  let generation = 1;
  /** The generation in which each code unit was last added; a new generation clears the table. */
  const lastSeen = new Uint32Array(0x10000);
  const addVisible = (character: string): void => {
    if (!INKLESS.test(character)) characters.add(character);
  };
  return {
    add: (text) => {
      let unseen = '';
      for (let at = 0; at < text.length; at += 1)
        if (lastSeen[text.charCodeAt(at)] !== generation) unseen += text.charAt(at);
      // Code units that may be part of a combined character are never entered in the table.
      if (PART_OF_COMBINED.test(unseen)) text.match(COMBINED_CHARACTER)?.forEach(addVisible);
      else
        for (let at = 0; at < unseen.length; at += 1) {
          lastSeen[unseen.charCodeAt(at)] = generation;
          addVisible(unseen.charAt(at));
        }
    },
    take: () => {
      const taken = characters;
      characters = new Set();
      generation += 1;
      return taken;
    },
  };
}
