import { checkWorkspace } from '../../src/app/workspace/loaded-workspace.js';
import type { LoadedWorkspace, LoadedProject } from '../../src/app/workspace/loaded-workspace.js';
import { openDisk } from '../../src/host/disk.js';
import { ROOT, openShelves } from './workspace.js';

/** A change is a file's new text, made of the old one; null takes the file away. */
export type Changes = Readonly<Record<string, ((text: string) => string) | null>>;

let shelves: Promise<LoadedWorkspace> | null = null;

/** The files of the sample district, read once for all tests of a process. */
export function sampleShelves(): Promise<LoadedWorkspace> {
  return (shelves ??= openDisk(ROOT).then(openShelves));
}

const projects = new Map<string, Promise<LoadedProject>>();

/** The sample district on a day, made once for all tests of a process: a project is never changed. */
export function loadSample(asOf = ''): Promise<LoadedProject> {
  const known = projects.get(asOf) ?? sampleShelves().then((library) => checkWorkspace(library, asOf));
  projects.set(asOf, known);
  return known;
}

/** The sample district with some files changed, as the watch would have it after they were saved. */
export async function loadChangedSample(changes: Changes, asOf = ''): Promise<LoadedProject> {
  const library = await sampleShelves();
  const files = new Map(library.files);
  for (const [name, change] of Object.entries(changes)) {
    const path = `content/${name}`;
    const text = files.get(path)?.value?.text;
    if (text === undefined) throw new Error(`the sample has no ${path}`);
    const changed = change?.(text);
    if (changed === undefined) files.delete(path);
    else files.set(path, { bytes: Buffer.byteLength(changed), value: { path, text: changed }, diagnostics: [] });
  }
  return checkWorkspace({ ...library, files }, asOf);
}
