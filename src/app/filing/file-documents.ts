import { createCompose } from '../../compose/document.js';
import { recordsAt, textAt } from '../../model/data.js';
import { daysBetween } from '../../campaign/dates.js';
import { collect, hasErrors } from '../../model/diagnostic.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { isClassified, placeOf } from '../../model/project.js';
import type { Entry, Project } from '../../model/project.js';
import type { EarlierPackage } from '../../filing/metadata/describe.js';
import { NO_RECORD } from '../../filing/register.js';
import type { RegisterAct, RegisterRecord } from '../../filing/register.js';
import { signPackage } from '../../filing/signature.js';
import { encode } from '../../filing/bag/bag.js';
import { writeZip } from '../../filing/zip/write.js';
import { loadLife } from './life-files.js';
import { createFilingPackage } from './package.js';
import type { FilingPackage } from './package.js';
import type { FilingItem } from './package-job.js';
import { deliverableOf, dueOf, skipsDrafts, planFilings, sendersOf } from './filing-plan.js';
import type { FilingOptions, FilingPlan } from './filing-plan.js';
import type { FilingPorts } from './filing-ports.js';
import { selectEntries } from '../workspace/selection.js';
import { enterRecords, loadRegister, updateLifeFiles } from './register-files.js';
import { readSettings } from './archive-settings.js';
import type { ArchiveSettings } from './archive-settings.js';
import { freezeVersion } from './freeze-version.js';
import type { FreezeContext } from './freeze-version.js';

export interface FiledPackage {
  readonly id: string;
  readonly digest: string;
  readonly items: number;
  readonly date: string;
}

export interface FilingResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly filed: readonly FiledPackage[];
  /** Packages that were filed before, and are as they were. */
  readonly alreadyFiled: readonly string[];
  /** Documents entered by number only. */
  readonly classified: number;
  readonly failed: number;
}

interface FilingContext {
  readonly project: Project;
  readonly options: FilingOptions;
  readonly ports: FilingPorts;
  readonly settings: ArchiveSettings;
  readonly freezer: FreezeContext;
  readonly sink: Diagnostic[];
}

/**
 * Makes and enters the packages of a selection. A package is filed when it stands in the register; until then it counts
 * for nothing, and a run that was killed is finished by the next. What is filed already is left alone.
 */
export async function fileProject(project: Project, ports: FilingPorts, options: FilingOptions): Promise<FilingResult> {
  const sink: Diagnostic[] = [];
  const settings = collect(sink, await readSettings(ports.disk));
  const { disk, out, archive: archive } = ports;
  const freezer = { project, compose: createCompose(project), disk, out, archive };
  const run: FilingContext = { project, options, ports, settings, freezer, sink };
  const plans = planFilings(project, options);
  if (skipsDrafts(options)) sink.push(...waitingDrafts(project, options));
  if (hasErrors(sink)) return { diagnostics: sink, filed: [], alreadyFiled: [], classified: 0, failed: plans.length };
  return archive.locked(async () => {
    const register = await loadRegister(disk);
    if (register.faults.length > 0) return brokenRegister(register.faults.length, plans.length);
    await updateLifeFiles(disk);
    const outcomes: Outcome[] = [];
    for (const plan of plans) outcomes.push(await filePlan(plan, run));
    return summarise(outcomes, sink);
  });
}

/** What became of one plan. */
type Outcome =
  | { readonly kind: 'filed'; readonly filed: FiledPackage; readonly classified: number }
  | { readonly kind: 'known'; readonly id: string }
  | { readonly kind: 'classified'; readonly classified: number }
  | { readonly kind: 'failed' };

async function filePlan(plan: FilingPlan, run: FilingContext): Promise<Outcome> {
  const { records } = await loadRegister(run.ports.disk);
  if (records.some((record) => record.package === plan.id)) return { kind: 'known', id: plan.id };
  const date = run.options.on || plan.date || run.ports.today();
  const classified = recordsOfClassified(plan, run, date, records);
  const open = plan.entries.filter((entry) => !isClassified(entry));
  if (open.length === 0) return enterClassified(classified, run);
  const items = await readItems(open, run);
  if (!items) return { kind: 'failed' };
  const packing = { ...run, plan, date, items, earlier: earlierPackages(plan, records) };
  const packed = await createFilingPackage(packing, run.ports);
  await storePackage(packed, run.ports);
  const sent = items.flatMap((item) => sentRecords(item, plan, packed, date, run.project));
  await enterRecords(run.ports.disk, [...sent, ...classified]);
  await updateLifeFiles(run.ports.disk);
  const filed = { id: plan.id, digest: packed.digest, items: items.length, date };
  return { kind: 'filed', filed, classified: classified.length };
}

async function enterClassified(
  records: readonly Omit<RegisterRecord, 'no'>[],
  { ports }: FilingContext,
): Promise<Outcome> {
  await enterRecords(ports.disk, records);
  return { kind: 'classified', classified: records.length };
}

/** Every document of a package, or null where one of them cannot be filed. */
async function readItems(entries: readonly Entry[], run: FilingContext): Promise<readonly FilingItem[] | null> {
  const items: FilingItem[] = [];
  for (const entry of entries) {
    if (entry.draft) {
      run.sink.push(draftFiled(entry));
      return null;
    }
    const before = run.sink.length;
    const events = collect(run.sink, await loadLife(run.ports.disk, entry.id));
    const version = hasErrors(run.sink.slice(before)) ? null : await freezeVersion(entry, run.freezer, run.sink);
    if (!version) return null;
    items.push({ entry, version, events });
  }
  return items;
}

