import type { Doc } from './doc.js';
import type { CharactersByRole } from './ports.js';
import type { Role } from './style.js';
import { textRuns } from './text-runs.js';

/** Space, controls and marks of no width: they leave no ink, so no face needs a glyph for them. */
const INKLESS = /^[\p{White_Space}\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]+$/u;
/** A character with its marks is set as one, by one face. */
const CHARACTER = /\P{M}\p{M}*|\p{M}+/gu;
const LONGER_THAN_ONE_UNIT = /[\p{M}\u{10000}-\u{10FFFF}]/u;

/** The characters that the documents print, by the role whose face has to set them. */
export function charactersOf(docs: readonly Doc[]): CharactersByRole {
  const collector = collectCharacters();
  for (const doc of docs) collector.add(doc);
  return collector.characters;
}

/** Collects the characters of one document after another. */
export function collectCharacters(): { readonly characters: CharactersByRole; readonly add: (doc: Doc) => void } {
  const collected = {
    title: collector(),
    body: collector(),
    heading1: collector(),
    heading2: collector(),
    digits: collector(),
  };
  const entries = Object.entries(collected).map(([role, { characters }]) => [role as Role, characters] as const);
  return {
    characters: Object.fromEntries(entries) as unknown as CharactersByRole,
    add: (doc) => {
      for (const { role, text } of textRuns(doc)) collected[role].add(text);
    },
  };
}

interface Collector {
  readonly characters: ReadonlySet<string>;
  add(text: string): void;
}

/** A campaign prints millions of characters and few different ones: those met before cost one look at a table. */
function collector(): Collector {
  const characters = new Set<string>();
  const met = new Uint8Array(0x10000);
  const take = (character: string): void => {
    if (!INKLESS.test(character)) characters.add(character);
  };
  return {
    characters,
    add: (text) => {
      if (LONGER_THAN_ONE_UNIT.test(text)) text.match(CHARACTER)?.forEach(take);
      else
        for (let at = 0; at < text.length; at += 1) {
          const unit = text.charCodeAt(at);
          if (met[unit] === 0) take(text.charAt(at));
          met[unit] = 1;
        }
    },
  };
}
