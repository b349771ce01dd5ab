import type { Rule } from '../rule.js';
import { audienceMissed } from './audience-missed.js';
import { institutionUndated } from './institution-undated.js';
import { itemDeadlineOutside } from './item-deadline-outside.js';
import { itemFiveEmpty } from './item-five-empty.js';
import { itemPersonSeveral } from './item-person-several.js';
import { itemScheduleMissing } from './item-schedule-missing.js';
import { ledgerClosedLater } from './ledger-closed-later.js';
import { ledgerEvidenceMissing } from './ledger-evidence-missing.js';
import { ledgerItemMissing } from './ledger-item-missing.js';
import { ledgerItemOverdue } from './ledger-item-overdue.js';
import { ledgerVerifierSelf } from './ledger-verifier-self.js';
import { publicationLate } from './publication-late.js';

export const rectificationRules: readonly Rule[] = [
  itemFiveEmpty,
  itemPersonSeveral,
  itemDeadlineOutside,
  itemScheduleMissing,
  institutionUndated,
  ledgerItemMissing,
  ledgerEvidenceMissing,
  ledgerVerifierSelf,
  ledgerItemOverdue,
  ledgerClosedLater,
  audienceMissed,
  publicationLate,
];
