import type { Format } from '../../formats/format.js';
import { textAt, textsAt } from '../../model/data.js';
import { placeOf } from '../../model/origin.js';
import type { ContentFile, Project, Section, VolumeFile } from '../../model/project.js';
import type { Span } from '../../model/span.js';

/** The documents to bind, and the cover of the volume. */
export interface VolumePlan {
  /** Path of the files without extension, relative to the out folder. */
  readonly stem: string;
  readonly title: string;
  readonly organ: string;
  /** YYYY-MM-DD; empty means the date of the newest document. */
  readonly date: string;
  /** Ids or labels, in the order of the volume; empty means all. */
  readonly kinds: readonly string[];
  /** Unit ids; empty means all. */
  readonly units: readonly string[];
  readonly drafts: boolean;
  readonly twoSided: boolean;
  readonly preface: readonly Section[];
  /** The content file of the volume; null for a volume from the command line. */
  readonly file: ContentFile | null;
}

const FOLDER = 'volumes/';

/** The volumes that the content defines. */
export function planVolumes(project: Project): readonly VolumePlan[] {
  return project.volumes.map((file) => planOf(file, project));
}

function planOf(file: VolumeFile, project: Project): VolumePlan {
  const { data } = file;
  return {
    stem: stemOf(file),
    title: textAt(data, 'title'),
    organ: textAt(data, 'organ') || project.campaign.organs.office,
    date: textAt(data, 'date'),
    kinds: textsAt(data, 'kinds'),
    units: textsAt(data, 'units'),
    drafts: data['drafts'] === true,
    twoSided: data['twoSided'] === true,
    preface: file.sections(),
    file,
  };
}

/** A format that volumes have. */
export type VolumeFormat = Format & { readonly writeVolume: NonNullable<Format['writeVolume']> };

/** The formats among `formats` that volumes have. */
export function volumeFormats(formats: readonly Format[]): readonly VolumeFormat[] {
  return formats.filter((format): format is VolumeFormat => format.writeVolume !== null);
}

/** The path of a file of a volume, relative to the out folder. */
export function volumePath(stem: string, { extension }: Format): string {
  return `${stem}.${extension}`;
}

/** The files of volumes in the given formats. */
export function volumePaths(stems: readonly string[], formats: readonly Format[]): readonly string[] {
  return stems.flatMap((stem) => volumeFormats(formats).map((format) => volumePath(stem, format)));
}

/** The output path of a volume, without extension. */
export function stemOf({ id }: VolumeFile): string {
  return FOLDER + id;
}

/** The place of a finding about a volume. */
export function spanOf({ file }: VolumePlan, pointer: string): { readonly span?: Span } {
  return file === null ? {} : { span: placeOf(file, pointer) };
}
