import type { Part } from '../check/part.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { digestOf, digestOfText, sha256 } from '../model/digest.js';
import { runPool } from '../model/pool.js';
import type { Disk } from '../model/ports.js';
import type { ContentFile } from '../model/project.js';
import { keepReading } from '../read/content-file.js';
import type { KeptReading } from '../read/content-file.js';
import type { Sources } from '../read/sources.js';

/** What a run learnt of one unit's folder, or of what lies outside all of them, so that the next need not learn it again. */
interface Pack {
  /** The program and the templates by which it was learnt. */
  readonly program: string;
  readonly folder: string;
  readonly files: Readonly<Record<string, KeptReading>>;
  /** What was found in the folder, and the digest of everything that was looked at. */
  readonly checked: { readonly key: string; readonly found: readonly Diagnostic[] };
}

/** The packs of a workspace. One that is lost, or that tells of other texts, costs reading and checking and nothing else. */
export interface Packs {
  readonly program: string;
  readonly byFolder: Map<string, Pack>;
  /** The folders whose packs are not what the disk has. */
  readonly changed: Set<string>;
}

/** Where packs lie from one run to the next, and by which state of the program they are good. */
export interface PackRoom {
  readonly out: Disk;
  readonly version: string;
}

const FOLDER = '.hongtou/packs/';
/** Packs that are read or written at a time. */
const READERS = 16;
const UNIT = /^content\/units\/([^/]+)\//;

/** Takes in what the last build kept of the folders of these files. */
export async function openPacks(room: PackRoom | null, templates: Sources, paths: Iterable<string>): Promise<Packs> {
  const texts = [...templates].map(([path, source]) => [path, digestOfText(source)]);
  const program = digestOf([room?.version ?? '', texts]);
  const folders = room ? [...new Set([...paths].map(folderOf))] : [];
  const packs = room ? await runPool(folders, READERS, (folder) => readPack(room.out, folder, program)) : [];
  const found = packs.filter((pack) => pack !== null);
  return { program, byFolder: new Map(found.map((pack) => [pack.folder, pack])), changed: new Set() };
}

/** A pack is a line with the digest of the rest, and the rest. */
async function readPack(out: Disk, folder: string, program: string): Promise<Pack | null> {
  const bytes = await out.read(fileOf(folder));
  const text = bytes ? new TextDecoder().decode(bytes) : '';
  const json = text.slice(DIGEST_LENGTH + 1);
  if (json === '' || sha256(json) !== text.slice(0, DIGEST_LENGTH)) return null;
  const pack = JSON.parse(json) as Pack;
  return pack.program === program && pack.folder === folder ? pack : null;
}

const DIGEST_LENGTH = 64;

function toBytes(pack: Pack): Uint8Array {
  const json = JSON.stringify(pack);
  return new TextEncoder().encode(`${sha256(json)}\n${json}`);
}

/** Folders have any name; files have one that every disk takes. */
function fileOf(folder: string): string {
  return `${FOLDER}${sha256(folder).slice(0, 32)}.json`;
}

function folderOf(path: string): string {
  return UNIT.exec(path)?.[1] ?? '';
}

/** What a file was read as when the pack was made. */
export function keptReading({ byFolder }: Packs, path: string): KeptReading | undefined {
  const files = byFolder.get(folderOf(path))?.files;
  return files && Object.hasOwn(files, path) ? files[path] : undefined;
}

/** Takes what was found in a part from its pack, where nothing that the rules look at has changed, else has it checked. */
export function recallFindings(packs: Packs): Recall {
  return (part, check) => {
    const key = keyOf(part, packs);
    const known = packs.byFolder.get(part.unit)?.checked;
    if (known?.key === key) return known.found;
    const found = check(part);
    packs.byFolder.set(part.unit, {
      program: packs.program,
      folder: part.unit,
      files: keepFiles(part),
      checked: { key, found },
    });
    packs.changed.add(part.unit);
    return found;
  };
}

type Recall = (part: Part, check: (part: Part) => readonly Diagnostic[]) => readonly Diagnostic[];

/** Of everything that the rules of a part look at. */
function keyOf(part: Part, { program }: Packs): string {
  const { campaignFile, unitIds, files } = part;
  return digestOf([program, campaignFile.digest, unitIds, namesOf(files), filesOf(part).map(stateOf)]);
}

const names = new WeakMap<Part['files'], string>();

/** Rules ask whether a file is there, and every part asks the same list. */
function namesOf(files: Part['files']): string {
  const known = names.get(files) ?? sha256([...files.keys()].join('\n'));
  names.set(files, known);
  return known;
}

function stateOf({ source, digest, facts }: ContentFile): readonly string[] {
  return [source.path, digest, facts()];
}

function filesOf({ unit, units, entries, volumes, campaignFile }: Part): readonly ContentFile[] {
  return [...(unit === '' ? [campaignFile] : []), ...units, ...entries, ...volumes];
}

function keepFiles(part: Part): Pack['files'] {
  const kept = filesOf(part).map(({ source }) => [source.path, keepReading(source)] as const);
  return Object.fromEntries(kept.filter((pair): pair is [string, KeptReading] => pair[1] !== null));
}

/** Writes down the packs that have changed, for the next run. */
export async function writePacks(out: Disk, { byFolder, changed }: Packs): Promise<void> {
  const packs = [...changed].flatMap((folder) => byFolder.get(folder) ?? []);
  await runPool(packs, READERS, (pack) => out.write(fileOf(pack.folder), toBytes(pack)));
  changed.clear();
}
