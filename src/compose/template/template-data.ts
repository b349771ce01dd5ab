import { recordsAt, textAt } from '../../model/data.js';
import type { Data } from '../../model/data.js';
import type { Kind } from '../../model/kind.js';
import type { ContentFile } from '../../model/project.js';
import type { ComposeContext, CampaignFacts } from '../compose-context.js';
import { withPlaces } from '../origins.js';

/** The names that a template sees: its own front matter, `campaign`, `unit`, and `documents` of the same unit by kind. */
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

// The same for every document, and as long as the district has units.
const unitLists = new WeakMap<CampaignFacts, readonly Data[]>();

function unitsOf(project: CampaignFacts): readonly Data[] {
  const list = unitLists.get(project) ?? project.units.map((unit) => ({ ...placed(unit), id: unit.id }));
  unitLists.set(project, list);
  return list;
}

/** Kinds of which a unit has one document; which of several letters would be meant nobody could say. */
function unitKinds(kinds: readonly Kind[]): readonly Kind[] {
  return kinds.filter(({ file }) => file.includes('{unit}') && !file.includes('*'));
}

/** The front matter of a sibling; a document that is not there has all its values owed. */
function documentData({ siblings }: ComposeContext, kind: Kind): Data {
  const sibling = siblings.find((entry) => entry.kind.id === kind.id);
  if (sibling) return placed(sibling);
  return Object.fromEntries(Object.keys(kind.schema.properties ?? {}).map((key) => [key, null]));
}

/** The full names of the unit and of those that issue jointly with it, the lead unit first. */
function namesOf(unit: Data): string {
  return [unit, ...recordsAt(unit, 'partners')].map((organ) => textAt(organ, 'fullName')).join('、');
}
