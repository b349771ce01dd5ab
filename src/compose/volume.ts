import type { Block } from '../model/block.js';
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

/** Characters of a cover's title and of its organ that fit one line. */
const COVER_CELLS = 14;
const ORGAN_CELLS = 24;
const DRAFT_LINE = '（征求意见稿）';

/** What a volume says of itself. */
export interface VolumeFace {
  readonly title: string;
  readonly organ: string;
  /** YYYY-MM-DD; empty means that of its newest document. */
  readonly date: string;
  readonly preface: readonly Section[];
  readonly twoSided: boolean;
}

/** A document to be bound, and the heading in the contents that it stands under. */
export interface Member {
  readonly entry: Entry;
  readonly title: string;
  readonly group: string;
  readonly doc: () => Doc;
}

/** Binds documents that are composed already: a cover, a preface, contents, and the documents as they are. */
export function composeVolume(face: VolumeFace, members: readonly Member[], project: Project): Volume {
  const { campaign } = project;
  const draft = members.some(({ entry }) => entry.draft);
  const date = face.date || newest(members);
  const phrases = [campaign.name, ...project.kinds.map(({ label }) => label)];
  const broken = (text: string, room: number): readonly string[] =>
    breakTitle(text, [...campaign.terms, campaign.shortName], phrases, room);
  return {
    properties: {
      title: face.title,
      author: face.organ,
      subject: '汇编',
      keywords: [campaign.shortName, '汇编'],
      date,
      draft,
    },
    cover: {
      title: broken(face.title, COVER_CELLS),
      line: draft ? DRAFT_LINE : '',
      organ: broken(face.organ, ORGAN_CELLS),
      date: printDate(date),
    },
    preface: prefaceOf(face.preface),
    groups: groupsOf(members, project),
    twoSided: face.twoSided,
  };
}

/** The latest date that any of the documents bears; empty where none bears one. */
function newest(members: readonly Member[]): string {
  const dates = members.map(({ entry }) => textAt(entry.data, 'issuedOn'));
  return dates.reduce((latest, date) => (date > latest ? date : latest), '');
}

function prefaceOf(sections: readonly Section[]): readonly Block[] {
  return sections.flatMap(({ title, blocks }): readonly Block[] => [
    { kind: 'heading', level: 0, number: '', inlines: [{ kind: 'text', text: title }] },
    ...numberHeadings(blocks),
  ]);
}

/** Groups in the order in which they are first met; one alone needs no heading. */
function groupsOf(members: readonly Member[], project: Project): readonly VolumeGroup[] {
  const titles = [...new Set(members.map(({ group }) => group))];
  return titles.map((title) => ({
    title: titles.length === 1 ? '' : title,
    parts: members.filter(({ group }) => group === title).map((member) => partOf(member, project)),
  }));
}

function partOf({ entry, title, doc }: Member, project: Project): VolumePart {
  const phrases = [project.campaign.shortName, entry.kind.label];
  const source = fitSource(sourceOf(entry, project));
  return { title, lines: breakEntry(title, source, phrases, gbt9704), source, tableSize: entry.kind.tableSize, doc };
}

/** The unit by its short name; for an issue of a series, the day on which it appeared. */
function sourceOf({ unit, kind, data }: Entry, project: Project): string {
  const own = indexOf(project).units.get(unit);
  if (own) return textAt(own.data, 'shortName') || textAt(own.data, 'fullName');
  return kind.head === 'bulletin' ? printDate(textAt(data, 'issuedOn')) : '';
}
