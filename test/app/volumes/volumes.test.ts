import { beforeAll, describe, expect, it } from 'vitest';
import { createCompose } from '../../../src/compose/document.js';
import { textAt } from '../../../src/model/data.js';
import type { Diagnostic } from '../../../src/model/diagnostic.js';
import type { Entry, Project } from '../../../src/model/project.js';
import { partsOf } from '../../../src/model/volume.js';
import { composeDocuments } from '../../../src/app/build/composed-document.js';
import { planRequest, type VolumeRequest } from '../../../src/app/volumes/volume-request.js';
import { planVolumes } from '../../../src/app/volumes/volume-plan.js';
import { prepareVolumes, type DocumentSource } from '../../../src/app/volumes/prepare.js';
import { type PreparedVolume } from '../../../src/app/volumes/prepared-volume.js';
import { Store } from '../../../src/app/cache/store.js';
import { memoryDisk } from '../../support/memory-disk.js';
import { loadSample } from '../../support/sample.js';

const SECRET = '秘密★3年';
const asked: VolumeRequest = {
  kinds: ['整改落实方案'],
  units: [],
  title: '',
  organ: '',
  date: '',
  drafts: false,
  twoSided: false,
};

let project: Project;

beforeAll(async () => {
  project = (await loadSample()).value!;
});

interface Prepare {
  readonly volume: PreparedVolume | undefined;
  readonly findings: readonly Diagnostic[];
}

function prepare(request: Partial<VolumeRequest>, given = project, found: readonly Diagnostic[] = []): Prepare {
  const findings: Diagnostic[] = [];
  const plan = planRequest({ ...asked, ...request }, given);
  const [volume] = prepareVolumes([plan], given, found, stockOf(given), findings);
  return { volume, findings };
}

/** Composes whatever is asked for. */
function stockOf(given: Project): DocumentSource {
  return {
    documents: [],
    compose: (entry) => composeDocuments(given, [entry], new Store(memoryDisk(), '0'), [])[0] ?? null,
  };
}

/** The sample with one of its documents changed. */
function changed(id: string, change: (entry: Entry) => Partial<Entry>): Project {
  return {
    ...project,
    entries: project.entries.map((entry) => (entry.id === id ? { ...entry, ...change(entry) } : entry)),
  };
}

const PLAN = 'units/luwan/rectification';
const classified = (entry: Entry): Partial<Entry> => ({ data: { ...entry.data, classification: SECRET } });

function idsOf({ volume }: Prepare): readonly string[] {
  return (volume?.members ?? []).map(({ entry }) => entry.id);
}

describe('a selection', () => {
  it('binds one kind in the order of the units', () => {
    const units = project.units.map(({ id }) => `units/${id}/rectification`);
    expect(idsOf(prepare({}))).toEqual(units);
    expect(prepare({}).findings).toEqual([]);
  });

  it("binds a unit's whole file in the order of the kinds", () => {
    const ids = idsOf(prepare({ kinds: [], units: ['luwan'] }));
    expect(ids.slice(0, 3)).toEqual(['units/luwan/plan', 'units/luwan/research', 'units/luwan/opinions']);
    const bindable = project.entries.filter(({ unit, kind }) => unit === 'luwan' && kind.head !== 'letter');
    expect(ids).toHaveLength(bindable.length);
  });

  it('binds a series by its numbers, the extra issues apart, and its index behind it', () => {
    const { volume } = prepare({ kinds: ['简报', '简报索引'] });
    expect(volume?.volume.groups.map(({ title, parts }) => [title, parts.map((part) => part.title)])).toEqual([
      ['正刊', [1, 2, 3, 4].map((number) => `主题实践活动简报第${number}期`)],
      ['增刊', ['主题实践活动简报增刊第1期']],
      ['简报索引', ['“强服务、优作风”主题实践活动简报索引']],
    ]);
    const backwards: Project = { ...project, entries: project.entries.toReversed() };
    const again = prepare({ kinds: ['简报'] }, backwards).volume;
    expect(again && partsOf(again.volume).map(({ title }) => title)).toEqual(
      [1, 2, 3, 4].map((number) => `主题实践活动简报第${number}期`).concat('主题实践活动简报增刊第1期'),
    );
  });

  it('that nothing answers to is an error in plain words', () => {
    const { volume, findings } = prepare({ kinds: ['简报'], units: ['luwan'] });
    expect(volume).toBeUndefined();
    expect(findings).toMatchObject([{ code: 'VOLUME-EMPTY', severity: 'error' }]);
    expect(findings[0]?.message).toContain('没有可以编进去的文件');
  });

  it('is named after what is in it', () => {
    const titleOf = (request: Partial<VolumeRequest>): string => planRequest({ ...asked, ...request }, project).title;
    expect(titleOf({})).toBe('“强服务、优作风”主题实践活动整改落实方案汇编');
    expect(titleOf({ kinds: ['简报', '简报索引'] })).toBe('“强服务、优作风”主题实践活动简报合订本');
    expect(titleOf({ kinds: [], units: ['luwan'] })).toBe('云岭管理区芦湾管理处“强服务、优作风”主题实践活动材料汇编');
    expect(planRequest({ ...asked, title: '../甲/乙' }, project).stem).not.toContain('/');
  });
});

