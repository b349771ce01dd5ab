import type { Role, Style } from '../../model/style.js';
import { roleNames } from './roles.js';
import type { FoundFace } from './scan.js';

/** A face chosen for a role. */
export interface Choice {
  readonly role: Role;
  readonly found: FoundFace;
  readonly substituted: boolean;
  /** Put into the workspace by the office itself, hence no surprise. */
  readonly own: boolean;
}

/** The faces of a machine, by where they were found. */
export interface AvailableFaces {
  /** In the workspace's `fonts` folder. */
  readonly own: readonly FoundFace[];
  readonly installed: readonly FoundFace[];
  /** Open faces, installed or fetched. */
  readonly open: readonly FoundFace[];
}

/** A face of the office itself, or an official one that is installed; null where there is neither. */
export function chooseOfficial(
  role: Role,
  style: Style,
  { own, installed }: Omit<AvailableFaces, 'open'>,
): Choice | null {
  const { official, fandol, kin, pattern } = roleNames[role];
  const names = [style.faces[role], ...official];
  const listed =
    pick(own, [...names, fandol, ...kin]) ?? own.find((face) => allNames(face).some((name) => pattern.test(name)));
  if (listed) return { role, found: listed, substituted: !answers(listed, names), own: true };
  const found = pick(installed, names);
  return found ? { role, found, substituted: false, own: false } : null;
}

/** What stands in where the official face is not there. */
export function chooseSubstitute(role: Role, { open, installed }: Omit<AvailableFaces, 'own'>): Choice | null {
  const found = pick(open, [roleNames[role].fandol]) ?? pick(installed, roleNames[role].kin);
  return found ? { role, found, substituted: true, own: false } : null;
}

/** Every face of a role's kind, the best first. */
export function relatedFaces(role: Role, style: Style, { own, installed, open }: AvailableFaces): readonly FoundFace[] {
  const { official, fandol, kin } = roleNames[role];
  const faces = [...own, ...installed, ...open];
  return [style.faces[role], ...official, fandol, ...kin].flatMap((name) => pick(faces, [name]) ?? []);
}

/** The first face that answers to the first name that any answers to; of several weights, the regular one. */
export function pick(faces: readonly FoundFace[], names: readonly string[]): FoundFace | undefined {
  for (const name of names) {
    const answering = faces.filter((face) => answers(face, [name]));
    if (answering.length > 0) return answering.find(isRegular) ?? answering[0];
  }
  return undefined;
}

const OTHER_WEIGHT = /bold|black|heavy|light|thin|medium|italic|oblique/i;

function isRegular({ names }: FoundFace): boolean {
  return ![names.postscript, ...names.fulls].some((full) => OTHER_WEIGHT.test(full));
}

function answers(face: FoundFace, names: readonly string[]): boolean {
  const wanted = names.map(plainName);
  return allNames(face).some((name) => wanted.includes(plainName(name)));
}

function allNames({ names }: FoundFace): readonly string[] {
  return [...names.families, ...names.fulls, names.postscript];
}

/** Names are compared without spaces, case and width, which differ from one edition of a face to another. */
export function plainName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/[\s_]/g, '');
}
