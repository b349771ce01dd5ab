import type { Rule } from '../rule.js';
import { summaryFigures } from './figure-disagrees.js';
import { identifiers } from './record-number-twice.js';
import { returned } from './return-unrecorded.js';
import { versions } from './version-history-wrong.js';

export const agreementRules: readonly Rule[] = [summaryFigures, identifiers, versions, returned];
