import type { Rule } from '../rule.js';
import { analysisOrderWrong } from './analysis-order-wrong.js';
import { deliverableLate } from './deliverable-late.js';
import { deliverableSkipped } from './deliverable-skipped.js';
import { evaluationOrderWrong } from './evaluation-order-wrong.js';
import { filingOrderWrong } from './filing-order-wrong.js';
import { meetingOrderWrong } from './meeting-order-wrong.js';
import { mobilisationEarly } from './mobilisation-early.js';
import { mobilisationLate } from './mobilisation-late.js';
import { mobilisationSpeakerOther } from './mobilisation-speaker-other.js';
import { phaseCalendarBroken } from './phase-calendar-broken.js';
import { planOrderWrong } from './plan-order-wrong.js';
import { presiderOther } from './presider-other.js';
import { printDateEarly } from './print-date-early.js';
import { rectificationOrderWrong } from './rectification-order-wrong.js';
import { researchOrderWrong } from './research-order-wrong.js';
import { stepActOutside } from './step-act-outside.js';
import { stepCalendarBroken } from './step-calendar-broken.js';
import { stepPlanMissing } from './step-plan-missing.js';
import { stepPlanOutside } from './step-plan-outside.js';
import { summaryOrderWrong } from './summary-order-wrong.js';

export const calendarRules: readonly Rule[] = [
  phaseCalendarBroken,
  stepCalendarBroken,
  stepPlanOutside,
  stepPlanMissing,
  stepActOutside,
  planOrderWrong,
  mobilisationLate,
  mobilisationEarly,
  mobilisationSpeakerOther,
  researchOrderWrong,
  meetingOrderWrong,
  analysisOrderWrong,
  presiderOther,
  evaluationOrderWrong,
  filingOrderWrong,
  rectificationOrderWrong,
  summaryOrderWrong,
  printDateEarly,
  deliverableLate,
  deliverableSkipped,
];
