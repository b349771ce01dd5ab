import type { Block } from '../model/block.js';
import type { Entry, Project, Unit } from '../model/project.js';
import type { PlacedContent } from './origins.js';
import type { CitationResult } from './cited.js';
import type { PrintedValue } from '../markdown/placeholders.js';

/** The part of a project that every document can read: the campaign, the kinds and the units. */
export type CampaignFacts = Pick<Project, 'campaign' | 'campaignFile' | 'kinds' | 'units'>;

/** The part of other units' documents that a document reads: front matter and headings, or also paragraphs. */
export type ReadScope = 'facts' | 'texts';

/** State of one composition: the data available to helpers, and the slots that they fill. */
export interface ComposeContext {
  readonly project: CampaignFacts;
  /**
   * The whole project, including documents of other units. A document that calls it is composed again whenever front
   * matter or a heading of one of them changes, with `texts` also whenever a paragraph changes.
   */
  readonly whole: (reach?: ReadScope) => Project;
  readonly entry: Entry;
  /** The unit of the document; null for a document of the campaign office. */
  readonly unit: Unit | null;
  /** The entries of the same unit. */
  readonly siblings: readonly Entry[];
  readonly slots: (readonly Block[])[];
  /** The values that the template prints, by the number of their placeholder. */
  readonly values: PrintedValue[];
  /** The project's content, with places. */
  readonly content: PlacedContent;
  /** The printed title of another entry. */
  readonly titleOf: (entry: Entry) => string;
  /** Resolves a citation of a roll-up figure. */
  readonly cite: (name: string) => CitationResult;
}

export function siblingOf(context: ComposeContext, kind: string): Entry | undefined {
  return context.siblings.find((entry) => entry.kind.id === kind);
}
