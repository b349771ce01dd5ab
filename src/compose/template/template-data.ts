import { recordsAt, textAt } from '../../model/data.js';
import type { Data } from '../../model/data.js';
import type { Kind } from '../../model/kind.js';
import type { ComposeContext } from '../compose-context.js';
import { setPlaces } from '../origins.js';

/**
 * The root data of a template: its front matter, `campaign`, `unit`, `units`, and `documents` of the same unit by kind.
 */
export function templateData(context: ComposeContext): Data {
  const { project, entry, unit, content } = context;
  const data = {
    ...entry.data,
    campaign: content.dataOf(project.campaignFile),
    unit: unit ? { ...content.dataOf(unit), id: unit.id, names: namesOf(unit.data) } : null,
    documents: Object.fromEntries(unitKinds(project.kinds).map((kind) => [kind.id, documentData(context, kind)])),
    units: content.units(),
  };
  return setPlaces(data, [{ file: entry, pointer: '' }]);
}

/** Kinds of which a unit has at most one document; other kinds would be ambiguous. */
function unitKinds(kinds: readonly Kind[]): readonly Kind[] {
  return kinds.filter(({ file }) => file.includes('{unit}') && !file.includes('*'));
}

/** The front matter of a sibling; for a nonexistent document, all fields are `null`. */
function documentData({ siblings, content }: ComposeContext, kind: Kind): Data {
  const sibling = siblings.find((entry) => entry.kind.id === kind.id);
  if (sibling) return content.dataOf(sibling);
  return Object.fromEntries(Object.keys(kind.schema.properties ?? {}).map((key) => [key, null]));
}

/** The full names of the unit and its partners in joint issuing, the lead unit first. */
function namesOf(unit: Data): string {
  return [unit, ...recordsAt(unit, 'partners')].map((organ) => textAt(organ, 'fullName')).join('、');
}
