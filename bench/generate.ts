import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { campaignFile, createDistrict } from './generate/campaign.js';
import { createFindings } from './generate/findings.js';
import { planFile, researchFile } from './generate/first-phase.js';
import { officeFiles } from './generate/office.js';
import { createRandom } from './generate/random.js';
import {
  analysisFile,
  evaluationFile,
  filingFile,
  meetingFile,
  opinionsFile,
  opinionsTable,
  problemsFile,
} from './generate/second-phase.js';
import {
  ledgerFile,
  ledgerTable,
  rectificationFile,
  rectificationTable,
  summaryFile,
  surveyFile,
} from './generate/third-phase.js';
import { createUnit, unitFile } from './generate/unit.js';
import type { UnitFacts } from './generate/unit.js';

/** Writes a workspace with `units` units to `out`. The seed determines facts of its content. */
export async function generate(units: number, seed: string, out: string): Promise<void> {
  const random = createRandom(seed);
  const district = createDistrict(random.fork('district'), units);
  const facts = Array.from({ length: units }, (_, index) => createUnit(district, index, random.fork(`unit-${index}`)));
  await save(out, 'campaign.md', campaignFile(district, facts[0]?.id ?? ''));
  for (const [path, text] of officeFiles(district, facts, random.fork('office'))) await save(out, path, text);
  for (const unit of facts) {
    for (const [name, text] of unitFiles(unit)) await save(out, `units/${unit.id}/${name}`, text);
  }
}

function unitFiles(unit: UnitFacts): readonly (readonly [string, string])[] {
  const findings = createFindings(unit);
  return [
    ['unit.md', unitFile(unit)],
    ['plan.md', planFile(unit)],
    ['research.md', researchFile(unit)],
    ['opinions.md', opinionsFile(unit)],
    ['opinions.csv', opinionsTable(unit, findings)],
    ['problems.md', problemsFile(unit, findings)],
    ['meeting.md', meetingFile(unit, findings)],
    ['analysis.md', analysisFile(unit, findings)],
    ['evaluation.md', evaluationFile(unit)],
    ['filing.md', filingFile(unit)],
    ['rectification.md', rectificationFile(unit, findings)],
    ['rectification.csv', rectificationTable(unit, findings)],
    ['ledger.md', ledgerFile(unit)],
    ['ledger.csv', ledgerTable(unit, findings)],
    ['survey.md', surveyFile(unit)],
    ['summary.md', summaryFile(unit, findings)],
  ];
}

async function save(out: string, path: string, text: string): Promise<void> {
  const full = join(out, 'content', path);
  await mkdir(dirname(full), { recursive: true });
  await writeFile(full, text);
}

if (process.argv[1] === import.meta.filename) {
  const options = {
    units: { type: 'string', default: '12' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
  } as const;
  const { units, seed, out } = parseArgs({ options }).values;
  if (out === undefined || !/^[1-9]\d*$/.test(units)) {
    process.stderr.write('node dist/bench/generate.js --units N --seed S --out DIR\n');
    process.exitCode = 2;
  } else await generate(Number(units), seed, out);
}
