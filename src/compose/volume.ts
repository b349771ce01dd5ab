import type { Block } from '../model/block.js';
import { DRAFT_LINE } from './head.js';
import { textAt } from '../model/data.js';
import { printDate } from '../campaign/dates.js';
import type { Doc } from '../model/doc.js';
import type { Entry, Project, Section } from '../model/project.js';
import { indexOf } from '../model/project-index.js';
import { gbt9704 } from '../layout/styles.js';
import type { Volume, VolumeGroup, VolumePart } from '../model/volume.js';
import { breakEntry, fitSource } from './contents-entry.js';
import { numberHeadings } from './numbering.js';
import { breakTitle } from './title.js';

/** Characters of the title and the organ that fit one line of a cover. */
const COVER_TITLE_CELLS = 14;
const ORGAN_CELLS = 24;

/** The title, organ, date and preface of a volume. */
export interface VolumeDescription {
  readonly title: string;
  readonly organ: string;
  /** YYYY-MM-DD; empty for the date of the newest document. */
  readonly date: string;
  readonly preface: readonly Section[];
  readonly twoSided: boolean;
}

/** A document of a volume and its group heading in the contents. */
export interface VolumeMember {
  readonly entry: Entry;
  readonly title: string;
  readonly group: string;
  readonly doc: () => Doc;
}

/** Composes a volume of composed documents: cover, preface, contents and the documents. */
export function composeVolume(
  description: VolumeDescription,
  members: readonly VolumeMember[],
  project: Project,
): Volume {
  const { campaign } = project;
  const draft = members.some(({ entry }) => entry.draft);
  const date = description.date || newestDate(members);
  const phrases = [campaign.name, ...project.kinds.map(({ label }) => label)];
  const breakLines = (text: string, maxCells: number): readonly string[] =>
    breakTitle(text, [...campaign.terms, campaign.shortName], phrases, maxCells);
  return {
    properties: {
      title: description.title,
      author: description.organ,
      subject: '汇编',
      keywords: [campaign.shortName, '汇编'],
      date,
      draft,
    },
    cover: {
      title: breakLines(description.title, COVER_TITLE_CELLS),
      line: draft ? DRAFT_LINE : '',
      organ: breakLines(description.organ, ORGAN_CELLS),
      date: printDate(date),
    },
    preface: prefaceOf(description.preface),
    groups: groupsOf(members, project),
    twoSided: description.twoSided,
  };
}

/** The latest date of the documents; empty if none has a date. */
function newestDate(members: readonly VolumeMember[]): string {
  const dates = members.map(({ entry }) => textAt(entry.data, 'issuedOn'));
  return dates.reduce((latest, date) => (date > latest ? date : latest), '');
}

function prefaceOf(sections: readonly Section[]): readonly Block[] {
  return sections.flatMap(({ title, blocks }): readonly Block[] => [
    { kind: 'heading', level: 0, number: '', inlines: [{ kind: 'text', text: title }] },
    ...numberHeadings(blocks),
  ]);
}

/** Groups in order of first appearance; a single group has no heading. */
function groupsOf(members: readonly VolumeMember[], project: Project): readonly VolumeGroup[] {
  const titles = [...new Set(members.map(({ group }) => group))];
  return titles.map((title) => ({
    title: titles.length === 1 ? '' : title,
    parts: members.filter(({ group }) => group === title).map((member) => partOf(member, project)),
  }));
}

function partOf({ entry, title, doc }: VolumeMember, project: Project): VolumePart {
  const phrases = [project.campaign.shortName, entry.kind.label];
  const source = fitSource(sourceOf(entry, project));
  return { title, lines: breakEntry(title, source, phrases, gbt9704), source, tableSize: entry.kind.tableSize, doc };
}

/** The short name of the unit; for a bulletin, its date of issue. */
function sourceOf({ unit, kind, data }: Entry, project: Project): string {
  const owner = indexOf(project).units.get(unit);
  if (owner) return textAt(owner.data, 'shortName') || textAt(owner.data, 'fullName');
  return kind.head === 'bulletin' ? printDate(textAt(data, 'issuedOn')) : '';
}