describe('what must not be bound', () => {
  it('a draft is left out with a word on it, unless drafts are asked for', () => {
    const draft = changed(PLAN, () => ({ draft: true }));
    const without = prepare({}, draft);
    expect(idsOf(without)).not.toContain(PLAN);
    expect(without.findings).toMatchObject([{ code: 'VOLUME-DRAFT', severity: 'warning' }]);
    expect(without.findings[0]?.message).toContain('content/units/luwan/rectification.md');
    const including = prepare({ drafts: true }, draft);
    expect(idsOf(including)).toContain(PLAN);
    expect(including.findings).toEqual([]);
    expect(including.volume?.volume.cover.line).toBe('（征求意见稿）');
  });

  it('a classified document reaches no volume, and only its number is told', () => {
    const secret = changed(PLAN, classified);
    const prepared = prepare({ drafts: true }, secret);
    expect(idsOf(prepared)).not.toContain(PLAN);
    const [finding] = prepared.findings;
    const { title } = createCompose(secret)(secret.entries.find(({ id }) => id === PLAN)!).value!.properties;
    const number = textAt(secret.entries.find(({ id }) => id === PLAN)!.data, 'docNumber');
    expect(finding).toMatchObject({ code: 'VOLUME-CLASSIFIED', severity: 'info' });
    expect(finding?.message).toContain(`${number}：标有密级（${SECRET}）`);
    const said = JSON.stringify([prepared.findings, prepared.volume?.volume]);
    expect(said).not.toContain(title);
    expect(said).not.toContain('units/luwan');
  });

  it('a letter, whose first page is another sheet, is left out with a word on it', () => {
    const letter = changed(PLAN, ({ kind }) => ({ kind: { ...kind, head: 'letter' } }));
    const prepared = prepare({ kinds: ['rectification', 'plan'], units: ['luwan'] }, letter);
    expect(idsOf(prepared)).toEqual(['units/luwan/plan']);
    expect(prepared.findings).toMatchObject([{ code: 'VOLUME-LETTER', severity: 'warning' }]);
  });

  it('a broken document stops the volume and is named', () => {
    const broken: Diagnostic = {
      code: 'SCHEMA-DATE',
      severity: 'error',
      message: '',
      span: { path: 'content/units/luwan/rectification.md', start: 0, end: 0 },
    };
    const { volume, findings } = prepare({}, project, [broken]);
    expect(volume).toBeUndefined();
    expect(findings).toMatchObject([{ code: 'VOLUME-BROKEN', severity: 'error' }]);
    expect(findings[0]?.message).toContain('芦湾管理处的整改落实方案');
  });
});

describe('volumes of the content', () => {
  it('are those of the sample, and change with a document in them', () => {
    const digests = (given: Project): readonly string[] =>
      prepareVolumes(planVolumes(given), given, [], stockOf(given), []).map(({ digest }) => digest);
    const before = digests(project);
    expect(before).toHaveLength(2);
    const after = digests(changed(PLAN, ({ data }) => ({ data: { ...data, note: '另一句话' } })));
    const [plans, bulletins] = project.volumes.map(({ id }) => (id.startsWith('简报') ? 1 : 0));
    expect([plans, bulletins].sort()).toEqual([0, 1]);
    expect(before.filter((digest, index) => digest !== after[index])).toHaveLength(1);
    expect(digests(project)).toEqual(before);
  });

  it('with an error of their own are not made', () => {
    const path = project.volumes[0]?.source.path ?? '';
    const wrong: Diagnostic = {
      code: 'REFERENCE-UNKNOWN',
      severity: 'error',
      message: '',
      span: { path, start: 0, end: 0 },
    };
    const made = prepareVolumes(planVolumes(project), project, [wrong], stockOf(project), []);
    expect(made.map(({ plan }) => plan.file?.source.path)).not.toContain(path);
    expect(made).toHaveLength(1);
  });
});
