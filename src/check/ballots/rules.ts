import type { Rule } from '../rule.js';
import { ballotCountWrong } from './ballot-count-wrong.js';
import { ballotDimensionMissing } from './ballot-dimension-missing.js';
import { ballotRatersWrong } from './ballot-raters-wrong.js';
import { ballotSumWrong } from './ballot-sum-wrong.js';
import { surveyCarriedClosed } from './survey-carried-closed.js';
import { surveyKindMissing } from './survey-kind-missing.js';
import { surveyRecordMissing } from './survey-record-missing.js';
import { surveyRoundOrder } from './survey-round-order.js';
import { surveyTierLow } from './survey-tier-low.js';

export const ballotRules: readonly Rule[] = [
  ballotCountWrong,
  ballotSumWrong,
  ballotRatersWrong,
  ballotDimensionMissing,
  surveyKindMissing,
  surveyRoundOrder,
  surveyTierLow,
  surveyRecordMissing,
  surveyCarriedClosed,
];
