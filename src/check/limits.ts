import type { RuleSetting } from '../model/campaign.js';
import { placeOf } from '../model/origin.js';
import type { Project } from '../model/project.js';
import type { Related } from '../model/diagnostic.js';

/** Whether a share meets a limit in whole per cent; compared in integers. */
export function shareMeetsLimit(part: number, whole: number, { op, value }: RuleSetting): boolean {
  return value === null || meetsLimit(100 * part, whole * value, op);
}

/** Whether a number meets a limit. */
export function meetsLimit(actual: number, limit: number, op: RuleSetting['op']): boolean {
  if (op === '至多') return actual <= limit;
  return op === '等于' ? actual === limit : actual >= limit;
}

/** The limit in words, such as 至少10天. */
export function limitText({ op, value, measure }: RuleSetting): string {
  return `${op}${value ?? ''}${measure}`;
}

/** The place in the campaign file that sets the limit. */
export function settingReference({ campaignFile }: Project, { index, metric }: RuleSetting): Related {
  return {
    message: metric === '' ? '活动的规定' : `活动的规定：${metric}`,
    span: placeOf(campaignFile, `/rules/${index}`),
  };
}
