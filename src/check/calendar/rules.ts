import type { Rule } from '../rule.js';
import { analysisOrder } from './analysis-order-wrong.js';
import { deliverableLate } from './deliverable-late.js';
import { deliverableSkipped } from './deliverable-skipped.js';
import { evaluationOrder } from './evaluation-order-wrong.js';
import { filingOrder } from './filing-order-wrong.js';
import { meetingOrder } from './meeting-order-wrong.js';
import { mobilisationEarly } from './mobilisation-early.js';
import { mobilisationLate } from './mobilisation-late.js';
import { mobilisationSpeaker } from './mobilisation-speaker-other.js';
import { phases } from './phase-calendar-broken.js';
import { planOrder } from './plan-order-wrong.js';
import { presider } from './presider-other.js';
import { printOrder } from './print-date-early.js';
import { rectificationOrder } from './rectification-order-wrong.js';
import { researchOrder } from './research-order-wrong.js';
import { stepActs } from './step-act-outside.js';
import { steps } from './step-calendar-broken.js';
import { stepPlansMissing } from './step-plan-missing.js';
import { stepPlans } from './step-plan-outside.js';
import { summaryOrder } from './summary-order-wrong.js';

export const calendarRules: readonly Rule[] = [
  phases,
  steps,
  stepPlans,
  stepPlansMissing,
  stepActs,
  planOrder,
  mobilisationLate,
  mobilisationEarly,
  mobilisationSpeaker,
  researchOrder,
  meetingOrder,
  analysisOrder,
  presider,
  evaluationOrder,
  filingOrder,
  rectificationOrder,
  summaryOrder,
  printOrder,
  deliverableLate,
  deliverableSkipped,
];
