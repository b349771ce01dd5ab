import { mastheadModeNamed } from '../model/campaign.js';
import { countAt, dataAt, recordsAt, scalarText, textAt, textsAt } from '../model/data.js';
import type { Data } from '../model/data.js';
import type {
  Campaign,
  Comparison,
  Deliverable,
  Layout,
  NamedSet,
  Organs,
  Phase,
  RuleSetting,
  Statistic,
  Step,
  Tier,
} from '../model/campaign.js';

/** Converts the campaign's validated front matter to typed values. */
export function toCampaign(data: Data): Campaign {
  return {
    id: textAt(data, 'id'),
    name: textAt(data, 'name'),
    shortName: textAt(data, 'shortName'),
    year: Number(data['year']),
    from: textAt(data, 'from'),
    to: textAt(data, 'to'),
    organs: toOrgans(dataAt(data, 'organs')),
    phases: recordsAt(data, 'phases').map(toPhase),
    steps: recordsAt(data, 'steps').map(toStep),
    deliverables: recordsAt(data, 'deliverables').map(toDeliverable),
    unitKinds: textsAt(data, 'unitKinds'),
    inspectionGroups: recordsAt(data, 'inspectionGroups').map((group) => ({
      id: textAt(group, 'id'),
      name: textAt(group, 'name'),
      head: textAt(group, 'head'),
    })),
    villages: textsAt(data, 'villages'),
    sets: [...recordsAt(data, 'sets').map(toSet), ...builtInSets(data)],
    tiers: recordsAt(data, 'tiers').map(toTier),
    leadUnit: textAt(data, 'leadUnit'),
    unitRequired: textsAt(data, 'unitRequired'),
    audiences: recordsAt(data, 'audiences').map((item) => ({
      name: textAt(item, 'name'),
      words: [textAt(item, 'name'), ...textsAt(item, 'words')],
    })),
    statistics: recordsAt(data, 'statistics').map(toStatistic),
    settings: recordsAt(data, 'rules').map(toSetting),
    terms: textsAt(data, 'terms'),
    aliases: new Map(Object.entries(dataAt(data, 'aliases')).map(([alias, name]) => [alias, scalarText(name)])),
    layout: toLayout(dataAt(data, 'layout')),
    bulletinsBefore: countAt(dataAt(data, 'bulletins'), 'totalBefore'),
  };
}

/** Campaign lists that content may refer to as sets, in addition to the declared `sets`. */
function builtInSets(data: Data): readonly NamedSet[] {
  const setOf = (key: string, name: string): NamedSet => ({ ...toSet({ key, name }), members: textsAt(data, key) });
  return [setOf('unitKinds', '单位类别'), setOf('villages', '村')];
}

function toOrgans(organs: Data): Organs {
  const office = textAt(organs, 'office');
  return {
    superior: textAt(organs, 'superior'),
    leadingGroup: textAt(organs, 'leadingGroup'),
    office,
    printer: textAt(organs, 'printer') || office,
    docPrefix: textAt(organs, 'docPrefix'),
  };
}

function toLayout(layout: Data): Layout {
  return {
    masthead: mastheadModeNamed(textAt(layout, 'masthead')) ?? 'drawn',
    geometry: textAt(layout, 'geometry') === 'GB/T 33476.2' ? 'gbt33476' : 'gbt9704',
    evenColophon: textAt(layout, 'colophon') === '双页',
  };
}

function toPhase(phase: Data): Phase {
  return { id: textAt(phase, 'id'), name: textAt(phase, 'name'), from: textAt(phase, 'from'), to: textAt(phase, 'to') };
}

function toStep(step: Data): Step {
  return { ...toPhase(step), phase: textAt(step, 'phase') };
}

function toDeliverable(item: Data): Deliverable {
  return {
    kind: textAt(item, 'kind'),
    step: textAt(item, 'step'),
    due: textAt(item, 'due'),
    unitKinds: textsAt(item, 'unitKinds'),
    fileTo: textsAt(item, 'fileTo'),
    audience: textsAt(item, 'audience'),
    materials: textsAt(item, 'materials'),
  };
}

function toSet(set: Data): NamedSet {
  return {
    key: textAt(set, 'key'),
    name: textAt(set, 'name'),
    members: textsAt(set, 'members'),
    favourable: textsAt(set, 'favourable'),
    size: typeof set['size'] === 'number' ? set['size'] : null,
    explained: textsAt(set, 'explained'),
    closing: textsAt(set, 'closing'),
    lasting: textsAt(set, 'lasting'),
  };
}

function toTier(tier: Data): Tier {
  return {
    name: textAt(tier, 'name'),
    from: Number(tier['from']),
    consequence: textAt(tier, 'consequence'),
    record: textAt(tier, 'record') as Tier['record'],
  };
}

function toStatistic(item: Data): Statistic {
  return { figure: textAt(item, 'figure'), names: textsAt(item, 'names') };
}

const SEVERITIES: Readonly<Record<string, RuleSetting['severity']>> = { 错误: 'error', 警告: 'warning', 不查: 'off' };

function toSetting(item: Data, index: number): RuleSetting {
  return {
    index,
    code: textAt(item, 'id'),
    metric: textAt(item, 'metric'),
    op: (textAt(item, 'op') || '至少') as Comparison,
    value: typeof item['value'] === 'number' ? item['value'] : null,
    date: textAt(item, 'date'),
    measure: textAt(item, 'unit'),
    names: textsAt(item, 'names'),
    sections: textsAt(item, 'sections'),
    kinds: textsAt(item, 'kinds'),
    unitKinds: textsAt(item, 'unitKinds'),
    audience: textsAt(item, 'audience'),
    perMember: item['perMember'] === true,
    severity: SEVERITIES[textAt(item, 'severity')] ?? null,
    reason: textAt(item, 'reason'),
  };
}
