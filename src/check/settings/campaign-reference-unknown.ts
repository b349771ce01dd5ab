import { isData, isList } from '../../model/data.js';
import type { Value } from '../../model/data.js';
import type { Project } from '../../model/project.js';
import { placedRecord, placedRecordsAt, spanAt } from '../record.js';
import type { PlacedRecord } from '../record.js';
import type { Finding, Rule } from '../rule.js';

/** Every name to which the campaign file refers exists. A mistyped name would silently disable checks. */
export const campaignReferenceUnknown: Rule = {
  code: 'CAMPAIGN-REFERENCE-UNKNOWN',
  severity: 'error',
  title: '活动文件引用的名称要能找到',
  detail:
    '先行单位、应报材料的文种和环节、规则的文种和单位类别、单位必填的项目，写错一个字，靠它的检查就悄悄不做了。名称以单位文件夹、模板和活动文件自己的清单为准。',
  source: '活动文件自身要前后一致',
  examples: {
    good: { file: 'campaign.md', lines: '先行单位: jiedao' },
    bad: { file: 'campaign.md', lines: '先行单位: jiedoa' },
  },
  scope: 'whole',
  run: (project) => {
    const campaign = placedRecord(project.campaignFile);
    const known = namesOf(project);
    const top = Object.keys(known.top).flatMap((key) => inspect(campaign, key, known.top[key] ?? []));
    const nested = Object.entries(known.nested).flatMap(([list, keys]) =>
      placedRecordsAt(campaign, list).flatMap((record) =>
        Object.keys(keys).flatMap((key) => inspect(record, key, keys[key] ?? [])),
      ),
    );
    return [...top, ...nested];
  },
};

type NamesByField = Readonly<Record<string, readonly string[]>>;

/** The names that the fields of the campaign may have: top-level fields, and fields of the records in its lists. */
function namesOf(project: Project): {
  readonly top: NamesByField;
  readonly nested: Readonly<Record<string, NamesByField>>;
} {
  const { campaign, kinds, units, unitSchema } = project;
  const kindIds = kinds.map(({ id }) => id);
  const labels = Object.values(unitSchema.properties ?? {}).flatMap(({ title }) => title ?? []);
  return {
    top: { leadUnit: units.map(({ id }) => id), unitRequired: labels },
    nested: {
      deliverables: {
        kind: kindIds,
        materials: kindIds,
        step: campaign.steps.map(({ id }) => id),
        unitKinds: campaign.unitKinds,
      },
      rules: { kinds: kindIds, unitKinds: campaign.unitKinds },
    },
  };
}

function inspect(record: PlacedRecord, key: string, known: readonly string[]): readonly Finding[] {
  const value: Value | undefined = record.data[key];
  const words = isList(value) ? value : isData(value) ? [] : [value];
  return words.flatMap((word, index) => {
    if (typeof word !== 'string' || word === '' || known.includes(word)) return [];
    return [
      {
        message: `“${word}”找不到`,
        span: spanAt(record, isList(value) ? `${key}/${index}` : key),
        hint: `应是其中之一：${known.join('、')}。`,
      },
    ];
  });
}
