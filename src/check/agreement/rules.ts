import type { Rule } from '../rule.js';
import { figureDisagrees } from './figure-disagrees.js';
import { recordNumberTwice } from './record-number-twice.js';
import { returnUnrecorded } from './return-unrecorded.js';
import { versionHistoryWrong } from './version-history-wrong.js';

export const agreementRules: readonly Rule[] = [
  figureDisagrees,
  recordNumberTwice,
  versionHistoryWrong,
  returnUnrecorded,
];
