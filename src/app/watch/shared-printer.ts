import { checked } from '../../model/diagnostic.js';
import type { Checked } from '../../model/diagnostic.js';
import type { CharactersByRole, Faces, Printer } from '../../model/ports.js';
import type { Toolchain } from '../../model/ports.js';

/** A toolchain whose browser stays open until `close`. */
export interface SharedToolchain extends Toolchain {
  /** Finds the faces for these characters and starts a browser with them ahead of the first print. */
  readonly warm: (characters: CharactersByRole) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Shares one browser between builds as long as the faces stay the same. */
export function shareToolchain(toolchain: Toolchain): SharedToolchain {
  let families = '';
  let lastCharacters: CharactersByRole | null = null;
  let lastFaces: Checked<Faces | null> = checked(null);
  let printer: Promise<Printer> | null = null;
  const close = async (): Promise<void> => {
    const open = await printer?.catch(() => null);
    printer = null;
    await open?.close();
  };
  const findFaces = async (characters: CharactersByRole): Promise<Checked<Faces | null>> => {
    if (lastCharacters && isSame(lastCharacters, characters)) return lastFaces;
    lastFaces = await toolchain.findFaces(characters);
    lastCharacters = characters;
    if (familiesOf(lastFaces.value) !== families) await close();
    families = familiesOf(lastFaces.value);
    return lastFaces;
  };
  const openPrinter = async (): Promise<Printer> => {
    const opening = (printer ??= toolchain.openPrinter());
    const open = await opening.catch((error: unknown) => {
      // The next call tries again.
      if (printer === opening) printer = null;
      throw error;
    });
    return { print: (job) => open.print(job), close: () => Promise.resolve() };
  };
  return {
    ...toolchain,
    findFaces,
    openPrinter,
    warm: async (characters) => {
      // The first print reports a failure to start.
      if ((await findFaces(characters)).value) openPrinter().catch(() => undefined);
    },
    close,
  };
}

function isSame(before: CharactersByRole, now: CharactersByRole): boolean {
  const roles = Object.keys(now) as (keyof CharactersByRole)[];
  return roles.every(
    (role) => before[role].size === now[role].size && [...now[role]].every((character) => before[role].has(character)),
  );
}

function familiesOf(faces: Faces | null): string {
  const fallbacks = Object.values(faces?.fallbacks ?? {}).flatMap((list) => list.map(({ family }) => family));
  return JSON.stringify([faces?.table, fallbacks]);
}
