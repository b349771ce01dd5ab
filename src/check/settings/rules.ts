import type { Rule } from '../rule.js';
import { dueDates } from './deliverable-due-early.js';
import { campaignReferences } from './campaign-reference-unknown.js';
import { sets } from './set-size-wrong.js';
import { settingsRule } from './rule-setting-wrong.js';
import { tiers } from './tier-order-wrong.js';

/** Rules about the campaign's own file; `known` are all the rules that it may set. */
export function campaignRules(known: () => readonly Rule[]): readonly Rule[] {
  return [sets, tiers, dueDates, campaignReferences, settingsRule(known)];
}
