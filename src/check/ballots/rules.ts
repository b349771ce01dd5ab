import type { Rule } from '../rule.js';
import { ballotCounts } from './ballot-count-wrong.js';
import { dimensions } from './ballot-dimension-missing.js';
import { raters } from './ballot-raters-wrong.js';
import { ballotSums } from './ballot-sum-wrong.js';
import { carried } from './survey-carried-closed.js';
import { surveyKinds } from './survey-kind-missing.js';
import { surveyRecord } from './survey-record-missing.js';
import { surveyRounds } from './survey-round-order.js';
import { surveyTier } from './survey-tier-low.js';

export const ballotRules: readonly Rule[] = [
  ballotCounts,
  ballotSums,
  raters,
  dimensions,
  surveyKinds,
  surveyRounds,
  surveyTier,
  surveyRecord,
  carried,
];
