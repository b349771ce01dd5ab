import { join } from 'node:path';
import { checked, type Checked, type Diagnostic } from '../model/diagnostic.js';
import type { CharactersByRole, Faces, FaceTable } from '../model/ports.js';
import type { Face, Role, Style } from '../model/style.js';
import { cacheFolder } from './cache.js';
import { chooseOfficial, chooseSubstitute, pick, type Choice, type AvailableFaces } from './font/choose.js';
import { babelStone, fandol, fetchFaces, type OpenFaces } from './font/open-faces.js';
import { familyOf, prepare, type Prepared, type PrepareOptions } from './font/prepare.js';
import { ROLES, roleNames } from './font/roles.js';
import { scanFaces, systemFontFolders, type FoundFace } from './font/scan.js';
import { findFallbackFaces } from './font/fallback-faces.js';

export interface FontOptions {
  readonly workspace: string;
  readonly style: Style;
  /** The characters to print. Without them, no fallback faces are searched for. */
  readonly characters?: CharactersByRole;
  readonly cache?: string;
  /** Folders of installed fonts. Default: the system's. */
  readonly installed?: readonly string[];
  /** False if downloads are not allowed. */
  readonly fetch?: boolean;
  /** Receives progress messages in Chinese. */
  readonly onStep?: (text: string) => void;
}

/** A face prepared for the browser. `digest` identifies its source file and is part of cache keys. */
export interface PreparedFace extends Face {
  readonly digest: string;
}

/** The chosen faces and their files. */
export interface FaceSet extends Faces {
  readonly table: Readonly<Record<Role, PreparedFace>> & FaceTable;
  /** The prepared TrueType file of each family, including fallbacks. */
  readonly families: ReadonlyMap<string, string>;
  /** The prepared TrueType file of each role. */
  readonly files: Readonly<Record<Role, string>>;
  /** The source file of each role's face: in the workspace, on the system, or in the cache. */
  readonly sources: Readonly<Record<Role, string>>;
}

/**
 * Finds a face for each role: in the workspace's `fonts` folder, then among installed official faces, the open Fandol
 * faces, and faces of the same kind from office suites. The value is null, with one error, if a role has no face: a
 * build never prints with an unsuitable face.
 */
export async function findFaces(options: FontOptions): Promise<Checked<FaceSet | null>> {
  const { style } = options;
  const own = await scanFaces([join(options.workspace, 'fonts')]);
  const installed = await scanFaces(options.installed ?? systemFontFolders());
  const officialChoices = ROLES.map((role) => chooseOfficial(role, style, { own, installed }));
  const failures: string[] = [];
  const isComplete = officialChoices.every((choice) => choice !== null);
  const open = isComplete ? [] : await fandolFaces(installed, options, failures);
  const choices = ROLES.map((role, index) => officialChoices[index] ?? chooseSubstitute(role, { open, installed }));
  const missing = ROLES.filter((_, index) => choices[index] === null);
  if (missing.length > 0) return checked(null, [missingFaces(missing, style, failures)]);
  const found = choices.filter((choice) => choice !== null);
  return checked(await prepareAll(found, { own, installed, open }, options), substitutions(found, style));
}

async function fandolFaces(
  installed: readonly FoundFace[],
  options: FontOptions,
  failures: string[],
): Promise<readonly FoundFace[]> {
  if (ROLES.every((role) => pick(installed, [roleNames[role].fandol]))) return installed;
  const folder = options.fetch === false ? null : await tryFetch(fandol, options, failures);
  return folder === null ? installed : scanFaces([folder]);
}

async function tryFetch(faces: OpenFaces, options: FontOptions, failures: string[]): Promise<string | null> {
  const { cache, onStep } = prepareOptionsOf(options);
  try {
    return await fetchFaces(cache, faces, onStep);
  } catch (error) {
    failures.push(error instanceof Error ? error.message : String(error));
    return null;
  }
}

function prepareOptionsOf({ cache = cacheFolder(), onStep = () => undefined }: FontOptions): PrepareOptions {
  return { cache, onStep };
}

async function prepareAll(
  choices: readonly Choice[],
  available: AvailableFaces,
  options: FontOptions,
): Promise<FaceSet> {
  const prepareOptions = prepareOptionsOf(options);
  const prepared = new Map<Role, Prepared>();
  for (const { role, found } of choices) prepared.set(role, await prepare(found, prepareOptions));
  const faces = Object.fromEntries(prepared) as Record<Role, Prepared>;
  const tableOf = ({ role, substituted }: Choice): PreparedFace => {
    const { family, digest } = faces[role];
    return { role, official: options.style.faces[role], family, substituted, digest };
  };
  const { fallbacks, missing, files } = await findFallbackFaces(options.characters ?? NO_CHARACTERS, {
    ...prepareOptions,
    style: options.style,
    available,
    faces,
    fetchRare: options.fetch === false ? null : () => tryFetch(babelStone, options, []),
  });
  return {
    table: byRole(choices, tableOf),
    files: byRole(choices, ({ role }) => faces[role].path),
    sources: byRole(choices, ({ found }) => found.path),
    families: new Map([...Object.values(faces).map(({ family, path }) => [family, path] as const), ...files]),
    fallbacks,
    missing,
  };
}

const EMPTY_SET: ReadonlySet<string> = new Set();
const NO_CHARACTERS: CharactersByRole = {
  title: EMPTY_SET,
  body: EMPTY_SET,
  heading1: EMPTY_SET,
  heading2: EMPTY_SET,
  digits: EMPTY_SET,
};

function byRole<T>(choices: readonly Choice[], value: (choice: Choice) => T): Readonly<Record<Role, T>> {
  return Object.fromEntries(choices.map((choice) => [choice.role, value(choice)])) as Record<Role, T>;
}

function substitutions(choices: readonly Choice[], style: Style): readonly Diagnostic[] {
  const unintended = choices.filter(({ substituted, own }) => substituted && !own);
  if (unintended.length === 0) return [];
  const pairs = unintended.map(
    ({ role, found }) => `${roleNames[role].label} ${style.faces[role]} → ${familyOf(found)}`,
  );
  return [
    {
      code: 'FONT-SUBSTITUTED',
      severity: 'warning',
      message: `这台机器上没有公文规定的字体，PDF 用相近的字体代替：${pairs.join('；')}。`,
      subject: 'fonts',
      hint: '需要规定的字体时，把字体文件放进工作区的 fonts 文件夹，或安装到这台机器上；DOCX 不受影响，写的仍是规定的字体名。',
    },
  ];
}

function missingFaces(missing: readonly Role[], style: Style, failures: readonly string[]): Diagnostic {
  const names = missing.map((role) => `${roleNames[role].label}用的${style.faces[role]}`).join('、');
  return {
    code: 'FONT-MISSING',
    severity: 'error',
    message: `没有找到${names}，也没有可以代替的字体，不能排版。${failures.join('')}`,
    subject: 'fonts',
    hint: '三种办法任选一种：一、把字体文件放进工作区的 fonts 文件夹；二、把字体安装到这台机器上；三、在 Debian 或 Ubuntu 上联网再运行一次，程序会用 apt-get 取得开源字体 Fandol（软件包 texlive-lang-chinese）。',
  };
}
