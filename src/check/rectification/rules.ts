import type { Rule } from '../rule.js';
import { audience } from './audience-missed.js';
import { institutions } from './institution-undated.js';
import { deadline } from './item-deadline-outside.js';
import { fiveClear } from './item-five-empty.js';
import { onePerson } from './item-person-several.js';
import { schedule } from './item-schedule-missing.js';
import { closedLater } from './ledger-closed-later.js';
import { unproved } from './ledger-evidence-missing.js';
import { unlisted } from './ledger-item-missing.js';
import { overdue } from './ledger-item-overdue.js';
import { selfVerified } from './ledger-verifier-self.js';
import { publication } from './publication-late.js';

export const rectificationRules: readonly Rule[] = [
  fiveClear,
  onePerson,
  deadline,
  schedule,
  institutions,
  unlisted,
  unproved,
  selfVerified,
  overdue,
  closedLater,
  audience,
  publication,
];
