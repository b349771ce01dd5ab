import { safeName } from '../../filing/bag/path.js';
import { textAt } from '../../model/data.js';
import type { Kind } from '../../model/kind.js';
import type { Project } from '../../model/project.js';
import type { VolumePlan } from './volume-plan.js';
import { isSeries } from './members.js';

/** A volume requested on the command line; omitted options are empty. */
export interface VolumeRequest {
  readonly kinds: readonly string[];
  readonly units: readonly string[];
  readonly title: string;
  readonly organ: string;
  readonly date: string;
  readonly drafts: boolean;
  readonly twoSided: boolean;
}

/** The plan of a volume without a content file; its default title describes the documents in it. */
export function planRequest(request: VolumeRequest, project: Project): VolumePlan {
  const title = request.title || titleFor(request, project);
  const organ = request.organ || project.campaign.organs.office;
  return { ...request, title, organ, stem: safeName(title), preface: [], file: null };
}

function titleFor({ kinds, units }: VolumeRequest, project: Project): string {
  const { name } = project.campaign;
  const kind = project.kinds.find(({ id, label }) => id === kinds[0] || label === kinds[0]);
  const unit = units.length === 1 ? project.units.find(({ id }) => id === units[0]) : undefined;
  const owner = unit ? textAt(unit.data, 'fullName') : '';
  if (kind && (kinds.length === 1 || isSeries(kind))) return `${owner}${name}${kindTitle(kind)}`;
  return `${owner}${name}材料汇编`;
}

function kindTitle(kind: Kind): string {
  return isSeries(kind) ? `${kind.label}合订本` : `${kind.label}汇编`;
}
