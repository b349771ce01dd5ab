import type { CharactersByRole, Fallback } from '../../model/ports.js';
import type { Role, Style } from '../../model/style.js';
import { relatedFaces, pick, type AvailableFaces } from './choose.js';
import { covers, readCoverage, type Coverage } from './coverage.js';
import { familyOf, prepare, type Prepared, type PrepareOptions } from './prepare.js';
import { RARE_FACES, ROLES } from './roles.js';
import { scanFaces, type FoundFace } from './scan.js';

export interface FallbackOptions extends PrepareOptions {
  readonly style: Style;
  readonly stock: AvailableFaces;
  /** The faces that the roles have. */
  readonly faces: Readonly<Record<Role, Prepared>>;
  /** Fetches the folder of a face for rare characters; null where nothing may be fetched. */
  readonly fetchRare: (() => Promise<string | null>) | null;
}

/** What steps in for each role, what no face has, and the files of the faces that step in, by family. */
export interface FallbackFaces {
  readonly fallbacks: Readonly<Record<Role, readonly Fallback[]>>;
  readonly missing: CharactersByRole;
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Finds faces for the characters that the faces of their roles lack: of the role's own kind first, then any of the
 * office's own, then the plain 宋体 of page numbers, then faces for rare characters, last one that is fetched.
 */
export async function findFallbackFaces(needed: CharactersByRole, options: FallbackOptions): Promise<FallbackFaces> {
  const files = new Map<string, string>();
  const search = createSearch(options, files);
  const found = new Map<Role, Found>();
  for (const role of ROLES) found.set(role, await search(role, needed[role]));
  const ofRole = <T>(value: (found: Found) => T): Readonly<Record<Role, T>> =>
    Object.fromEntries([...found].map(([role, result]) => [role, value(result)])) as Record<Role, T>;
  return { fallbacks: ofRole(({ fallbacks }) => fallbacks), missing: ofRole(({ missing }) => missing), files };
}

/** What such a code point means is a matter between its writer and one font: only the office's own faces may answer. */
const PRIVATE_USE = /\p{Co}/u;

interface Found {
  readonly fallbacks: readonly Fallback[];
  readonly missing: ReadonlySet<string>;
}

function createSearch(
  options: FallbackOptions,
  files: Map<string, string>,
): (role: Role, characters: ReadonlySet<string>) => Promise<Found> {
  const coverageOf = cachedCoverage();
  return async (role, characters) => {
    const { family, path } = options.faces[role];
    const own = await coverageOf(path, 0);
    let missing = [...characters].filter((character) => !covers(own, character));
    const fallbacks: Fallback[] = [];
    const tried = new Set([family]);
    for await (const face of candidates(role, options, () => missing.length > 0)) {
      if (missing.length === 0) break;
      if (tried.has(familyOf(face))) continue;
      tried.add(familyOf(face));
      const askable = options.stock.own.includes(face) ? missing : missing.filter((each) => !PRIVATE_USE.test(each));
      const usable = await tryFace(face, askable, coverageOf, options);
      if (usable === null) continue;
      files.set(usable.prepared.family, usable.prepared.path);
      const { family: stepIn, digest } = usable.prepared;
      fallbacks.push({ family: stepIn, digest, characters: usable.characters });
      missing = missing.filter((character) => !usable.characters.has(character));
    }
    return { fallbacks, missing: new Set(missing) };
  };
}

async function* candidates(role: Role, options: FallbackOptions, lacking: () => boolean): AsyncGenerator<FoundFace> {
  if (!lacking()) return;
  const { stock, style, fetchRare } = options;
  yield* relatedFaces(role, style, stock);
  yield* stock.own;
  yield* relatedFaces('digits', style, stock);
  const installed = [...stock.installed, ...stock.open];
  yield* RARE_FACES.flatMap((name) => pick(installed, [name]) ?? []);
  const fetched = lacking() && fetchRare ? await fetchRare() : null;
  if (fetched !== null) yield* await scanFaces([fetched]);
}

interface Usable {
  readonly prepared: Prepared;
  readonly characters: ReadonlySet<string>;
}

/** Null where the face has none of the characters, or where its file cannot be used. */
async function tryFace(
  face: FoundFace,
  missing: readonly string[],
  coverageOf: CoverageOf,
  workbench: PrepareOptions,
): Promise<Usable | null> {
  try {
    const promised = await coverageOf(face.path, face.index);
    if (!missing.some((character) => covers(promised, character))) return null;
    const prepared = await prepare(face, workbench);
    const coverage = await coverageOf(prepared.path, 0);
    return { prepared, characters: new Set(missing.filter((character) => covers(coverage, character))) };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

type CoverageOf = (path: string, index: number) => Promise<Coverage>;

function cachedCoverage(): CoverageOf {
  const known = new Map<string, Promise<Coverage>>();
  return (path, index) => {
    const key = `${index} ${path}`;
    const coverage = known.get(key) ?? readCoverage(path, index);
    known.set(key, coverage);
    return coverage;
  };
}
