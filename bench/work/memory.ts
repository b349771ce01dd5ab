import { join } from 'node:path';
import { generate } from '../generate.js';
import { runHongtou } from '../measure.js';
import { atMost, plain } from '../table.js';
import type { Figure } from '../table.js';

/** Measures the peak memory of Node with 100 and 1,000 units, DOCX only, since the browser is a separate process. */
export async function measureMemory(folder: string): Promise<readonly Figure[]> {
  const peaks: number[] = [];
  for (const units of [100, 1000]) {
    const workspace = join(folder, `memory-${units}`);
    await generate(units, 'memory', workspace);
    const { peak } = await runHongtou(
      'build',
      '--format',
      'docx',
      '--workspace',
      workspace,
      '--out',
      `${workspace}-out`,
    );
    peaks.push(peak / 2 ** 20);
  }
  const [few = 1, many = 0] = peaks;
  return [
    plain('peak memory of Node, 100 units, DOCX only', few, 'MB'),
    plain('peak memory of Node, 1,000 units, DOCX only', many, 'MB'),
    atMost('1,000 units against 100', many / few, '×', 1.5),
  ];
}
