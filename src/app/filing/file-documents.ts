import { createCompose } from '../../compose/document.js';
import { recordsAt, textAt } from '../../model/data.js';
import { daysBetween } from '../../campaign/dates.js';
import { collectDiagnostics, hasErrors } from '../../model/diagnostic.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { isClassified } from '../../model/project.js';
import { placeOf } from '../../model/origin.js';
import type { Entry, Project } from '../../model/project.js';
import type { EarlierPackage } from '../../filing/metadata/describe.js';
import { EMPTY_RECORD } from '../../filing/register.js';
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
  /** Packages that were filed before and are unchanged. */
  readonly alreadyFiled: readonly string[];
  /** Number of documents that were registered by number only. */
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
 * Creates and registers the packages of a selection. A package counts as filed once it is in the register; after an
 * interruption the next filing completes it. Packages that are already filed are skipped.
 */
export async function fileProject(project: Project, ports: FilingPorts, options: FilingOptions): Promise<FilingResult> {
  const sink: Diagnostic[] = [];
  const settings = collectDiagnostics(sink, await readSettings(ports.disk));
  const { disk, out, archive } = ports;
  const freezer = { project, compose: createCompose(project), disk, out, archive };
  const context: FilingContext = { project, options, ports, settings, freezer, sink };
  const plans = planFilings(project, options);
  if (skipsDrafts(options)) sink.push(...waitingDrafts(project, options));
  if (hasErrors(sink)) return { diagnostics: sink, filed: [], alreadyFiled: [], classified: 0, failed: plans.length };
  return archive.locked(async () => {
    const register = await loadRegister(disk);
    if (register.faults.length > 0) return brokenRegister(register.faults.length, plans.length);
    await updateLifeFiles(disk);
    const outcomes: Outcome[] = [];
    for (const plan of plans) outcomes.push(await filePlan(plan, context));
    return summarise(outcomes, sink);
  });
}

/** The result of one plan. */
type Outcome =
  | { readonly kind: 'filed'; readonly filed: FiledPackage; readonly classified: number }
  | { readonly kind: 'known'; readonly id: string }
  | { readonly kind: 'classified'; readonly classified: number }
  | { readonly kind: 'failed' };

async function filePlan(plan: FilingPlan, context: FilingContext): Promise<Outcome> {
  const { records } = await loadRegister(context.ports.disk);
  if (records.some((record) => record.package === plan.id)) return { kind: 'known', id: plan.id };
  const date = context.options.on || plan.date || context.ports.today();
  const classified = recordsOfClassified(plan, context, date, records);
  const unclassified = plan.entries.filter((entry) => !isClassified(entry));
  if (unclassified.length === 0) return enterClassified(classified, context);
  const items = await readItems(unclassified, context);
  if (!items) return { kind: 'failed' };
  const job = { ...context, plan, date, items, earlier: earlierPackages(plan, records) };
  const filingPackage = await createFilingPackage(job, context.ports);
  await storePackage(filingPackage, context.ports);
  const sent = items.flatMap((item) => sentRecords(item, plan, filingPackage, date, context.project));
  await enterRecords(context.ports.disk, [...sent, ...classified]);
  await updateLifeFiles(context.ports.disk);
  const filed = { id: plan.id, digest: filingPackage.digest, items: items.length, date };
  return { kind: 'filed', filed, classified: classified.length };
}

async function enterClassified(
  records: readonly Omit<RegisterRecord, 'no'>[],
  { ports }: FilingContext,
): Promise<Outcome> {
  await enterRecords(ports.disk, records);
  return { kind: 'classified', classified: records.length };
}

/** The documents of a package; null if one of them cannot be filed. */
async function readItems(entries: readonly Entry[], context: FilingContext): Promise<readonly FilingItem[] | null> {
  const items: FilingItem[] = [];
  for (const entry of entries) {
    if (entry.draft) {
      context.sink.push(draftFiled(entry));
      return null;
    }
    const before = context.sink.length;
    const events = collectDiagnostics(context.sink, await loadLife(context.ports.disk, entry.id));
    const version = hasErrors(context.sink.slice(before))
      ? null
      : await freezeVersion(entry, context.freezer, context.sink);
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

/** Earlier packages with the same documents. A new package records their digests. */
function earlierPackages(plan: FilingPlan, records: readonly RegisterRecord[]): readonly EarlierPackage[] {
  const ids = new Set(plan.entries.map(({ id }) => id));
  const earlier = records.filter(({ document, digest }) => ids.has(document) && digest !== '');
  return [...new Map(earlier.map((record) => [record.package, record.digest]))].map(([id, digest]) => ({ id, digest }));
}

/** Writes folder, ZIP and signature in this order, all of them before the register. */
async function storePackage(
  { files, digest, record }: FilingPackage,
  { archive, signingKey }: FilingPorts,
): Promise<void> {
  const path = `packages/${record.id}`;
  await archive.placeFolder(path, files);
  await archive.disk.write(`${path}.zip`, writeZip(record.id, files, record.date));
  if (signingKey) await archive.disk.write(`${path}.sig`, encode(signPackage(record.id, digest, signingKey)));
}

/** In a 备案 package the lead document is entered as 报送, its enclosures as 备案. */
function sentRecords(
  { entry, version }: FilingItem,
  plan: FilingPlan,
  filingPackage: FilingPackage,
  date: string,
  project: Project,
): readonly Omit<RegisterRecord, 'no'>[] {
  const act: RegisterAct = plan.type === '备案' && entry !== plan.entries[0] ? '备案' : '报送';
  const due = act === '备案' ? dueOf(project, plan.entries[0] ?? entry) : dueOf(project, entry);
  return plan.recipients.map((recipient) => ({
    ...EMPTY_RECORD,
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
    digest: filingPackage.digest,
  }));
}

/** Records of classified documents and enclosures: number, 密级 and 份号, without title, path or content. */
function recordsOfClassified(
  plan: FilingPlan,
  { project }: FilingContext,
  date: string,
  known: readonly RegisterRecord[],
): readonly Omit<RegisterRecord, 'no'>[] {
  const records = plan.entries.flatMap((entry) => {
    const base = { ...EMPTY_RECORD, act: '涉密登记' as const, date, units: sendersOf(project, entry) };
    const number = textAt(entry.data, 'docNumber');
    const documentRecords = isClassified(entry)
      ? [
          {
            ...base,
            number,
            classification: textAt(entry.data, 'classification'),
            copies: textAt(entry.data, 'copyNumber'),
          },
        ]
      : [];
    const enclosureRecords = recordsAt(entry.data, 'enclosures').flatMap((enclosure, index) =>
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
    return [...documentRecords, ...enclosureRecords];
  });
  return records
    .map((record) => ({ ...record, recipient: plan.recipients.join('、') }))
    .filter((record) => !known.some((registered) => registered.act === '涉密登记' && isSamePaper(registered, record)));
}

/** Compares units too: different units may use the same numbers, above all 附件1 of documents without a number. */
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
