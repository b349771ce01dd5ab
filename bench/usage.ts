import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

// NODE_OPTIONS loads this module into a measured process. On exit it writes the resource usage to a file.
const path = process.env['BENCH_USAGE'] ?? '';
if (isMainThread && path !== '') {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    writeFileSync(path, JSON.stringify({ peak: maxRSS * 1024, cpu: (userCPUTime + systemCPUTime) / 1000 }));
  });
}
