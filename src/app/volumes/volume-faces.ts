import { checked } from '../../model/diagnostic.js';
import type { Checked } from '../../model/diagnostic.js';
import type { Faces, FaceTable } from '../../model/ports.js';
import type { Project } from '../../model/project.js';
import type { Face } from '../../model/style.js';
import { assignFaces } from '../build/glyph-coverage.js';
import type { Printable } from '../build/glyph-coverage.js';
import { frontMatterOf } from './front-matter.js';
import type { PreparedVolume } from './prepared-volume.js';

/**
 * The faces that a volume is printed with: those that any of its documents needs. Null where one of them has a character
 * that no face has. What is found is only about cover and contents: the documents tell of themselves.
 */
export function volumeFaces(prepared: PreparedVolume, faces: Faces, project: Project): Checked<FaceTable | null> {
  const front = assignFaces([frontPrintable(prepared, project)], faces, project);
  const tables = [...front.value, ...assignFaces(prepared.members, faces, project).value];
  const own = tables.filter((table) => table !== null);
  const value = own.length === tables.length ? merge(own, faces) : null;
  return checked(value, front.diagnostics);
}

function frontPrintable({ plan, volume }: PreparedVolume, { campaignFile }: Project): Printable {
  const { source, sheets } = plan.file ?? campaignFile;
  return {
    entry: { id: plan.stem, unit: '', source, sheets, kind: { label: plan.title } },
    doc: () => frontMatterOf(volume),
  };
}

/** For each role the faces that step in anywhere, in the order in which they are preferred. */
function merge(tables: readonly FaceTable[], { table, fallbacks }: Faces): FaceTable {
  const entries = Object.values(table).map((face: Face) => {
    const used = new Set(tables.flatMap(({ [face.role]: own }) => (own.fallbacks ?? []).map(({ family }) => family)));
    const own = fallbacks[face.role].filter(({ family }) => used.has(family));
    const stepIns = own.map(({ family, digest }) => ({ family, digest }));
    return [face.role, { ...face, ...(stepIns.length > 0 && { fallbacks: stepIns }) }] as const;
  });
  return Object.fromEntries(entries) as unknown as FaceTable;
}
