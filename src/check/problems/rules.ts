import type { Rule } from '../rule.js';
import { proportions } from './analysis-like-summary.js';
import { benchmarks } from './benchmark-unanswered.js';
import { subjective } from './cause-subjective-few.js';
import { adopted } from './opinion-adopted-over.js';
import { opinionDates } from './opinion-date-wrong.js';
import { unreasoned } from './opinion-reason-missing.js';
import { opinionTotals } from './opinion-total-wrong.js';
import { ownProblems } from './problem-body-missing.js';
import { causes } from './problem-cause-missing.js';
import { classes } from './problem-class-silent.js';
import { items } from './problem-item-missing.js';
import { measures } from './problem-measure-missing.js';
import { unknownSources } from './problem-source-unknown.js';
import { unsourced } from './problem-unsourced.js';

export const problemRules: readonly Rule[] = [
  opinionDates,
  opinionTotals,
  classes,
  benchmarks,
  unsourced,
  unknownSources,
  ownProblems,
  proportions,
  causes,
  subjective,
  measures,
  items,
  adopted,
  unreasoned,
];
