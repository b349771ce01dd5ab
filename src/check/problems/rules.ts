import type { Rule } from '../rule.js';
import { analysisLikeSummary } from './analysis-like-summary.js';
import { benchmarkUnanswered } from './benchmark-unanswered.js';
import { causeSubjectiveFew } from './cause-subjective-few.js';
import { opinionAdoptedOver } from './opinion-adopted-over.js';
import { opinionDateWrong } from './opinion-date-wrong.js';
import { opinionReasonMissing } from './opinion-reason-missing.js';
import { opinionTotalWrong } from './opinion-total-wrong.js';
import { problemBodyMissing } from './problem-body-missing.js';
import { problemCauseMissing } from './problem-cause-missing.js';
import { problemClassSilent } from './problem-class-silent.js';
import { problemItemMissing } from './problem-item-missing.js';
import { problemMeasureMissing } from './problem-measure-missing.js';
import { problemSourceUnknown } from './problem-source-unknown.js';
import { problemUnsourced } from './problem-unsourced.js';

export const problemRules: readonly Rule[] = [
  opinionDateWrong,
  opinionTotalWrong,
  problemClassSilent,
  benchmarkUnanswered,
  problemUnsourced,
  problemSourceUnknown,
  problemBodyMissing,
  analysisLikeSummary,
  problemCauseMissing,
  causeSubjectiveFew,
  problemMeasureMissing,
  problemItemMissing,
  opinionAdoptedOver,
  opinionReasonMissing,
];
