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

/**
 * One Markdown file of the workspace, read. Places and sections are many times as large as the text and are seldom asked
 * for: they are read from it when they are, and let go again when others have been asked for since.
 */
export interface ContentFile {
  readonly source: Source;
  /** The workspace paths of the CSV files that it names and has. */
  readonly sheets: readonly string[];
  /** Front matter under identifiers; what the schema declares and the file lacks is `null`. */
  readonly data: Data;
  /** Where the value at a JSON pointer stands; a CSV list has its places in the CSV file. */
  readonly places: () => ReadonlyMap<string, Span>;
  readonly sections: () => readonly Section[];
  /** The digest of the texts that it was read from, its own and those of its sheets. */
  readonly digest: string;
  /** The digest of what other documents can see of it: front matter and headings. */
  readonly facts: () => string;
}

/** The texts that a file was read from, its own first. */
export function pathsOf({ source, sheets }: Pick<ContentFile, 'source' | 'sheets'>): readonly string[] {
  return [source.path, ...sheets];
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
  /** The folders of all units there are, where only some of them are looked at too. */
  readonly unitIds: readonly string[];
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
  const places = file.places();
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const span = places.get(at);
    if (span) return span;
  }
  return { path: file.source.path, start: 0, end: 0 };
}
