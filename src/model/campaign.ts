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
}

export interface Organs {
  readonly superior: string;
  readonly leadingGroup: string;
  readonly office: string;
  readonly printer: string;
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
}
export interface InspectionGroup {
  readonly id: string;
  readonly name: string;
}
/** A group of words with a name and a fixed size, such as the five benchmarks or the grades of a ballot. */
export interface NamedSet {
  readonly key: string;
  readonly name: string;
  readonly members: readonly string[];
  /** Members that count as satisfied. */
  readonly favourable: readonly string[];
}
/** A band of satisfaction: reached when 100 × favourable ≥ from × valid. The highest band comes first. */
export interface Tier {
  readonly name: string;
  readonly from: number;
  readonly consequence: string;
}

export function findSet(campaign: Campaign, key: string): NamedSet | undefined {
  return campaign.sets.find((set) => set.key === key);
}
