import { prepareImport, writeImport } from '../../src/app/import/import-file.js';
import type { PreparedImport } from '../../src/app/import/import-file.js';
import { checkWorkspace, refreshWorkspace } from '../../src/app/workspace/loaded-workspace.js';
import type { LoadedWorkspace } from '../../src/app/workspace/loaded-workspace.js';
import { openDisk } from '../../src/host/disk.js';
import { recordsAt } from '../../src/model/data.js';
import type { Data } from '../../src/model/data.js';
import type { Disk } from '../../src/model/ports.js';
import type { Project } from '../../src/model/project.js';
import { memoryDisk } from './memory-disk.js';
import { sampleShelves } from './sample.js';
import { ROOT } from './workspace.js';

export interface Attempt {
  readonly bytes: Uint8Array;
  readonly file?: string;
  readonly unit?: string;
  readonly kind?: string;
  /** Files that the unit does not have yet. */
  readonly without?: readonly string[];
  /** Files that the unit has otherwise than in the sample, as they are on the disk. */
  readonly having?: Readonly<Record<string, Uint8Array>>;
}

export interface Imported {
  readonly result: PreparedImport;
  readonly project: Project;
  /** A list of the unit's document as it is read after the import. */
  readonly records: (kind: string, key: string) => readonly Data[];
  /** What was said, each with its cell: 错误 B7 …. */
  readonly said: readonly string[];
  /** A file that was written for the unit, as it is on the disk. */
  readonly written: (name: string) => Uint8Array;
}

/** Imports a file into a copy of the sample district in memory and reads it again; a text is why it was refused. */
export async function importInto(attempt: Attempt): Promise<Imported | string> {
  const { bytes, file = '台账.xlsx', unit = 'luwan', kind = '', without = [], having = {} } = attempt;
  const own = (name: string): string => `content/units/${unit}/${name}`;
  const { disk, library } = await copySample(unit);
  for (const name of without) await disk.remove(own(name));
  for (const [name, kept] of Object.entries(having)) await disk.write(own(name), kept);
  await refreshWorkspace(library, disk, [...without, ...Object.keys(having)].map(own));
  const { value: project } = checkWorkspace(library, '');
  if (!project) throw new Error('the sample cannot be read');
  const result = await prepareImport(project, disk, await openDisk(ROOT), { file, bytes, unit, kind });
  if (typeof result === 'string') return result;
  await writeImport(disk, result.files);
  await refreshWorkspace(
    library,
    disk,
    result.files.map(({ path }) => path),
  );
  const { value: after } = checkWorkspace(library, '');
  if (!after) throw new Error('the project cannot be read after the import');
  const entryOf = (id: string): Data =>
    after.entries.find((entry) => entry.unit === unit && entry.kind.id === id)?.data ?? {};
  const files = new Map<string, Uint8Array>();
  for (const { path } of result.files) files.set(path, await bytesOf(disk, path));
  const written = (name: string): Uint8Array => files.get(own(name)) ?? new Uint8Array();
  const said = result.findings.map(({ severity, message }) => `${severity} ${message}`);
  return { result, project: after, records: (id, key) => recordsAt(entryOf(id), key), said, written };
}

async function bytesOf(disk: Disk, path: string): Promise<Uint8Array> {
  return (await disk.read(path)) ?? new Uint8Array();
}

/** The campaign, every unit by name, and the documents of one: what was read of them for another test is not read again. */
async function copySample(unit: string): Promise<{ readonly disk: Disk; readonly library: LoadedWorkspace }> {
  const [sample, shelves] = [await openDisk(ROOT), await sampleShelves()];
  const wanted = [...shelves.files].filter(([path]) => {
    const [, of, name] = /^content\/units\/([^/]+)\/(.+)$/.exec(path) ?? [];
    return path === 'content/campaign.md' || (of !== undefined && (of === unit || name === 'unit.md'));
  });
  const bytes = wanted.map(async ([path]) => [path, await bytesOf(sample, path)] as const);
  const disk = memoryDisk(Object.fromEntries(await Promise.all(bytes)));
  return { disk, library: { ...shelves, files: new Map(wanted) } };
}

/** As `importInto`, where the file is expected to be read. */
export async function imported(attempt: Attempt): Promise<Imported> {
  const outcome = await importInto(attempt);
  if (typeof outcome === 'string') throw new Error(outcome);
  return outcome;
}
