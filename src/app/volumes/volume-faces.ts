import { checked } from '../../model/diagnostic.js';
import type { Checked } from '../../model/diagnostic.js';
import type { Faces, FaceTable } from '../../model/ports.js';
import type { Project } from '../../model/project.js';
import { assignFaces, withFallbacks } from '../build/glyph-coverage.js';
import type { Printable } from '../build/glyph-coverage.js';
import { frontMatterOf } from './front-matter.js';
import type { PreparedVolume } from './prepared-volume.js';

/**
 * The faces that a volume is printed with: all that any of its documents needs. Null if one of them has a character
 * that no face has. The findings are about cover and contents only; the build reports those of the documents.
 */
export function volumeFaces(prepared: PreparedVolume, faces: Faces, project: Project): Checked<FaceTable | null> {
  const frontMatter = assignFaces([frontPrintable(prepared, project)], faces, project);
  const tables = [...frontMatter.value, ...assignFaces(prepared.members, faces, project).value];
  const usable = tables.filter((table) => table !== null);
  const value = usable.length === tables.length ? merge(usable, faces) : null;
  return checked(value, frontMatter.diagnostics);
}

function frontPrintable({ plan, volume }: PreparedVolume, { campaignFile }: Project): Printable {
  const { source, sheets } = plan.file ?? campaignFile;
  return {
    entry: { id: plan.stem, unit: '', source, sheets, kind: { label: plan.title } },
    doc: () => frontMatterOf(volume),
  };
}

/** The faces with all fallback faces that one of the tables has. */
function merge(tables: readonly FaceTable[], faces: Faces): FaceTable {
  return withFallbacks(faces, ({ role }) =>
    tables.flatMap((table) => (table[role].fallbacks ?? []).map(({ family }) => family)),
  );
}
