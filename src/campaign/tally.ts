import { findSet } from '../model/campaign.js';
import type { Campaign, Tier } from '../model/campaign.js';
import { countAt, dataAt } from '../model/data.js';
import type { Data } from '../model/data.js';
import { reachesPercent, sum } from './arithmetic.js';

/** The ballots of one grade set, added up. */
export interface Tally {
  readonly favourable: number;
  readonly valid: number;
}

/** Votes for the favourable grades of a set among the valid ballots of `records`. */
export function tally(records: readonly Data[], setKey: string, campaign: Campaign): Tally {
  const grades = findSet(campaign, setKey)?.favourable ?? [];
  const favourable = records.flatMap((record) => grades.map((grade) => countAt(dataAt(record, 'counts'), grade)));
  return { favourable: sum(favourable), valid: sum(records.map((record) => countAt(record, 'valid'))) };
}

/** The first tier, highest first, whose lower limit a tally reaches; compared in integers. */
export function tierOf({ favourable, valid }: Tally, campaign: Campaign): Tier | undefined {
  return campaign.tiers.find((tier) => reachesPercent(favourable, valid, tier.from));
}
