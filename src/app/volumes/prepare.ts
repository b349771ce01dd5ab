import { composeVolume } from '../../compose/volume.js';
import type { VolumeMember } from '../../compose/volume.js';
import type { Image } from '../../model/block.js';
import { collectDiagnostics } from '../../model/diagnostic.js';
import type { Doc } from '../../model/doc.js';
import type { Faces } from '../../model/ports.js';
import { charactersOf } from '../../layout/characters.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { digestOf } from '../../runtime/digest.js';
import { imagesIn } from '../../model/doc-images.js';
import { isClassified } from '../../model/project.js';
import type { Entry, Project } from '../../model/project.js';
import type { Volume } from '../../model/volume.js';
import { joinCharacters } from '../build/composed-document.js';
import type { ComposedDocument } from '../build/composed-document.js';
import { blockedEntries } from '../build/blocked-documents.js';
import { volumeFaces } from './volume-faces.js';
import { frontMatterOf } from './front-matter.js';
import { chooseEntries } from './members.js';
import type { ChosenEntry } from './members.js';
import {
  brokenMembers,
  skippedClassified,
  skippedDrafts,
  isLetter,
  skippedLetters,
  emptyVolume,
  unprintableVolume,
} from './findings.js';
import type { VolumePlan } from './volume-plan.js';
import type { VolumeTask } from './prepared-volume.js';
import type { PreparedVolume } from './prepared-volume.js';

/** The documents that are already composed, and a function that composes another one. */
export interface DocumentSource {
  readonly documents: readonly ComposedDocument[];
  readonly compose: (entry: Entry) => ComposedDocument | null;
}

/**
 * Composes the volumes of a build. Documents of the build are not composed again. A plan whose file has errors is
 * skipped, since the errors are already among the findings.
 */
export function prepareVolumes(
  plans: readonly VolumePlan[],
  project: Project,
  findings: readonly Diagnostic[],
  { documents, compose }: DocumentSource,
  sink: Diagnostic[],
): readonly PreparedVolume[] {
  if (plans.length === 0) return [];
  const built = new Map(documents.map((document) => [document.entry.id, document]));
  const blocked = blockedEntries(project.entries, findings);
  const lookup: ComposedLookup = {
    isBlocked: ({ id }) => blocked.has(id),
    compose: (entry) => built.get(entry.id) ?? compose(entry),
  };
  const pathsWithErrors = new Set(
    findings.filter(({ severity }) => severity === 'error').map(({ span }) => span?.path ?? ''),
  );
  const validPlans = plans.filter(({ file }) => file === null || !pathsWithErrors.has(file.source.path));
  return validPlans.flatMap((plan) => prepareVolume(plan, project, lookup, sink) ?? []);
}

/** The volumes that can be printed, each with its faces. */
export function volumesToPrint(
  volumes: readonly PreparedVolume[],
  faces: Faces,
  project: Project,
  sink: Diagnostic[],
): readonly VolumeTask[] {
  return volumes.flatMap((prepared): readonly VolumeTask[] => {
    const volumeFaceTable = collectDiagnostics(sink, volumeFaces(prepared, faces, project));
    if (volumeFaceTable === null) sink.push(unprintableVolume(prepared.plan));
    return volumeFaceTable === null ? [] : [{ prepared, faces: volumeFaceTable }];
  });
}

/** Access to composed documents: whether an entry is blocked, and the document of one that is not. */
export interface ComposedLookup {
  readonly isBlocked: (entry: Entry) => boolean;
  readonly compose: (entry: Entry) => ComposedDocument | null;
}

/**
 * Composes a volume; if it cannot, returns null and reports the reason. Every document that is left out is reported. A
 * document with 密级 is never bound, and is reported by its number only; a draft is bound if the plan includes drafts.
 */
export function prepareVolume(
  plan: VolumePlan,
  project: Project,
  lookup: ComposedLookup,
  sink: Diagnostic[],
): PreparedVolume | null {
  const selected = chooseEntries(project, plan);
  const unclassified = selected.filter(({ entry }) => !isClassified(entry));
  const chosen = unclassified.filter(({ entry }) => (plan.drafts || !entry.draft) && !isLetter(entry));
  sink.push(
    ...skippedClassified(plan, selected),
    ...skippedDrafts(plan, unclassified),
    ...skippedLetters(plan, unclassified),
  );
  if (chosen.length === 0) {
    sink.push(emptyVolume(plan));
    return null;
  }
  const candidates = chosen.map(({ entry, group }) => ({
    entry,
    group,
    composed: lookup.isBlocked(entry) ? null : lookup.compose(entry),
  }));
  const broken = candidates.filter(({ composed }) => composed === null);
  if (broken.length > 0) {
    sink.push(brokenMembers(plan, project, broken));
    return null;
  }
  const members = candidates.flatMap(({ composed }) => (composed ? [composed] : []));
  const volumeMembers = candidates.map(toMember);
  const volume = composeVolume(plan, volumeMembers, project);
  const frontMatter = { characters: joinCharacters(charactersOf([frontMatterOf(volume)])) };
  return {
    plan,
    volume,
    members,
    images: imagesOf(volume, members),
    chartDocs: volumeMembers.filter((_, index) => members[index]?.charts === true).map(({ doc }) => doc()),
    digest: digestOfVolume(volume, members),
    characterSets: [frontMatter, ...members],
  };
}

function toMember({
  entry,
  group,
  composed,
}: ChosenEntry & { readonly composed: ComposedDocument | null }): VolumeMember {
  if (composed === null) throw new Error(`${entry.id} is not composed`);
  const doc = (): Doc => withoutEvenPage(composed.doc());
  return { entry, group, title: composed.title, doc: composed.charts ? composedOnce(doc) : doc };
}

/** Drawings are looked up by chart object, so a document with charts is composed only once. */
function composedOnce(compose: () => Doc): () => Doc {
  const doc = compose();
  return () => doc;
}

/** In a volume 版记 follows the text directly, since the parity of its page is not known. */
function withoutEvenPage(doc: Doc): Doc {
  return doc.foot.kind === 'colophon' ? { ...doc, foot: { ...doc.foot, evenPage: false } } : doc;
}

function imagesOf({ preface }: Volume, members: readonly ComposedDocument[]): readonly Image[] {
  return [...preface.flatMap(imagesIn), ...members.flatMap(({ images }) => images)];
}

function digestOfVolume(volume: Volume, members: readonly ComposedDocument[]): string {
  return digestOf([volume, members.map(({ digest }) => digest)]);
}
