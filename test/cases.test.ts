import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { createCompose } from '../src/compose/document.js';
import type { Diagnostic } from '../src/model/diagnostic.js';
import { plain, writePretty } from '../src/report/pretty.js';
import { writeText } from '../src/formats/text/document.js';
import { expectGolden } from './support/golden.js';
import { TINY, load, withWorkspace } from './support/workspace.js';

const CASES = join(import.meta.dirname, 'cases');

/** What comes of a workspace: every document as text, and every finding as a person reads it. */
async function outcome(
  folder: string,
  scopes: readonly string[],
): Promise<{ readonly docs: string; readonly findings: string }> {
  const { value: project, diagnostics } = await load(folder);
  const findings: Diagnostic[] = [...diagnostics];
  const docs: string[] = [];
  if (project) {
    const compose = createCompose(project);
    for (const entry of project.entries.filter(({ kind }) => scopes.includes(kind.scope))) {
      const doc = compose(entry);
      findings.push(...doc.diagnostics);
      docs.push(`# ${entry.id}\n\n${doc.value ? writeText(doc.value) : '（不生成）\n'}`);
    }
  }
  const text = writePretty(findings, project?.sources ?? new Map(), plain);
  return { docs: docs.join('\n'), findings: text === '' ? '（没有）\n' : `${text}\n` };
}

describe('the second campaign', () => {
  it('becomes the documents of its golden', async () => {
    const { docs, findings } = await outcome(TINY, ['content', 'project']);
    expectGolden(join(TINY, 'expected', 'docs.txt'), docs);
    expectGolden(join(TINY, 'expected', 'diagnostics.txt'), findings);
  });
});

describe('a case laid over the second campaign', () => {
  for (const name of readdirSync(CASES).sort()) {
    it(name, async () => {
      const { docs, findings } = await withWorkspace([TINY, join(CASES, name)], async (folder) => {
        // The draft has findings of its own, which no case is about.
        rmSync(join(folder, 'content', 'units', 'xiyuan'), { recursive: true });
        return outcome(folder, ['content']);
      });
      expectGolden(join(CASES, name, 'expected', 'diagnostics.txt'), findings);
      if (/^(four-levels|formats|names-with-marks|html-in-prose)$/.test(name))
        expectGolden(join(CASES, name, 'expected', 'docs.txt'), docs);
    });
  }
});
