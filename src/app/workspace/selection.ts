import type { Format } from '../../formats/format.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Entry, Project } from '../../model/project.js';
import type { Selection } from '../build/options.js';

/** The entries that a selection names, in a fixed order. */
export function selectEntries(project: Project, { units, kinds, shard, ids }: Selection): readonly Entry[] {
  const includedIds = ids && new Set(ids);
  const chosen = project.entries.filter(
    (entry) =>
      (includedIds === undefined || includedIds.has(entry.id)) &&
      (units.length === 0 || units.includes(entry.unit)) &&
      (kinds.length === 0 || kinds.includes(entry.kind.id) || kinds.includes(entry.kind.label)),
  );
  return inShard(chosen, shard);
}

/** The selection of exactly these documents. */
export function selectionOf(entries: readonly Entry[]): Selection {
  return {
    units: [],
    kinds: [...new Set(entries.map(({ kind }) => kind.id))],
    shard: null,
    ids: entries.map(({ id }) => id),
  };
}

/** Every nth of a list, from the ith. */
export function inShard<T>(items: readonly T[], shard: Selection['shard']): readonly T[] {
  return shard ? items.filter((_, index) => index % shard.of === shard.index - 1) : items;
}

/** Findings for names in a selection that do not exist. */
export function unknownNames(project: Project, { units, kinds }: Selection): readonly Diagnostic[] {
  const unitIds = project.units.map(({ id }) => id);
  const kindNames = project.kinds.flatMap(({ id, label }) => [id, label]);
  return [
    ...units.filter((id) => !unitIds.includes(id)).map((id) => unknownName('--unit', id, unitIds)),
    ...kinds
      .filter((id) => !kindNames.includes(id))
      .map((id) =>
        unknownName(
          '--kind',
          id,
          project.kinds.map((kind) => kind.label),
        ),
      ),
  ];
}

function unknownName(option: string, name: string, known: readonly string[]): Diagnostic {
  const hint = `可以写：${known.join('、')}。`;
  return { code: 'SELECTION-UNKNOWN', severity: 'error', message: `${option} 后面的“${name}”不存在`, hint };
}

/** The formats among `formats` that a document has. */
export function formatsOf({ kind }: Entry, formats: readonly Format[]): readonly Format[] {
  return formats.filter((format) => format.isFor(kind));
}

/** The files of documents in the given formats. */
export function pathsOf(entries: readonly Entry[], formats: readonly Format[]): readonly string[] {
  return entries.flatMap((entry) => formatsOf(entry, formats).map((format) => artifactPath(entry, format)));
}

/** The path of an artifact relative to the out folder: the unit's folder, and the label of the kind as name. */
export function artifactPath(entry: Entry, { extension }: Format): string {
  const folder = entry.id.slice(0, entry.id.lastIndexOf('/') + 1);
  const stem = entry.kind.file.includes('*') ? `-${entry.id.slice(folder.length)}` : '';
  return `${folder}${entry.kind.label}${stem}.${extension}`;
}
