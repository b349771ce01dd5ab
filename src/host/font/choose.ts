import type { Role, Style } from '../../model/style.js';
import { roleNames } from './roles.js';
import type { FoundFace } from './scan.js';

/** A face chosen for a role. */
export interface Choice {
  readonly role: Role;
  readonly found: FoundFace;
  readonly substituted: boolean;
  /** From the workspace's `fonts` folder. Such a substitute is intended and not reported. */
  readonly own: boolean;
}

/** The available faces, by origin. */
export interface AvailableFaces {
  /** In the workspace's `fonts` folder. */
  readonly own: readonly FoundFace[];
  readonly installed: readonly FoundFace[];
  /** Open faces, installed or downloaded. */
  readonly open: readonly FoundFace[];
}

/** Chooses a face from the workspace, or an installed official face; null if there is neither. */
export function chooseOfficial(
  role: Role,
  style: Style,
  { own, installed }: Omit<AvailableFaces, 'open'>,
): Choice | null {
  const { official, fandol, kin, pattern } = roleNames[role];
  const names = [style.faces[role], ...official];
  const ownFace =
    pick(own, [...names, fandol, ...kin]) ?? own.find((face) => allNames(face).some((name) => pattern.test(name)));
  if (ownFace) return { role, found: ownFace, substituted: !hasName(ownFace, names), own: true };
  const found = pick(installed, names);
  return found ? { role, found, substituted: false, own: false } : null;
}

/** Chooses a substitute for a missing official face. */
export function chooseSubstitute(role: Role, { open, installed }: Omit<AvailableFaces, 'own'>): Choice | null {
  const found = pick(open, [roleNames[role].fandol]) ?? pick(installed, roleNames[role].kin);
  return found ? { role, found, substituted: true, own: false } : null;
}

/** All faces of a role's kind, best first. */
export function relatedFaces(role: Role, style: Style, { own, installed, open }: AvailableFaces): readonly FoundFace[] {
  const { official, fandol, kin } = roleNames[role];
  const faces = [...own, ...installed, ...open];
  return [style.faces[role], ...official, fandol, ...kin].flatMap((name) => pick(faces, [name]) ?? []);
}

/** The face with the first name that any face has. Of several weights, the regular one is preferred. */
export function pick(faces: readonly FoundFace[], names: readonly string[]): FoundFace | undefined {
  for (const name of names) {
    const matching = faces.filter((face) => hasName(face, [name]));
    if (matching.length > 0) return matching.find(isRegular) ?? matching[0];
  }
  return undefined;
}

const NON_REGULAR = /bold|black|heavy|light|thin|medium|italic|oblique/i;

function isRegular({ names }: FoundFace): boolean {
  return ![names.postscript, ...names.fulls].some((full) => NON_REGULAR.test(full));
}

function hasName(face: FoundFace, names: readonly string[]): boolean {
  const normalized = names.map(plainName);
  return allNames(face).some((name) => normalized.includes(plainName(name)));
}

function allNames({ names }: FoundFace): readonly string[] {
  return [...names.families, ...names.fulls, names.postscript];
}

/** Normalizes a name for comparison: without spaces, case and width, which differ between editions of a face. */
export function plainName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/[\s_]/g, '');
}
