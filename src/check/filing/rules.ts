import type { Rule } from '../rule.js';
import { enclosures } from './enclosure-file-missing.js';
import { filingDue } from './filing-late.js';
import { enclosed } from './filing-material-missing.js';
import { unready } from './filing-material-unready.js';
import { recipients } from './recipient-missed.js';
import { unapproved } from './review-returned.js';
import { summaryFiled } from './summary-filed-undated.js';

export const filingRules: readonly Rule[] = [
  enclosed,
  unready,
  unapproved,
  filingDue,
  summaryFiled,
  recipients,
  enclosures,
];
