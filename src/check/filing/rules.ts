import type { Rule } from '../rule.js';
import { enclosureFileMissing } from './enclosure-file-missing.js';
import { filingLate } from './filing-late.js';
import { filingMaterialMissing } from './filing-material-missing.js';
import { filingMaterialUnready } from './filing-material-unready.js';
import { recipientMissed } from './recipient-missed.js';
import { reviewReturned } from './review-returned.js';
import { summaryFiledUndated } from './summary-filed-undated.js';

export const filingRules: readonly Rule[] = [
  filingMaterialMissing,
  filingMaterialUnready,
  reviewReturned,
  filingLate,
  summaryFiledUndated,
  recipientMissed,
  enclosureFileMissing,
];
