import { recordsAt, textAt } from '../../model/data.js';
import type { Data } from '../../model/data.js';
import type { Kind } from '../../model/kind.js';
import type { ContentFile } from '../../model/project.js';
import type { ComposeContext, CampaignFacts } from '../compose-context.js';
import { withPlaces } from '../origins.js';

/**
 * The root data of a template: its front matter, `campaign`, `unit`, `units`, and `documents` of the same unit by kind.
 */
export function templateData(context: ComposeContext): Data {
  const { project, entry, unit } = context;
  const data = {
    ...entry.data,
    campaign: placed(project.campaignFile),
    unit: unit ? { ...placed(unit), id: unit.id, names: namesOf(unit.data) } : null,
    documents: Object.fromEntries(unitKinds(project.kinds).map((kind) => [kind.id, documentData(context, kind)])),
    units: unitsOf(project),
  };
  return withPlaces(data, [{ file: entry, pointer: '' }]);
}

/** The front matter of a file, which knows where it is. */
function placed(file: ContentFile): Data {
  return withPlaces(file.data, [{ file, pointer: '' }]);
}

// Cached, since it is the same for every document.
const unitLists = new WeakMap<CampaignFacts, readonly Data[]>();

function unitsOf(project: CampaignFacts): readonly Data[] {
  const list = unitLists.get(project) ?? project.units.map((unit) => ({ ...placed(unit), id: unit.id }));
  unitLists.set(project, list);
  return list;
}

/** Kinds of which a unit has at most one document; other kinds would be ambiguous. */
function unitKinds(kinds: readonly Kind[]): readonly Kind[] {
  return kinds.filter(({ file }) => file.includes('{unit}') && !file.includes('*'));
}

/** The front matter of a sibling; for a nonexistent document, all fields are `null`. */
function documentData({ siblings }: ComposeContext, kind: Kind): Data {
  const sibling = siblings.find((entry) => entry.kind.id === kind.id);
  if (sibling) return placed(sibling);
  return Object.fromEntries(Object.keys(kind.schema.properties ?? {}).map((key) => [key, null]));
}

/** The full names of the unit and its partners in joint issuing, the lead unit first. */
function namesOf(unit: Data): string {
  return [unit, ...recordsAt(unit, 'partners')].map((organ) => textAt(organ, 'fullName')).join('、');
}
