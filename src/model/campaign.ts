import type { Severity } from './diagnostic.js';
import type { Geometry } from './style.js';

/** The campaign as its content file defines it. Dates are YYYY-MM-DD. Names are compared, never interpreted. */
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
  /** The unit that mobilises first; empty if there is none. */
  readonly leadUnit: string;
  /** Labels of the required fields of unit.md. */
  readonly unitRequired: readonly string[];
  readonly audiences: readonly Audience[];
  readonly statistics: readonly Statistic[];
  readonly settings: readonly RuleSetting[];
  /** Terms of the campaign that a line break in a title does not split. */
  readonly terms: readonly string[];
  /** Short or alternative name of a body to its full name. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly layout: Layout;
  /** Number of regular bulletins issued before the first one of this campaign. */
  readonly bulletinsBefore: number;
}

/** Layout choices of the campaign, where GB/T 9704 leaves a choice or practice differs. */
export interface Layout {
  /** `drawn` prints the red head, `preprinted` leaves space for it on preprinted paper, `none` has no red head. */
  readonly masthead: MastheadMode;
  readonly geometry: Geometry;
  /** Whether 版记 is placed on a separate even page. */
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
/** A document due by a date from every unit, or from every unit of the named kinds. */
export interface Deliverable {
  readonly kind: string;
  readonly step: string;
  readonly due: string;
  readonly unitKinds: readonly string[];
  /** Receiving bodies, by the names used in the campaign file. */
  readonly fileTo: readonly string[];
  /** Names of the audiences (`Audience`) to which it is announced. */
  readonly audience: readonly string[];
  /** Kinds of document that it must enclose. */
  readonly materials: readonly string[];
}
export interface InspectionGroup {
  readonly id: string;
  readonly name: string;
  readonly head: string;
}
/** A group of people to be informed, with the words that may refer to it in content. */
export interface Audience {
  readonly name: string;
  readonly words: readonly string[];
}
/** The names under which a summary may state a figure that other documents hold. */
export interface Statistic {
  readonly figure: string;
  readonly names: readonly string[];
}
export type Comparison = '至少' | '至多' | '等于';
/** A setting of the campaign for one rule: a limit, its scope, or its severity. */
export interface RuleSetting {
  /** Position in the campaign's list of settings, used to locate findings. */
  readonly index: number;
  readonly code: string;
  readonly metric: string;
  readonly op: Comparison;
  readonly value: number | null;
  readonly date: string;
  readonly measure: string;
  /** The statistics, sections, kinds of document, kinds of unit and audiences that it applies to; empty means all. */
  readonly names: readonly string[];
  readonly sections: readonly string[];
  readonly kinds: readonly string[];
  readonly unitKinds: readonly string[];
  readonly audience: readonly string[];
  /** Whether the limit applies to each member instead of the unit. */
  readonly perMember: boolean;
  /** `off` disables the rule; null keeps the default severity of the rule. */
  readonly severity: Severity | 'off' | null;
  readonly reason: string;
}
/** A named set of words, such as the five benchmarks or the grades of a ballot. */
export interface NamedSet {
  readonly key: string;
  readonly name: string;
  readonly members: readonly string[];
  /** Members that count as satisfied. */
  readonly favourable: readonly string[];
  /** The required size; `null` if the set is only a vocabulary. */
  readonly size: number | null;
  /** Members whose use requires an explanation. */
  readonly explained: readonly string[];
  /** Members that close an item. */
  readonly closing: readonly string[];
  /** Members that keep an open item from being overdue. */
  readonly lasting: readonly string[];
}
/** A band of satisfaction: reached when 100 × favourable ≥ from × valid. The highest band comes first. */
export interface Tier {
  readonly name: string;
  readonly from: number;
  readonly consequence: string;
  /** What the report of the survey must then record; empty if nothing. */
  readonly record: '' | '回头看' | '下一批';
}

export function findSet(campaign: Campaign, key: string): NamedSet | undefined {
  return campaign.sets.find((set) => set.key === key);
}

/** The campaign's settings for a rule. */
export function settingsOf(campaign: Campaign, code: string): readonly RuleSetting[] {
  return campaign.settings.filter((setting) => setting.code === code);
}

const MASTHEADS: Readonly<Record<string, MastheadMode>> = { 电子红头: 'drawn', 套红纸: 'preprinted', 无红头: 'none' };

/** The masthead mode with a Chinese name; null if there is none with this name. */
export function mastheadModeNamed(name: string): MastheadMode | null {
  return MASTHEADS[name] ?? null;
}
