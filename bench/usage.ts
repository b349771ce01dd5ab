import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

// Loaded into a measured process before its own program, by NODE_OPTIONS; it leaves what the process used behind.
const path = process.env['BENCH_USAGE'] ?? '';
if (isMainThread && path !== '') {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    writeFileSync(path, JSON.stringify({ peak: maxRSS * 1024, cpu: (userCPUTime + systemCPUTime) / 1000 }));
  });
}
