import { describe, expect, it } from 'vitest';
import { assignFaces } from '../../../src/app/build/glyph-coverage.js';
import type { Faces, FaceTable } from '../../../src/model/ports.js';
import type { Project } from '../../../src/model/project.js';
import type { Role } from '../../../src/model/style.js';
import { createCompose } from '../../../src/compose/document.js';
import { TINY, load } from '../../support/workspace.js';

const roles: readonly Role[] = ['title', 'body', 'heading1', 'heading2', 'digits'];
const byRole = <T>(value: (role: Role) => T): Readonly<Record<Role, T>> =>
  Object.fromEntries(roles.map((role) => [role, value(role)])) as Record<Role, T>;
const table: FaceTable = byRole((role) => ({ role, official: role, family: `${role}-face`, substituted: false }));

function faces(stepIns: string, missing: string): Faces {
  const fallback = { family: 'rare', digest: '1', characters: new Set(stepIns) };
  return {
    table,
    fallbacks: byRole(() => (stepIns === '' ? [] : [fallback])),
    missing: byRole(() => new Set(missing)),
  };
}

async function fit(
  stepIns: string,
  missing: string,
): Promise<ReturnType<typeof assignFaces> & { readonly project: Project }> {
  const project = (await load(TINY)).value!;
  const compose = createCompose(project);
  const documents = project.entries.map((entry) => ({ entry, doc: () => compose(entry).value! }));
  return { ...assignFaces(documents, faces(stepIns, missing), project), project };
}

describe('the faces of a document', () => {
  it('are those of the machine where nothing is lacking', async () => {
    const { value, diagnostics } = await fit('', '');
    expect(diagnostics).toEqual([]);
    expect(value.every((own) => own === table)).toBe(true);
  });

  it('have the one that steps in behind them, only where it does, and the build says so once', async () => {
    const { value, diagnostics, project } = await fit('屈', '');
    const used = value.map((own) => own?.body.fallbacks?.map(({ family }) => family) ?? []);
    expect(used).toContainEqual(['rare']);
    expect(used).toContainEqual([]);
    expect(diagnostics).toHaveLength(1);
    const { code, severity, message, span } = diagnostics[0]!;
    expect([code, severity]).toEqual(['GLYPH-FALLBACK', 'warning']);
    expect(message).toMatch(/“屈”（U\+5C48）.*body-face.*rare/);
    expect(project.sources.get(span!.path)!.text.slice(span!.start, span!.end)).toBe('屈');
  });

  it('are none where no face has a character, and the error names it and its place', async () => {
    const { value, diagnostics, project } = await fit('', '屈');
    expect(value).toContain(null);
    expect(value).toContain(table);
    expect(diagnostics).toHaveLength(value.filter((own) => own === null).length);
    for (const { code, severity, message, span } of diagnostics) {
      expect([code, severity]).toEqual(['GLYPH-MISSING', 'error']);
      expect(message).toContain('“屈”（U+5C48）');
      expect(project.sources.get(span!.path)!.text.slice(span!.start, span!.end)).toBe('屈');
    }
  });
});
