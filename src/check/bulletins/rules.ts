import type { Rule } from '../rule.js';
import { takenArticles } from './bulletin-article-missing.js';
import { bulletinDates } from './bulletin-date-order.js';
import { bulletinNumbers } from './bulletin-number-broken.js';
import { bulletinTotals } from './bulletin-total-broken.js';
import { numberOrder } from './doc-number-order.js';
import { numberPrefix } from './doc-number-prefix.js';
import { numberTwice } from './doc-number-twice.js';
import { numberYear } from './doc-number-year.js';

export const bulletinRules: readonly Rule[] = [
  bulletinNumbers,
  bulletinTotals,
  bulletinDates,
  takenArticles,
  numberTwice,
  numberYear,
  numberPrefix,
  numberOrder,
];
