import { beforeAll, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { Project } from '../../src/model/project.js';
import { positionAt } from '../../src/model/span.js';
import { loadSample } from '../support/sample.js';

let project: Project;
let found: readonly Diagnostic[];

beforeAll(async () => {
  const { value, diagnostics } = await loadSample();
  project = value!;
  found = diagnostics;
});

function whereabouts({ code, severity, span }: Diagnostic): string {
  const line = span ? positionAt(project.sources.get(span.path)?.text ?? '', span.start).line : 0;
  return `${severity} ${code} ${span?.path.replace('content/units/', '') ?? ''}:${line}`;
}

/** What the sample district is meant to show, by its twelve situations. Nothing else may be found in it. */
const SITUATIONS: Readonly<Record<string, readonly string[]>> = {
  'unit 4: the analysis came back as a work summary, its second version is six days late': [
    'warning DELIVERABLE-LATE zhujian/analysis.md:4',
    'warning STEP-ACT-OUTSIDE zhujian/analysis.md:19',
  ],
  'unit 5: 113 of 133 is 84.96 %, below 85 %': ['warning SURVEY-TIER-LOW zhengwu-fuwu/survey.md:13'],
  'unit 6: 55 of 72 is 76.39 %, into the next batch': ['warning SURVEY-TIER-LOW zonghe-zhifa/survey.md:9'],
  'unit 9: plan approved late, mobilised on 16 March, summary a draft without number and date': [
    'warning DELIVERABLE-LATE qixiangzhan/plan.md:4',
    'warning MOBILISATION-LATE qixiangzhan/plan.md:16',
    'warning SCHEMA-MISSING qixiangzhan/summary.md:1',
    'warning SCHEMA-MISSING qixiangzhan/summary.md:1',
  ],
  'unit 10: one village cut off by the landslip, 1146 households and 1139 forms': [
    'warning HOUSEHOLD-FORM-SHORT yantang/problems.md:15',
    'warning HOUSEHOLD-FORM-SHORT yantang/problems.md:16',
    'warning HOUSEHOLD-FORM-SHORT yantang/problems.md:17',
    'warning VILLAGE-UNVISITED yantang/problems.md:18',
  ],
};

describe('the sample district', () => {
  it('is found to have what its situations are meant to show, and nothing else', () => {
    expect(found.map(whereabouts).sort()).toEqual(Object.values(SITUATIONS).flat().sort());
  });
});
