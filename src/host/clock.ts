import { performance } from 'node:perf_hooks';
import type { Clock } from '../model/ports.js';

/** Milliseconds since the process began; never goes back. */
export const systemClock: Clock = { now: () => performance.now() };
