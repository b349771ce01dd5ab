import type { Doc } from '../model/doc.js';
import type { CharactersByRole } from '../model/ports.js';
import type { Role } from '../model/style.js';
import { textRuns } from './text-runs.js';

/** Space, controls and marks of no width: they leave no ink, so no face needs a glyph for them. */
const INKLESS = /^[\p{White_Space}\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]+$/u;
/** A character with its marks is set as one, by one face. */
const CHARACTER = /\P{M}\p{M}*|\p{M}+/gu;
const PART_OF_LONGER = /[\p{M}\p{Cs}\u{10000}-\u{10FFFF}]/u;

/** The characters that the documents print, by the role whose face has to set them. */
export function charactersOf(docs: readonly Doc[]): CharactersByRole {
  const collector = collectCharacters();
  for (const doc of docs) collector.add(doc);
  return collector.take();
}

export interface CharacterCollector {
  readonly add: (doc: Doc) => void;
  /** A text of one role, white space in it counting for nothing. */
  readonly addText: (role: Role, text: string) => void;
  readonly take: () => CharactersByRole;
}

/** Collects the characters of one document after another, until they are taken away. */
export function collectCharacters(): CharacterCollector {
  const collected = {
    title: collector(),
    body: collector(),
    heading1: collector(),
    heading2: collector(),
    digits: collector(),
  };
  return {
    add: (doc) => {
      for (const { role, text } of textRuns(doc)) collected[role].add(text);
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

/** A campaign prints millions of characters and few different ones: those met before cost one look at a table. */
function collector(): Collector {
  let characters = new Set<string>();
  let round = 1;
  const met = new Uint32Array(0x10000);
  const keep = (character: string): void => {
    if (!INKLESS.test(character)) characters.add(character);
  };
  return {
    add: (text) => {
      let fresh = '';
      for (let at = 0; at < text.length; at += 1) if (met[text.charCodeAt(at)] !== round) fresh += text.charAt(at);
      // What may be part of a longer character never counts as met.
      if (PART_OF_LONGER.test(fresh)) text.match(CHARACTER)?.forEach(keep);
      else
        for (let at = 0; at < fresh.length; at += 1) {
          met[fresh.charCodeAt(at)] = round;
          keep(fresh.charAt(at));
        }
    },
    take: () => {
      const taken = characters;
      characters = new Set();
      round += 1;
      return taken;
    },
  };
}
