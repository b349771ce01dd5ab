import { composeVolume } from '../../compose/volume.js';
import type { Member } from '../../compose/volume.js';
import type { Image } from '../../model/block.js';
import { collect } from '../../model/diagnostic.js';
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
  classifiedLeftOut,
  draftsLeftOut,
  isLetter,
  lettersLeftOut,
  nothingToBind,
  unprintable,
} from './findings.js';
import type { VolumePlan } from './volume-plan.js';
import type { VolumeTask } from './prepared-volume.js';
import type { PreparedVolume } from './prepared-volume.js';

/** Documents that were composed already, and how to compose another. */
export interface DocumentStock {
  readonly documents: readonly ComposedDocument[];
  readonly compose: (entry: Entry) => ComposedDocument | null;
}

/**
 * Composes the volumes of a build. Their documents are mostly those of the build, and are not composed again. A plan with an error of its own has been told of already.
 */
export function prepareVolumes(
  plans: readonly VolumePlan[],
  project: Project,
  found: readonly Diagnostic[],
  { documents, compose }: DocumentStock,
  sink: Diagnostic[],
): readonly PreparedVolume[] {
  if (plans.length === 0) return [];
  const known = new Map(documents.map((document) => [document.entry.id, document]));
  const refused = blockedEntries(project.entries, found);
  const library: DocumentLibrary = {
    isRefused: ({ id }) => refused.has(id),
    compose: (entry) => known.get(entry.id) ?? compose(entry),
  };
  const wrong = new Set(found.filter(({ severity }) => severity === 'error').map(({ span }) => span?.path ?? ''));
  const sound = plans.filter(({ file }) => file === null || !wrong.has(file.source.path));
  return sound.flatMap((plan) => prepareVolume(plan, project, library, sink) ?? []);
}

/** The volumes that can be printed, each with its faces. */
export function volumesToPrint(
  volumes: readonly PreparedVolume[],
  faces: Faces,
  project: Project,
  sink: Diagnostic[],
): readonly VolumeTask[] {
  return volumes.flatMap((prepared): readonly VolumeTask[] => {
    const fitted = collect(sink, volumeFaces(prepared, faces, project));
    if (fitted === null) sink.push(unprintable(prepared.plan));
    return fitted === null ? [] : [{ prepared, faces: fitted }];
  });
}

/** What preparing asks for: whether an entry must not be written, and the document of one that may. */
export interface DocumentLibrary {
  readonly isRefused: (entry: Entry) => boolean;
  readonly compose: (entry: Entry) => ComposedDocument | null;
}

/**
 * Composes a volume, or says why there can be none: a volume never lacks a document without a word. One that bears 密级
 * is in no volume, and is told of by its number only; a draft is bound where the plan asks for drafts.
 */
export function prepareVolume(
  plan: VolumePlan,
  project: Project,
  library: DocumentLibrary,
  sink: Diagnostic[],
): PreparedVolume | null {
  const all = chooseEntries(project, plan);
  const open = all.filter(({ entry }) => !isClassified(entry));
  const chosen = open.filter(({ entry }) => (plan.drafts || !entry.draft) && !isLetter(entry));
  sink.push(...classifiedLeftOut(plan, all), ...draftsLeftOut(plan, open), ...lettersLeftOut(plan, open));
  if (chosen.length === 0) {
    sink.push(nothingToBind(plan));
    return null;
  }
  const found = chosen.map(({ entry, group }) => ({
    entry,
    group,
    composed: library.isRefused(entry) ? null : library.compose(entry),
  }));
  const broken = found.filter(({ composed }) => composed === null);
  if (broken.length > 0) {
    sink.push(brokenMembers(plan, project, broken));
    return null;
  }
  const members = found.flatMap(({ composed }) => (composed ? [composed] : []));
  const bound = found.map(toMember);
  const volume = composeVolume(plan, bound, project);
  const front = { characters: joinCharacters(charactersOf([frontMatterOf(volume)])) };
  return {
    plan,
    volume,
    members,
    images: imagesOf(volume, members),
    charted: bound.filter((_, index) => members[index]?.charts === true).map(({ doc }) => doc()),
    digest: digestOfVolume(volume, members),
    printed: [front, ...members],
  };
}

function toMember({ entry, group, composed }: ChosenEntry & { readonly composed: ComposedDocument | null }): Member {
  if (composed === null) throw new Error(`${entry.id} is not composed`);
  const doc = (): Doc => boundDoc(composed.doc());
  return { entry, group, title: composed.title, doc: composed.charts ? pinned(doc) : doc };
}

/** Drawings are known by the charts that they are of, so a document with charts is made once. */
function pinned(make: () => Doc): () => Doc {
  const doc = make();
  return () => doc;
}

/** In a volume 版记 follows its text: which pages are even there is another matter. */
function boundDoc(doc: Doc): Doc {
  return doc.foot.kind === 'colophon' ? { ...doc, foot: { ...doc.foot, evenPage: false } } : doc;
}

function imagesOf({ preface }: Volume, members: readonly ComposedDocument[]): readonly Image[] {
  return [...preface.flatMap(imagesIn), ...members.flatMap(({ images }) => images)];
}

function digestOfVolume(volume: Volume, members: readonly ComposedDocument[]): string {
  return digestOf([volume, members.map(({ digest }) => digest)]);
}
