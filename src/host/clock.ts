import { performance } from 'node:perf_hooks';
import type { Clock } from '../model/ports.js';

/** `now` is monotonic, in milliseconds since the process started; `today` is the local date. */
export const systemClock: Clock = { now: () => performance.now(), today: () => localDate(new Date()) };

function localDate(date: Date): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
