import type { Block } from '../model/block.js';
import type { Entry, Project, Unit } from '../model/project.js';
import type { Cited } from './cited.js';
import type { PrintedValue } from '../markdown/placeholders.js';

/** What every document may know of the project: the campaign, the kinds, and who the units are. */
export type CampaignFacts = Pick<Project, 'campaign' | 'campaignFile' | 'kinds' | 'units'>;

/** What a document reads of other units' documents: front matter and headings, or their paragraphs too. */
export type Reach = 'facts' | 'texts';

/** One document being composed: what its helpers may ask, and the slots that they fill. */
export interface ComposeContext {
  readonly project: CampaignFacts;
  /**
   * The whole project, other units' documents included. A document that asks for it is composed anew whenever one of
   * them has another front matter or heading; one that will look at their paragraphs must say so.
   */
  readonly whole: (reach?: Reach) => Project;
  readonly entry: Entry;
  /** The unit whose document it is; null for the campaign office's own. */
  readonly unit: Unit | null;
  /** The entries of the same unit. */
  readonly siblings: readonly Entry[];
  readonly slots: (readonly Block[])[];
  /** The values that the template prints, by the number of their placeholder. */
  readonly values: PrintedValue[];
  /** The title of another entry as it is printed. */
  readonly titleOf: (entry: Entry) => string;
  /** A roll-up's figure by the name under which prose cites it. */
  readonly cite: (name: string) => Cited;
}

export function siblingOf(context: ComposeContext, kind: string): Entry | undefined {
  return context.siblings.find((entry) => entry.kind.id === kind);
}
