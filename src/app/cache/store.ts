import { sha256 } from '../../runtime/digest.js';
import { runPool } from '../../runtime/pool.js';
import type { Disk } from '../../model/ports.js';

/** The folder of the store, relative to the out folder. Nothing else is in it. */
export const STORE_FOLDER = '.hongtou';

/** The kinds of results that are stored. */
export type Stage = 'templates' | 'read' | 'check' | 'cite' | 'compose' | 'write' | 'build';

/** The digests of what a result was computed from, by the name of the input. */
export type Inputs = Readonly<Record<string, string>>;

/** The address of an entry. The entries of a group share one file. */
export interface EntryId {
  readonly stage: Stage;
  readonly group: string;
  readonly name: string;
}

/** A result with the inputs that it declares; the program is always one of them. */
export interface Entry<T = unknown> {
  readonly inputs: Inputs;
  readonly value: T;
}

/** The layout of a file, after a line with the digest of this text. */
interface StoredGroup {
  readonly group: string;
  readonly entries: readonly (readonly [id: string, entry: Entry])[];
}

type Group = ReadonlyMap<string, Entry>;

/** Number of files that are read or written at a time. */
const CONCURRENCY = 16;
const DIGEST_LENGTH = 64;
const PROGRAM = 'program';

/**
 * Results of earlier runs. An entry is valid if every input that it declares has the same digest now. A missing,
 * damaged or foreign file counts as empty.
 */
export class Store {
  readonly #out: Disk;
  readonly #program: string;
  readonly #groups = new Map<string, Map<string, Entry>>();
  readonly #unsaved = new Set<string>();

  constructor(out: Disk, program: string) {
    this.#out = out;
    this.#program = program;
  }

  /** Reads the files of these groups. Only the entries of groups that were read are found. */
  async load(groups: Iterable<string>): Promise<void> {
    const unread = [...new Set(groups)].filter((group) => !this.#groups.has(group));
    const loaded = await runPool(unread, CONCURRENCY, (group) => readGroup(this.#out, fileOf(group)));
    for (const [at, stored] of loaded.entries()) {
      const group = unread[at] as string;
      this.#groups.set(group, new Map(stored?.group === group ? stored.entries : []));
    }
  }

  /** An entry if it is valid; `digestNow` gives the current digest of an input. */
  recall<T>(id: EntryId, digestNow: (input: string) => string): Entry<T> | null {
    const entry = this.entryOf<T>(id);
    const isSame = ([input, digest]: readonly [string, string]): boolean =>
      digest === (input === PROGRAM ? this.#program : digestNow(input));
    return entry && Object.entries(entry.inputs).every(isSame) ? entry : null;
  }

  /** An entry whether or not it is valid. */
  entryOf<T>({ stage, group, name }: EntryId): Entry<T> | null {
    return (this.#groups.get(group)?.get(keyOf(stage, name)) ?? null) as Entry<T> | null;
  }

  /** Stores a value that was computed from these inputs by this program. */
  remember({ stage, group, name }: EntryId, inputs: Inputs, value: unknown): void {
    const entries = this.#groups.get(group) ?? new Map<string, Entry>();
    this.#groups.set(group, entries);
    const key = keyOf(stage, name);
    const entry = { inputs: { ...inputs, [PROGRAM]: this.#program }, value };
    if (JSON.stringify(entries.get(key)) === JSON.stringify(entry)) return;
    entries.set(key, entry);
    this.#unsaved.add(group);
  }

  /** Drops the entries of a stage that have other names than these. */
  retain(stage: Stage, names: ReadonlySet<string>): void {
    const prefix = keyOf(stage, '');
    for (const [group, entries] of this.#groups) {
      for (const key of entries.keys()) {
        if (!key.startsWith(prefix) || names.has(key.slice(prefix.length))) continue;
        entries.delete(key);
        this.#unsaved.add(group);
      }
    }
  }

  /** Takes over all entries of these groups from the store of another folder, whichever program wrote them. */
  async absorb(out: Disk, isWanted: (group: string) => boolean): Promise<void> {
    const files = await out.list(STORE_FOLDER);
    const stored = await runPool(files, CONCURRENCY, ({ path }) => readGroup(out, path));
    for (const { group, entries } of stored.filter((one) => one !== null)) {
      if (!isWanted(group)) continue;
      this.#groups.set(group, new Map([...(this.#groups.get(group) ?? []), ...entries]));
      this.#unsaved.add(group);
    }
  }

  /** Writes the groups that have changed. */
  async save(): Promise<void> {
    await runPool([...this.#unsaved], CONCURRENCY, (group) => this.#write(group, this.#groups.get(group) ?? new Map()));
    this.#unsaved.clear();
  }

  async #write(group: string, entries: Group): Promise<void> {
    const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
    const json = JSON.stringify({ group, entries: sorted } satisfies StoredGroup);
    if (entries.size === 0) await this.#out.remove(fileOf(group));
    else await this.#out.write(fileOf(group), new TextEncoder().encode(`${sha256(json)}\n${json}`));
  }

  /** Removes every file from the folder that is not the file of one of these groups. */
  async removeOthers(groups: Iterable<string>): Promise<void> {
    const known = new Set([...groups].map(fileOf));
    const files = await this.#out.list(STORE_FOLDER);
    for (const { path } of files) if (!known.has(path)) await this.#out.remove(path);
  }

  /** The groups that were read or written. */
  groups(): readonly string[] {
    return [...this.#groups.keys()];
  }

  /** The time when a group was written, by the clock of the file system; 0 if it was not. */
  async writtenAt(group: string): Promise<number> {
    const path = fileOf(group);
    return (await this.#out.list(STORE_FOLDER)).find((file) => file.path === path)?.modified ?? 0;
  }
}

/** Two stages may use the same names. */
function keyOf(stage: Stage, name: string): string {
  return `${stage} ${name}`;
}

/** A group may have any name, so the name of its file is a digest. */
function fileOf(group: string): string {
  return `${STORE_FOLDER}/${sha256(group).slice(0, 32)}.json`;
}

async function readGroup(out: Disk, path: string): Promise<StoredGroup | null> {
  const bytes = await out.read(path);
  const text = bytes ? new TextDecoder().decode(bytes) : '';
  const json = text.slice(DIGEST_LENGTH + 1);
  if (json === '' || sha256(json) !== text.slice(0, DIGEST_LENGTH)) return null;
  const stored = parse(json) as Partial<StoredGroup> | null;
  return Array.isArray(stored?.entries) ? (stored as StoredGroup) : null;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
