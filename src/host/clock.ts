import { performance } from 'node:perf_hooks';
import type { Clock } from '../model/ports.js';

/** Milliseconds since the process began, which never go back; and the day that the machine's calendar shows. */
export const systemClock: Clock = { now: () => performance.now(), today: () => localDay(new Date()) };

function localDay(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
