import type { CharactersByRole, Fallback } from '../../model/ports.js';
import type { Role, Style } from '../../model/style.js';
import { relatedFaces, pick, type AvailableFaces } from './choose.js';
import { covers, readCoverage, type Coverage } from './coverage.js';
import { familyOf, prepare, type Prepared, type PrepareOptions } from './prepare.js';
import { RARE_FACES, ROLES } from './roles.js';
import { scanFaces, type FoundFace } from './scan.js';

export interface FallbackOptions extends PrepareOptions {
  readonly style: Style;
  readonly available: AvailableFaces;
  /** The prepared face of each role. */
  readonly faces: Readonly<Record<Role, Prepared>>;
  /** Downloads a face for rare characters and returns its folder; null if downloads are not allowed. */
  readonly fetchRare: (() => Promise<string | null>) | null;
}

/** Fallbacks of each role, characters that no face has, and the files of the fallback faces by family. */
export interface FallbackFaces {
  readonly fallbacks: Readonly<Record<Role, readonly Fallback[]>>;
  readonly missing: CharactersByRole;
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Finds fallback faces for characters that the face of a role lacks. Candidates, in order: faces of the role's kind,
 * faces from the workspace, the plain 宋体 of page numbers, installed faces for rare characters, and a downloaded one.
 */
export async function findFallbackFaces(needed: CharactersByRole, options: FallbackOptions): Promise<FallbackFaces> {
  const files = new Map<string, string>();
  const search = createSearch(options, files);
  const results = new Map<Role, FallbackResult>();
  for (const role of ROLES) results.set(role, await search(role, needed[role]));
  const ofRole = <T>(value: (results: FallbackResult) => T): Readonly<Record<Role, T>> =>
    Object.fromEntries([...results].map(([role, result]) => [role, value(result)])) as Record<Role, T>;
  return { fallbacks: ofRole(({ fallbacks }) => fallbacks), missing: ofRole(({ missing }) => missing), files };
}

/** Private-use characters have a meaning only in a specific font, so only faces from the workspace are used. */
const PRIVATE_USE = /\p{Co}/u;

interface FallbackResult {
  readonly fallbacks: readonly Fallback[];
  readonly missing: ReadonlySet<string>;
}

function createSearch(
  options: FallbackOptions,
  files: Map<string, string>,
): (role: Role, characters: ReadonlySet<string>) => Promise<FallbackResult> {
  const coverageOf = cachedCoverage();
  return async (role, characters) => {
    const { family, path } = options.faces[role];
    const coverage = await coverageOf(path, 0);
    let missing = [...characters].filter((character) => !covers(coverage, character));
    const fallbacks: Fallback[] = [];
    const tried = new Set([family]);
    for await (const face of candidates(role, options, () => missing.length > 0)) {
      if (missing.length === 0) break;
      if (tried.has(familyOf(face))) continue;
      tried.add(familyOf(face));
      const eligible = options.available.own.includes(face)
        ? missing
        : missing.filter((character) => !PRIVATE_USE.test(character));
      const usable = await tryFace(face, eligible, coverageOf, options);
      if (usable === null) continue;
      files.set(usable.prepared.family, usable.prepared.path);
      const { family: fallbackFamily, digest } = usable.prepared;
      fallbacks.push({ family: fallbackFamily, digest, characters: usable.characters });
      missing = missing.filter((character) => !usable.characters.has(character));
    }
    return { fallbacks, missing: new Set(missing) };
  };
}

async function* candidates(role: Role, options: FallbackOptions, isNeeded: () => boolean): AsyncGenerator<FoundFace> {
  if (!isNeeded()) return;
  const { available, style, fetchRare } = options;
  yield* relatedFaces(role, style, available);
  yield* available.own;
  yield* relatedFaces('digits', style, available);
  const installed = [...available.installed, ...available.open];
  yield* RARE_FACES.flatMap((name) => pick(installed, [name]) ?? []);
  const fetched = isNeeded() && fetchRare ? await fetchRare() : null;
  if (fetched !== null) yield* await scanFaces([fetched]);
}

interface Usable {
  readonly prepared: Prepared;
  readonly characters: ReadonlySet<string>;
}

/** Null if the face has none of the characters or its file is malformed. */
async function tryFace(
  face: FoundFace,
  missing: readonly string[],
  coverageOf: CoverageOf,
  options: PrepareOptions,
): Promise<Usable | null> {
  try {
    const sourceCoverage = await coverageOf(face.path, face.index);
    if (!missing.some((character) => covers(sourceCoverage, character))) return null;
    const prepared = await prepare(face, options);
    const coverage = await coverageOf(prepared.path, 0);
    return { prepared, characters: new Set(missing.filter((character) => covers(coverage, character))) };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

type CoverageOf = (path: string, index: number) => Promise<Coverage>;

function cachedCoverage(): CoverageOf {
  const cache = new Map<string, Promise<Coverage>>();
  return (path, index) => {
    const key = `${index} ${path}`;
    const coverage = cache.get(key) ?? readCoverage(path, index);
    cache.set(key, coverage);
    return coverage;
  };
}
