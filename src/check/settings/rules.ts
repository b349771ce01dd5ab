import type { Rule } from '../rule.js';
import { deliverableDueEarly } from './deliverable-due-early.js';
import { campaignReferenceUnknown } from './campaign-reference-unknown.js';
import { setSizeWrong } from './set-size-wrong.js';
import { ruleSettingWrong } from './rule-setting-wrong.js';
import { tierOrderWrong } from './tier-order-wrong.js';

/** Rules about the campaign's own file; `known` are all the rules that it may set. */
export function campaignRules(known: () => readonly Rule[]): readonly Rule[] {
  return [setSizeWrong, tierOrderWrong, deliverableDueEarly, campaignReferenceUnknown, ruleSettingWrong(known)];
}
