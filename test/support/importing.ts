import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareImport, writeImport } from '../../src/app/import/import-file.js';
import type { PreparedImport } from '../../src/app/import/import-file.js';
import { loadProject } from '../../src/app/workspace/loaded-workspace.js';
import { openDisk } from '../../src/host/disk.js';
import { recordsAt } from '../../src/model/data.js';
import type { Data } from '../../src/model/data.js';
import type { Project } from '../../src/model/project.js';
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

/** Imports a file into a scratch copy of the sample district and reads it again; a text is why it was refused. */
export async function importInto(attempt: Attempt): Promise<Imported | string> {
  const { bytes, file = '台账.xlsx', unit = 'luwan', kind = '', without = [], having = {} } = attempt;
  const folder = mkdtempSync(join(tmpdir(), 'hongtou-import-'));
  try {
    copySample(folder, unit);
    const own = (name: string): string => join(folder, 'content', 'units', unit, name);
    for (const name of without) rmSync(own(name));
    for (const [name, kept] of Object.entries(having)) writeFileSync(own(name), kept);
    const [disk, shipped] = [await openDisk(folder), await openDisk(ROOT)];
    const { value: project } = await loadProject(disk, shipped);
    if (!project) throw new Error('the sample cannot be read');
    const result = await prepareImport(project, disk, shipped, { file, bytes, unit, kind });
    if (typeof result === 'string') return result;
    await writeImport(disk, result.files);
    const { value: after } = await loadProject(disk, shipped);
    if (!after) throw new Error('the project cannot be read after the import');
    const entryOf = (id: string): Data =>
      after.entries.find((entry) => entry.unit === unit && entry.kind.id === id)?.data ?? {};
    const files = new Map(result.files.map(({ path }) => [path, readFileSync(join(folder, path))]));
    const written = (name: string): Uint8Array => files.get(`content/units/${unit}/${name}`) ?? new Uint8Array();
    const said = result.findings.map(({ severity, message }) => `${severity} ${message}`);
    return { result, project: after, records: (id, key) => recordsAt(entryOf(id), key), said, written };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every unit by name, and the documents of one. */
function copySample(folder: string, unit: string): void {
  const content = join(ROOT, 'content');
  const isWanted = (path: string): boolean => {
    const [, of, name] = /units[\\/]([^\\/]+)[\\/](.+)$/.exec(path) ?? [];
    return of === undefined || of === unit || name === 'unit.md';
  };
  for (const name of ['campaign.md', 'units'])
    cpSync(join(content, name), join(folder, 'content', name), { recursive: true, filter: isWanted });
}

/** As `importInto`, where the file is expected to be read. */
export async function imported(attempt: Attempt): Promise<Imported> {
  const outcome = await importInto(attempt);
  if (typeof outcome === 'string') throw new Error(outcome);
  return outcome;
}