function waitingDrafts(project: Project, options: FilingOptions): readonly Diagnostic[] {
  const drafts = selectEntries(project, options).filter((entry) => entry.draft && !!deliverableOf(project, entry));
  return drafts.map((entry) => ({
    ...draftFiled(entry),
    severity: 'warning',
    message: '还是草稿，这次没有报',
  }));
}

function draftFiled(entry: Entry): Diagnostic {
  return {
    code: 'FILING-DRAFT',
    severity: 'error',
    message: '还是草稿，不能报送',
    span: placeOf(entry, '/status'),
    hint: '内容齐全后把“状态”改成“定稿”。',
  };
}

/** Packages that earlier filings made of the same documents: each new package carries their digests on. */
function earlierPackages(plan: FilingPlan, records: readonly RegisterRecord[]): readonly EarlierPackage[] {
  const ids = new Set(plan.entries.map(({ id }) => id));
  const earlier = records.filter(({ document, digest }) => ids.has(document) && digest !== '');
  return [...new Map(earlier.map((record) => [record.package, record.digest]))].map(([id, digest]) => ({ id, digest }));
}

/** Folder, ZIP and signature, in this order, and all of them before the register. */
async function storePackage(
  { files, digest, record }: FilingPackage,
  { archive: archive, signingKey }: FilingPorts,
): Promise<void> {
  const path = `packages/${record.id}`;
  await archive.placeFolder(path, files);
  await archive.disk.write(`${path}.zip`, writeZip(record.id, files, record.date));
  const signature = signingKey === '' ? null : signPackage(record.id, digest, signingKey);
  if (signature !== null) await archive.disk.write(`${path}.sig`, encode(signature));
}

/** The lead document of a 备案 is reported, what it encloses is filed for record: two different acts. */
function sentRecords(
  { entry, version }: FilingItem,
  plan: FilingPlan,
  packed: FilingPackage,
  date: string,
  project: Project,
): readonly Omit<RegisterRecord, 'no'>[] {
  const act: RegisterAct = plan.type === '备案' && entry !== plan.entries[0] ? '备案' : '报送';
  const due = act === '备案' ? dueOf(project, plan.entries[0] ?? entry) : dueOf(project, entry);
  return plan.recipients.map((recipient) => ({
    ...NO_RECORD,
    act,
    date,
    document: entry.id,
    version: version.no,
    units: sendersOf(project, entry),
    title: version.title,
    number: textAt(entry.data, 'docNumber'),
    recipient,
    due,
    daysLate: due === '' ? 0 : Math.max(0, daysBetween(due, date)),
    package: plan.id,
    digest: packed.digest,
  }));
}

/** Classified documents and enclosures, by number, 密级 and 份号; title, path and content stay out. */
function recordsOfClassified(
  plan: FilingPlan,
  { project }: FilingContext,
  date: string,
  known: readonly RegisterRecord[],
): readonly Omit<RegisterRecord, 'no'>[] {
  const records = plan.entries.flatMap((entry) => {
    const base = { ...NO_RECORD, act: '涉密登记' as const, date, units: sendersOf(project, entry) };
    const number = textAt(entry.data, 'docNumber');
    const own = isClassified(entry)
      ? [
          {
            ...base,
            number,
            classification: textAt(entry.data, 'classification'),
            copies: textAt(entry.data, 'copyNumber'),
          },
        ]
      : [];
    const enclosed = recordsAt(entry.data, 'enclosures').flatMap((enclosure, index) =>
      textAt(enclosure, 'classification') === ''
        ? []
        : [
            {
              ...base,
              number: `${number}附件${index + 1}`,
              classification: textAt(enclosure, 'classification'),
              copies: textAt(enclosure, 'copies'),
            },
          ],
    );
    return [...own, ...enclosed];
  });
  return records
    .map((record) => ({ ...record, recipient: plan.recipients.join('、') }))
    .filter((record) => !known.some((old) => old.act === '涉密登记' && isSamePaper(old, record)));
}

/** Two units may number their papers alike, above all where a document bears no number: both are 附件1 then. */
function isSamePaper(a: Omit<RegisterRecord, 'no'>, b: Omit<RegisterRecord, 'no'>): boolean {
  return a.number === b.number && a.copies === b.copies && a.units.join('\n') === b.units.join('\n');
}

function brokenRegister(lines: number, failed: number): FilingResult {
  const diagnostic: Diagnostic = {
    code: 'REGISTER-BROKEN',
    severity: 'error',
    message: `备案登记有 ${lines} 处对不上，没有再往后登记`,
    hint: '运行 hongtou verify --register 看是哪几行，从备份或版本库取回原来的登记。',
  };
  return { diagnostics: [diagnostic], filed: [], alreadyFiled: [], classified: 0, failed };
}

function summarise(outcomes: readonly Outcome[], diagnostics: readonly Diagnostic[]): FilingResult {
  return {
    diagnostics,
    filed: outcomes.flatMap((outcome) => (outcome.kind === 'filed' ? [outcome.filed] : [])),
    alreadyFiled: outcomes.flatMap((outcome) => (outcome.kind === 'known' ? [outcome.id] : [])),
    classified: outcomes.reduce((sum, outcome) => sum + ('classified' in outcome ? outcome.classified : 0), 0),
    failed: outcomes.filter(({ kind }) => kind === 'failed').length,
  };
}
