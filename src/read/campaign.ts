import { dataAt, recordsAt, textAt, textsAt } from '../model/data.js';
import type { Data } from '../model/data.js';
import type { Campaign, Deliverable, NamedSet, Organs, Phase, Step, Tier } from '../model/campaign.js';

/** The campaign's validated front matter as the types that the code compares and counts with. */
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
    })),
    villages: textsAt(data, 'villages'),
    sets: [...recordsAt(data, 'sets').map(toSet), ...ownSets(data)],
    tiers: recordsAt(data, 'tiers').map(toTier),
  };
}

/** Lists of the campaign that content refers to as sets, beside those that it names itself. */
function ownSets(data: Data): readonly NamedSet[] {
  const own = (key: string, name: string): NamedSet => ({ key, name, members: textsAt(data, key), favourable: [] });
  return [own('unitKinds', '单位类别'), own('villages', '村')];
}

function toOrgans(organs: Data): Organs {
  const office = textAt(organs, 'office');
  return {
    superior: textAt(organs, 'superior'),
    leadingGroup: textAt(organs, 'leadingGroup'),
    office,
    printer: textAt(organs, 'printer') || office,
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
  };
}

function toSet(set: Data): NamedSet {
  return {
    key: textAt(set, 'key'),
    name: textAt(set, 'name'),
    members: textsAt(set, 'members'),
    favourable: textsAt(set, 'favourable'),
  };
}

function toTier(tier: Data): Tier {
  return { name: textAt(tier, 'name'), from: Number(tier['from']), consequence: textAt(tier, 'consequence') };
}
