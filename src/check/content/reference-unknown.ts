import { findSet } from '../../model/campaign.js';
import { isData, isList, recordsAt, scalarText, textAt } from '../../model/data.js';
import type { Value } from '../../model/data.js';
import type { ContentFile, Entry, Project } from '../../model/project.js';
import { placeOf } from '../../model/origin.js';
import type { Schema } from '../../model/schema.js';
import { documentsOfUnit } from '../unit-documents.js';
import type { Finding, Rule } from '../rule.js';

/** A value that the schema ties to a list of the campaign, the unit or another document of the unit occurs there. */
export const referenceUnknown: Rule = {
  code: 'REFERENCE-UNKNOWN',
  severity: 'error',
  title: '引用的名称要能找到',
  detail: '同一个人、同一个环节在各份材料里写法不一，汇总时就对不上。名称以活动文件和本单位的 unit.md 为准。',
  source: '活动文件和单位文件是名称的唯一出处',
  examples: {
    good: { file: 'units/qiaodong/plan.md', lines: '联络员: 米小禾' },
    bad: { file: 'units/qiaodong/plan.md', lines: '联络员: 米小和' },
  },
  run: (project) => [
    ...project.volumes.flatMap((volume) =>
      inspect(volume.data, project.volumeSchema, '', { project, file: volume, unit: '' }),
    ),
    ...project.units.flatMap((unit) =>
      inspect(unit.data, project.unitSchema, '', { project, file: unit, unit: unit.id }),
    ),
    ...project.entries.flatMap((entry) =>
      inspect(entry.data, entry.kind.schema, '', { project, file: entry, unit: entry.unit }),
    ),
  ],
};

interface ReferenceContext {
  readonly project: Project;
  readonly file: ContentFile;
  readonly unit: string;
}

function inspect(value: Value | undefined, schema: Schema, pointer: string, scope: ReferenceContext): readonly Finding[] {
  if (!mayRefer(schema)) return [];
  if (isList(value))
    return value.flatMap((item, index) => inspect(item, schema.items ?? {}, `${pointer}/${index}`, scope));
  if (isData(value))
    return [...inspectKeys(value, schema, pointer, scope), ...inspectProperties(value, schema, pointer, scope)];
  if (typeof value !== 'string' && typeof value !== 'number') return [];
  const known = namesFor(schema, scope);
  if (known === null || known.members.includes(String(value))) return [];
  // ITEM-PERSON-SEVERAL reports several people in a field for one.
  if (schema.refersTo === 'person' && String(value).split('、').every((name) => known.members.includes(name))) return [];
  return [unknownFinding(String(value), known, pointer, scope)];
}

const referringSchemas = new WeakMap<Schema, boolean>();

/** False if nothing in the schema is tied to a list, as in most of a front matter; such values are skipped. */
function mayRefer(schema: Schema): boolean {
  const known = referringSchemas.get(schema);
  if (known !== undefined) return known;
  const parts = [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : [])];
  const isTied = [schema.set, schema.refersTo, schema.keyedBy].some((name) => name !== undefined);
  const may = isTied || parts.some(mayRefer);
  referringSchemas.set(schema, may);
  return may;
}

function inspectProperties(
  value: { readonly [key: string]: Value },
  schema: Schema,
  pointer: string,
  scope: ReferenceContext,
): readonly Finding[] {
  const entries = Object.entries(schema.properties ?? {}).filter(([, property]) => mayRefer(property));
  return entries.flatMap(([key, property]) => inspect(value[key], property, `${pointer}/${key}`, scope));
}

function inspectKeys(
  value: { readonly [key: string]: Value },
  schema: Schema,
  pointer: string,
  scope: ReferenceContext,
): readonly Finding[] {
  if (schema.keyedBy === undefined) return [];
  const known = setMembers(schema.keyedBy, scope);
  return Object.keys(value)
    .filter((key) => !known.members.includes(key))
    .map((key) => unknownFinding(key, known, `${pointer}/${key}`, scope));
}

/** The allowed values of a field, with a name of the list for messages. */
interface KnownNames {
  readonly name: string;
  readonly members: readonly string[];
}

function namesFor({ set, refersTo }: Schema, scope: ReferenceContext): KnownNames | null {
  if (set !== undefined) return cachedNames(scope, `set/${set}`, () => setMembers(set, scope));
  if (refersTo !== undefined) return cachedNames(scope, `${scope.unit}/${refersTo}`, () => namesReferredTo(refersTo, scope));
  return null;
}

// Every name in a unit's documents needs the unit's list of people, so lists are computed once for each project.
const namesByProject = new WeakMap<Project, Map<string, KnownNames | null>>();

function cachedNames({ project }: ReferenceContext, name: string, make: () => KnownNames | null): KnownNames | null {
  const made = namesByProject.get(project) ?? new Map<string, KnownNames | null>();
  namesByProject.set(project, made);
  const known = made.get(name);
  if (known !== undefined) return known;
  const list = make();
  made.set(name, list);
  return list;
}

function setMembers(key: string, { project }: ReferenceContext): KnownNames {
  const set = findSet(project.campaign, key);
  return { name: set ? `活动的“${set.name}”` : `活动的集合 ${key}`, members: set?.members ?? [] };
}

function namesReferredTo(name: string, { project, unit }: ReferenceContext): KnownNames | null {
  const { campaign } = project;
  const sibling = (kind: string): Entry | undefined => documentsOfUnit(project, unit)?.documents.get(kind);
  switch (name) {
    case 'person':
      // A missing unit is reported once, not for every name.
      if (!documentsOfUnit(project, unit)) return null;
      return { name: '本单位的人员名单（unit.md）', members: peopleOf(project, unit) };
    case 'step':
      return { name: '活动的环节编号', members: campaign.steps.map(({ id }) => id) };
    case 'phase':
      return { name: '活动的阶段编号', members: campaign.phases.map(({ id }) => id) };
    case 'kind':
      return { name: '文种', members: project.kinds.map(({ id }) => id) };
    case 'kindName':
      return { name: '文种', members: project.kinds.flatMap(({ id, label }) => [label, id]) };
    case 'unit':
      return { name: '单位', members: project.unitIds };
    case 'inspectionGroup':
      return { name: '活动的检查组', members: campaign.inspectionGroups.map(({ id }) => id) };
    case 'problem':
      return idsOf('本单位聚焦提炼问题报告的问题编号', sibling('problems'), 'problems');
    case 'item':
      return idsOf('本单位整改落实方案的事项序号', sibling('rectification'), 'items');
    default:
      return null;
  }
}

function idsOf(name: string, entry: Entry | undefined, list: string): KnownNames | null {
  return entry ? { name, members: recordsAt(entry.data, list).map((record) => scalarText(record['id'])) } : null;
}

function peopleOf(project: Project, unit: string): readonly string[] {
  const data = documentsOfUnit(project, unit)?.unit.data;
  return data ? recordsAt(data, 'people').map((person) => textAt(person, 'name')) : [];
}

function unknownFinding(value: string, known: KnownNames, pointer: string, { file }: ReferenceContext): Finding {
  return {
    message: `“${value}”不在${known.name}里`,
    span: placeOf(file, pointer),
    hint: known.members.length > 40 ? '核对写法是否一致。' : `应是其中之一：${known.members.join('、')}。`,
  };
}
