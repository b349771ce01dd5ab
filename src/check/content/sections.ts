import { findSet } from '../../model/campaign.js';
import type { Campaign } from '../../model/campaign.js';
import type { SectionRule } from '../../model/kind.js';

/** A section that a document should have, with its subsections. */
export interface RequiredSection {
  readonly title: string;
  readonly parts: readonly string[];
  readonly optional: boolean;
}

/** The sections that a kind requires; a rule with `each` yields one for every member. */
export function requiredSections(rules: readonly SectionRule[], campaign: Campaign): readonly RequiredSection[] {
  return rules.flatMap(({ title, each, parts, optional }) => {
    const titles = each === '' ? [title] : membersOf(each, campaign).map((member) => title.replace('{}', member));
    return titles.map((name) => ({ title: name, parts: parts === '' ? [] : membersOf(parts, campaign), optional }));
  });
}

/** The names of the campaign's steps for `steps`, the members of a campaign set for any other key. */
function membersOf(key: string, campaign: Campaign): readonly string[] {
  return key === 'steps' ? campaign.steps.map((step) => step.name) : (findSet(campaign, key)?.members ?? []);
}
