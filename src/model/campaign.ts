import type { Severity } from './diagnostic.js';
import type { Geometry } from './style.js';

/** The campaign as its content file states it. Dates are YYYY-MM-DD; the code compares them and never reads meaning into a name. */
export interface Campaign {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly year: number;
  readonly from: string;
  readonly to: string;
  readonly organs: Organs;
  readonly phases: readonly Phase[];
  readonly steps: readonly Step[];
  readonly deliverables: readonly Deliverable[];
  readonly unitKinds: readonly string[];
  readonly inspectionGroups: readonly InspectionGroup[];
  readonly villages: readonly string[];
  readonly sets: readonly NamedSet[];
  readonly tiers: readonly Tier[];
  /** The unit whose mobilisation comes first; empty where none leads. */
  readonly leadUnit: string;
  /** Labels of the fields of unit.md that no unit may leave out. */
  readonly unitRequired: readonly string[];
  readonly audiences: readonly Audience[];
  readonly statistics: readonly Statistic[];
  readonly settings: readonly RuleSetting[];
  /** Words of the campaign that no title is broken within. */
  readonly terms: readonly string[];
  /** What names a body: short or other name to full name. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly layout: Layout;
  /** Number of regular bulletins that appeared before this campaign's first. */
  readonly bulletinsBefore: number;
}

/** How a campaign's documents are set, where GB/T 9704 leaves a choice or custom differs. */
export interface Layout {
  /** `drawn` prints the red head, `preprinted` leaves its room on paper that has one, `none` has no red head. */
  readonly masthead: MastheadMode;
  readonly geometry: Geometry;
  /** Whether 版记 stands on an even page of its own. */
  readonly evenColophon: boolean;
}
export type MastheadMode = 'drawn' | 'preprinted' | 'none';

export interface Organs {
  readonly superior: string;
  readonly leadingGroup: string;
  readonly office: string;
  readonly printer: string;
  readonly docPrefix: string;
}
export interface Phase {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
}
export interface Step extends Phase {
  readonly phase: string;
}
/** A document that every unit, or every unit of the named kinds, owes by a date. */
export interface Deliverable {
  readonly kind: string;
  readonly step: string;
  readonly due: string;
  readonly unitKinds: readonly string[];
  /** Bodies that receive it, as the campaign names them. */
  readonly fileTo: readonly string[];
  /** Those to whom it is announced; names of `Audience`. */
  readonly audience: readonly string[];
  /** Kinds of document that it must enclose. */
  readonly materials: readonly string[];
}
export interface InspectionGroup {
  readonly id: string;
  readonly name: string;
  readonly head: string;
}
/** A circle to be informed, with the words by which content may name it. */
export interface Audience {
  readonly name: string;
  readonly words: readonly string[];
}
/** The names under which a summary states one figure that other documents hold. */
export interface Statistic {
  readonly figure: string;
  readonly names: readonly string[];
}
export type Comparison = '至少' | '至多' | '等于';
/** What the campaign lays down for one rule: its limit, what and whom it concerns, or how much it weighs. */
export interface RuleSetting {
  /** Position in the campaign's list, so that a finding can point there. */
  readonly index: number;
  readonly code: string;
  readonly metric: string;
  readonly op: Comparison;
  readonly value: number | null;
  readonly date: string;
  readonly measure: string;
  /** The statistics, sections, kinds of document, kinds of unit and audiences concerned; empty means all. */
  readonly names: readonly string[];
  readonly sections: readonly string[];
  readonly kinds: readonly string[];
  readonly unitKinds: readonly string[];
  readonly audience: readonly string[];
  /** Whether the limit is for each member and not for the unit. */
  readonly perMember: boolean;
  /** `off` silences; null leaves the rule's own severity. */
  readonly severity: Severity | 'off' | null;
  readonly reason: string;
}
/** A group of words with a name and a fixed size, such as the five benchmarks or the grades of a ballot. */
export interface NamedSet {
  readonly key: string;
  readonly name: string;
  readonly members: readonly string[];
  /** Members that count as satisfied. */
  readonly favourable: readonly string[];
  /** Its fixed size, `null` where it is only a vocabulary. */
  readonly size: number | null;
  /** Members whose use must be explained beside it. */
  readonly explained: readonly string[];
  /** Members that close an item. */
  readonly closing: readonly string[];
}
/** A band of satisfaction: reached when 100 × favourable ≥ from × valid. The highest band comes first. */
export interface Tier {
  readonly name: string;
  readonly from: number;
  readonly consequence: string;
  /** What the survey's report must then record; empty where nothing. */
  readonly record: '' | '回头看' | '下一批';
}

export function findSet(campaign: Campaign, key: string): NamedSet | undefined {
  return campaign.sets.find((set) => set.key === key);
}

/** The settings that a campaign makes for a rule. */
export function settingsOf(campaign: Campaign, code: string): readonly RuleSetting[] {
  return campaign.settings.filter((setting) => setting.code === code);
}

const MASTHEADS: Readonly<Record<string, MastheadMode>> = { 电子红头: 'drawn', 套红纸: 'preprinted', 无红头: 'none' };

/** A masthead by the name that content gives it; null where it gives none. */
export function mastheadModeNamed(name: string): MastheadMode | null {
  return MASTHEADS[name] ?? null;
}
