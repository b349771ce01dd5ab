import type { Block } from './block.js';
import type { Campaign } from './campaign.js';
import { textAt } from './data.js';
import type { Data } from './data.js';
import type { Kind } from './kind.js';
import type { Schema } from './schema.js';
import type { Source } from './source.js';
import type { Span } from './span.js';

/** A `##` section of a body, which a template can place by its title. */
export interface Section {
  readonly title: string;
  readonly span: Span;
  /** The blocks before the first subheading. */
  readonly intro: readonly Block[];
  /** Everything under the heading, subheadings included. */
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}

/**
 * One parsed Markdown file of the workspace. Places and sections are many times as large as the text and rarely needed:
 * they are computed on demand and may be evicted and computed again.
 */
export interface ContentFile {
  readonly source: Source;
  /** Workspace paths of the existing CSV files that it refers to. */
  readonly sheets: readonly string[];
  /** Front matter under identifiers; fields of the schema that the file lacks are `null`. */
  readonly data: Data;
  /** The location of each value by JSON pointer; values of a CSV list are located in the CSV file. */
  readonly places: () => ReadonlyMap<string, Span>;
  readonly sections: () => readonly Section[];
  /** Digest of its text and of the texts of its CSV files. */
  readonly digest: string;
  /** Digest of its front matter and headings, which other documents can read. */
  readonly facts: () => string;
}

/** The paths of a content file and its CSV files, its own first. */
export function pathsOf({ source, sheets }: Pick<ContentFile, 'source' | 'sheets'>): readonly string[] {
  return [source.path, ...sheets];
}

export interface Unit extends ContentFile {
  /** The name of the unit's folder. */
  readonly id: string;
}

/** A content file that is built as a document. */
export interface Entry extends ContentFile {
  readonly kind: Kind;
  /** Stable and unique: the path of the content file without its extension, such as `units/luwan/plan`. */
  readonly id: string;
  /** The id of its unit; empty for a document of the campaign office. */
  readonly unit: string;
  readonly draft: boolean;
  /** False if front matter and body could not be separated: the entry is neither checked nor printed. */
  readonly readable: boolean;
}

/** The definition of a volume; its `##` sections are the preface. */
export interface VolumeFile extends ContentFile {
  /** The name of the content file without its extension. */
  readonly id: string;
}

export interface Project {
  readonly campaign: Campaign;
  readonly campaignFile: ContentFile;
  readonly units: readonly Unit[];
  /** The ids of all units, even if only some of them are loaded. */
  readonly unitIds: readonly string[];
  readonly entries: readonly Entry[];
  readonly volumes: readonly VolumeFile[];
  readonly kinds: readonly Kind[];
  /** Schema of the front matter of units; that of documents is part of their kind. */
  readonly unitSchema: Schema;
  readonly volumeSchema: Schema;
  /** Handlebars partials by name. */
  readonly partials: ReadonlyMap<string, Source>;
  /** All source texts by path, for converting spans to lines. */
  readonly sources: ReadonlyMap<string, Source>;
  /** All files below `content/` by path, with their sizes in bytes. */
  readonly files: ReadonlyMap<string, number>;
}

/** Whether a document has a 密级. Classified documents are listed by number only; their content is never copied. */
export function isClassified({ data }: ContentFile): boolean {
  return textAt(data, 'classification') !== '';
}
