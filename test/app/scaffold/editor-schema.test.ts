import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { editorSchema } from '../../../src/app/scaffold/editor-schema.js';
import { scaffold } from '../../../src/app/scaffold/scaffold.js';
import { isCalendarDate } from '../../../src/campaign/dates.js';
import type { Project } from '../../../src/model/project.js';
import { loadSample } from '../../support/sample.js';

const loaded = await loadSample();
const project = loaded.value as Project;
const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addFormat('date', isCalendarDate);

describe('the schema that an editor is given', () => {
  for (const kind of project.kinds) {
    const entries = project.entries.filter(
      ({ kind: { id }, draft, source }) => id === kind.id && !draft && source.path.startsWith('content/'),
    );
    // A kind that gathers what others say has no file of its own to complete.
    if (entries.length === 0) continue;
    it(`${kind.label} passes what is right and marks what is not`, () => {
      const validate = ajv.compile(JSON.parse(editorSchema(kind.schema, kind.label, project)) as object);
      for (const { source } of entries) {
        const data: unknown = parse(source.text.split(/^---\s*$/m)[1] ?? '');
        expect(validate(data), `${source.path} ${JSON.stringify(validate.errors)}`).toBe(true);
        expect(validate({ ...(data as object), 不认识的一项: 1 })).toBe(false);
      }
      expect(validate({ 状态: '定搞' })).toBe(false);
    });
  }

  it('stands where the first line of a new file says', () => {
    const made = scaffold(project, '简报', '');
    if (typeof made === 'string') throw new Error(made);
    const line = made.text.split('\n')[1] ?? '';
    const target = new URL(line.replace('# yaml-language-server: $schema=', ''), `file:///${made.path}`);
    expect(target.pathname).toBe(`/${made.schema.path}`);
    expect(parse(made.text.split(/^---\s*$/m)[1] ?? '')).toMatchObject({ 状态: '草稿' });
  });
});
