import type { Rule } from '../rule.js';
import { bulletinArticleMissing } from './bulletin-article-missing.js';
import { bulletinDateOrder } from './bulletin-date-order.js';
import { bulletinNumberBroken } from './bulletin-number-broken.js';
import { bulletinTotalBroken } from './bulletin-total-broken.js';
import { docNumberOrder } from './doc-number-order.js';
import { docNumberPrefix } from './doc-number-prefix.js';
import { docNumberTwice } from './doc-number-twice.js';
import { docNumberYear } from './doc-number-year.js';

export const bulletinRules: readonly Rule[] = [
  bulletinNumberBroken,
  bulletinTotalBroken,
  bulletinDateOrder,
  bulletinArticleMissing,
  docNumberTwice,
  docNumberYear,
  docNumberPrefix,
  docNumberOrder,
];
