import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checked, type Checked, type Diagnostic } from '../model/diagnostic.js';
import { sha256 } from '../model/digest.js';
import type { FaceTable } from '../model/ports.js';
import type { Face, Role, Style } from '../model/style.js';
import { cacheFolder, provision } from './cache.js';
import { prepareFace } from './font/face.js';
import { fetchFandol } from './font/fandol.js';
import { ROLES, roleNames } from './font/roles.js';
import { scanFaces, systemFontFolders, type FoundFace } from './font/scan.js';
import { readSfnt } from './font/sfnt.js';

/** Goes into the key of every prepared face: a change to the preparation makes new ones. */
const PREPARATION = 1;

export interface FontOptions {
  readonly workspace: string;
  readonly style: Style;
  readonly cache?: string;
  /** Folders of installed fonts, the system's unless given. */
  readonly installed?: readonly string[];
  /** False where nothing may be downloaded. */
  readonly fetch?: boolean;
  /** Hears in Chinese what takes long. */
  readonly onStep?: (text: string) => void;
}

/** A face that is ready for the browser. `digest` is of the file it was made from, so that another file makes another key. */
export interface PreparedFace extends Face {
  readonly digest: string;
}

/** The faces found, and where they are. */
export interface FaceSet {
  readonly table: Readonly<Record<Role, PreparedFace>> & FaceTable;
  /** The TrueType file that the browser draws each role with. */
  readonly files: Readonly<Record<Role, string>>;
  /** The file that each was made from: in the workspace, on the system, or in the cache. */
  readonly sources: Readonly<Record<Role, string>>;
}

/** A face chosen for a role. */
interface Choice {
  readonly role: Role;
  readonly found: FoundFace;
  readonly substituted: boolean;
  /** Put into the workspace by the office itself, hence no surprise. */
  readonly own: boolean;
}

/**
 * Finds a face for each role: in the workspace's `fonts` folder, among the official faces on this machine, the open
 * Fandol set, and last the faces of the same kind that came with an office suite. Null where a role has none, with one
 * error that says what to do: nothing is ever printed with a wrong face.
 */
export async function findFaces(options: FontOptions): Promise<Checked<FaceSet | null>> {
  const own = await scanFaces([join(options.workspace, 'fonts')]);
  const installed = await scanFaces(options.installed ?? systemFontFolders());
  const early = ROLES.map((role) => chooseOfficial(role, options.style, own, installed));
  const failures: string[] = [];
  const fandol = early.every((choice) => choice !== null) ? [] : await fandolFaces(installed, options, failures);
  const choices = ROLES.map((role, index) => early[index] ?? chooseSubstitute(role, fandol, installed));
  const missing = ROLES.filter((_, index) => choices[index] === null);
  if (missing.length > 0) return checked(null, [missingFaces(missing, options.style, failures)]);
  const found = choices.filter((choice) => choice !== null);
  return checked(await prepareAll(found, options), substitutions(found, options.style));
}

function chooseOfficial(
  role: Role,
  style: Style,
  own: readonly FoundFace[],
  installed: readonly FoundFace[],
): Choice | null {
  const { official, fandol, kin, pattern } = roleNames[role];
  const names = [style.faces[role], ...official];
  const listed =
    pick(own, [...names, fandol, ...kin]) ?? own.find((face) => allNames(face).some((name) => pattern.test(name)));
  if (listed) return { role, found: listed, substituted: !answers(listed, names), own: true };
  const found = pick(installed, names);
  return found ? { role, found, substituted: false, own: false } : null;
}

function chooseSubstitute(role: Role, fandol: readonly FoundFace[], installed: readonly FoundFace[]): Choice | null {
  const found = pick(fandol, [roleNames[role].fandol]) ?? pick(installed, roleNames[role].kin);
  return found ? { role, found, substituted: true, own: false } : null;
}

async function fandolFaces(
  installed: readonly FoundFace[],
  options: FontOptions,
  failures: string[],
): Promise<readonly FoundFace[]> {
  if (ROLES.every((role) => pick(installed, [roleNames[role].fandol]))) return installed;
  if (options.fetch === false) return installed;
  try {
    return await scanFaces([await fetchFandol(options.cache ?? cacheFolder(), options.onStep ?? (() => undefined))]);
  } catch (error) {
    failures.push(error instanceof Error ? error.message : String(error));
    return installed;
  }
}

/** The first face that answers to the first name that any answers to; of several, one that is not bold. */
function pick(faces: readonly FoundFace[], names: readonly string[]): FoundFace | undefined {
  for (const name of names) {
    const answering = faces.filter((face) => answers(face, [name]));
    const regular = answering.find(
      (face) => ![face.names.postscript, ...face.names.fulls].some((full) => /bold/i.test(full)),
    );
    if (answering.length > 0) return regular ?? answering[0];
  }
  return undefined;
}

function answers(face: FoundFace, names: readonly string[]): boolean {
  const wanted = names.map(plainName);
  return allNames(face).some((name) => wanted.includes(plainName(name)));
}

function allNames({ names }: FoundFace): readonly string[] {
  return [...names.families, ...names.fulls, names.postscript];
}

function plainName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/[\s_]/g, '');
}

async function prepareAll(choices: readonly Choice[], options: FontOptions): Promise<FaceSet> {
  const onStep = options.onStep ?? (() => undefined);
  const table: Partial<Record<Role, PreparedFace>> = {};
  const files: Partial<Record<Role, string>> = {};
  const sources: Partial<Record<Role, string>> = {};
  for (const choice of choices) {
    const { role, found, substituted } = choice;
    const family = familyOf(found);
    const prepared = await prepare(found, family, options.cache ?? cacheFolder(), onStep);
    table[role] = { role, official: options.style.faces[role], family, substituted, digest: prepared.digest };
    files[role] = prepared.path;
    sources[role] = found.path;
  }
  return { table, files, sources } as FaceSet;
}

/** The browser sees only the prepared faces, so a PostScript name is a family of its own, and one that a reader recognises. */
function familyOf({ names }: FoundFace): string {
  return names.postscript.replace(/[^\w-]/g, '') || plainName(names.families[0] ?? 'face');
}

async function prepare(
  { path, index }: FoundFace,
  family: string,
  cache: string,
  onStep: (text: string) => void,
): Promise<{ readonly path: string; readonly digest: string }> {
  const source = await readFile(path);
  const digest = sha256(source);
  const key = `face-${PREPARATION}-${family}-${sha256(`${digest} ${index}`).slice(0, 16)}`;
  const folder = await provision(cache, key, async (into) => {
    onStep(`正在准备字体 ${family}（只需一次）……`);
    await writeFile(join(into, 'face.ttf'), prepareFace(readSfnt(source, index), family));
  });
  return { path: join(folder, 'face.ttf'), digest };
}

function substitutions(choices: readonly Choice[], style: Style): readonly Diagnostic[] {
  const surprising = choices.filter(({ substituted, own }) => substituted && !own);
  if (surprising.length === 0) return [];
  const pairs = surprising.map(
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
