import type { Block } from './block.js';
import type { Campaign } from './campaign.js';
import { textAt } from './data.js';
import type { Data } from './data.js';
import type { Kind } from './kind.js';
import type { Schema } from './schema.js';
import type { Source } from './source.js';
import type { Span } from './span.js';

/** A `##` heading of a body with what stands under it: a named slot that a template can place. */
export interface Section {
  readonly title: string;
  readonly span: Span;
  /** What stands before the first subheading. */
  readonly intro: readonly Block[];
  /** Everything under the heading, subheadings included. */
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}

/** One Markdown file of the workspace, read. */
export interface ContentFile {
  readonly source: Source;
  /** Front matter under identifiers; what the schema declares and the file lacks is `null`. */
  readonly data: Data;
  /** Where the value at a JSON pointer stands; a CSV list has its places in the CSV file. */
  readonly places: ReadonlyMap<string, Span>;
  readonly sections: readonly Section[];
}

export interface Unit extends ContentFile {
  /** The name of the unit's folder. */
  readonly id: string;
}

/** A content file that becomes a document. */
export interface Entry extends ContentFile {
  readonly kind: Kind;
  /** Stable and unique: the path of the content file without its ending, such as `units/luwan/plan`. */
  readonly id: string;
  /** The unit whose document it is; empty for the campaign office's own. */
  readonly unit: string;
  readonly draft: boolean;
  /** False where front matter and body could not even be told apart: there is nothing to check and nothing to print. */
  readonly readable: boolean;
}

/** Documents that the campaign office wants bound together; what stands under `##` headings is the preface. */
export interface VolumeFile extends ContentFile {
  /** The name of the content file without its ending. */
  readonly id: string;
}

export interface Project {
  readonly campaign: Campaign;
  readonly campaignFile: ContentFile;
  readonly units: readonly Unit[];
  readonly entries: readonly Entry[];
  readonly volumes: readonly VolumeFile[];
  readonly kinds: readonly Kind[];
  /** The shape of a unit's front matter; the shape of a document's belongs to its kind. */
  readonly unitSchema: Schema;
  readonly volumeSchema: Schema;
  /** Handlebars partials by name. */
  readonly partials: ReadonlyMap<string, Source>;
  /** Every text that was read, by path, so that a span can be shown as a line. */
  readonly sources: ReadonlyMap<string, Source>;
  /** Every file below `content/`, texts and others, by path with its size in bytes. */
  readonly files: ReadonlyMap<string, number>;
}

/** Whether a document bears 密级: such a one is told of by its number, and nothing of it goes anywhere. */
export function isClassified({ data }: ContentFile): boolean {
  return textAt(data, 'classification') !== '';
}

/** The place of a value, or of the nearest thing around it that has one. */
export function placeOf(file: ContentFile, pointer: string): Span {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const span = file.places.get(at);
    if (span) return span;
  }
  return { path: file.source.path, start: 0, end: 0 };
}
