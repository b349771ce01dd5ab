import type { Rule } from '../rule.js';
import { deliverableDueEarly } from './deliverable-due-early.js';
import { campaignReferenceUnknown } from './campaign-reference-unknown.js';
import { setSizeWrong } from './set-size-wrong.js';
import { ruleSettingWrong } from './rule-setting-wrong.js';
import { tierOrderWrong } from './tier-order-wrong.js';

/** Rules about the campaign file; `rules` returns all rules that the campaign may configure. */
export function campaignRules(rules: () => readonly Rule[]): readonly Rule[] {
  return [setSizeWrong, tierOrderWrong, deliverableDueEarly, campaignReferenceUnknown, ruleSettingWrong(rules)];
}
