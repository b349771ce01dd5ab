import { checked } from '../../model/diagnostic.js';
import type { Checked } from '../../model/diagnostic.js';
import type { CharactersByRole, Faces, Printer } from '../../model/ports.js';
import type { Toolchain } from '../../model/ports.js';

/** Tools whose browser stays open until they are closed. */
export interface SharedToolchain extends Toolchain {
  /** Finds the faces that these characters need, and begins to start a browser with them before anybody has asked for it. */
  readonly warm: (characters: CharactersByRole) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The browser stays open from one build to the next, as long as it draws with the same faces. */
export function shareToolchain(toolchain: Toolchain): SharedToolchain {
  let families = '';
  let asked: CharactersByRole | null = null;
  let found: Checked<Faces | null> = checked(null);
  let printer: Promise<Printer> | null = null;
  const close = async (): Promise<void> => {
    const open = await printer?.catch(() => null);
    printer = null;
    await open?.close();
  };
  const findFaces = async (characters: CharactersByRole): Promise<Checked<Faces | null>> => {
    if (asked && isSame(asked, characters)) return found;
    found = await toolchain.findFaces(characters);
    asked = characters;
    if (familiesOf(found.value) !== families) await close();
    families = familiesOf(found.value);
    return found;
  };
  const openPrinter = async (): Promise<Printer> => {
    const opening = (printer ??= toolchain.openPrinter());
    const open = await opening.catch((error: unknown) => {
      // The next build may have better luck.
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
      // What goes wrong here goes wrong again, and is told, when something is printed.
      if ((await findFaces(characters)).value) openPrinter().catch(() => undefined);
    },
    close,
  };
}

function isSame(before: CharactersByRole, now: CharactersByRole): boolean {
  const roles = Object.keys(now) as (keyof CharactersByRole)[];
  return roles.every(
    (role) => before[role].size === now[role].size && [...now[role]].every((one) => before[role].has(one)),
  );
}

function familiesOf(faces: Faces | null): string {
  const fallbacks = Object.values(faces?.fallbacks ?? {}).flatMap((list) => list.map(({ family }) => family));
  return JSON.stringify([faces?.table, fallbacks]);
}
