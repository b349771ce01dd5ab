import type { Rule } from '../rule.js';
import { attendance } from './attendance-over-due.js';
import { cadres } from './cadre-coverage-short.js';
import { contacts } from './contact-slot-empty.js';
import { forms } from './household-form-short.js';
import { lectures } from './lecture-topic-missing.js';
import { meetingNotice } from './meeting-notice-short.js';
import { quorum } from './meeting-quorum-short.js';
import { mobilisationAttendance } from './mobilisation-attendance-low.js';
import { observers } from './observer-missing.js';
import { books } from './reading-list-incomplete.js';
import { researchLong } from './research-days-impossible.js';
import { researchShort } from './research-days-short.js';
import { statements } from './statement-missing.js';
import { quotas } from './study-quota-short.js';
import { villagesUncovered } from './village-uncovered.js';
import { villages } from './village-unvisited.js';

export const studyRules: readonly Rule[] = [
  lectures,
  books,
  quotas,
  researchShort,
  researchLong,
  villages,
  villagesUncovered,
  forms,
  cadres,
  contacts,
  attendance,
  mobilisationAttendance,
  meetingNotice,
  quorum,
  observers,
  statements,
];
