import type { Rule } from '../rule.js';
import { attendanceOverDue } from './attendance-over-due.js';
import { cadreCoverageShort } from './cadre-coverage-short.js';
import { contactSlotEmpty } from './contact-slot-empty.js';
import { householdFormShort } from './household-form-short.js';
import { lectureTopicMissing } from './lecture-topic-missing.js';
import { meetingNoticeShort } from './meeting-notice-short.js';
import { meetingQuorumShort } from './meeting-quorum-short.js';
import { mobilisationAttendanceLow } from './mobilisation-attendance-low.js';
import { observerMissing } from './observer-missing.js';
import { readingListIncomplete } from './reading-list-incomplete.js';
import { researchDaysImpossible } from './research-days-impossible.js';
import { researchDaysShort } from './research-days-short.js';
import { statementMissing } from './statement-missing.js';
import { studyQuotaShort } from './study-quota-short.js';
import { villageUncovered } from './village-uncovered.js';
import { villageUnvisited } from './village-unvisited.js';

export const studyRules: readonly Rule[] = [
  lectureTopicMissing,
  readingListIncomplete,
  studyQuotaShort,
  researchDaysShort,
  researchDaysImpossible,
  villageUnvisited,
  villageUncovered,
  householdFormShort,
  cadreCoverageShort,
  contactSlotEmpty,
  attendanceOverDue,
  mobilisationAttendanceLow,
  meetingNoticeShort,
  meetingQuorumShort,
  observerMissing,
  statementMissing,
];
