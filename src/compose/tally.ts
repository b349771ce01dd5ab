import { findSet } from '../model/campaign.js';
import type { Campaign, Tier } from '../model/campaign.js';
import { dataAt, recordsAt, textAt } from '../model/data.js';
import type { Data, Value } from '../model/data.js';
import { percent, reaches } from '../model/figure.js';

/** Ballots of one grade set added up. */
export interface Tally {
  readonly favourable: number;
  readonly valid: number;
}

/** Votes for the favourable grades of a set among the valid ballots of `records`. */
export function tally(records: readonly Data[], setKey: string, campaign: Campaign): Tally {
  const grades = findSet(campaign, setKey)?.favourable ?? [];
  const favourable = records.flatMap((record) => grades.map((grade) => countAt(dataAt(record, 'counts'), grade)));
  return { favourable: total(favourable), valid: total(records.map((record) => countAt(record, 'valid'))) };
}

/** The band that a tally falls into; bands are compared in integers, highest first. */
export function tierOf({ favourable, valid }: Tally, campaign: Campaign): Tier | undefined {
  return campaign.tiers.find((tier) => reaches(favourable, valid, tier.from));
}

/** The rounds of a survey, each with its kinds added up and its consequence. */
export function roundsOf(survey: Data, setKey: string, campaign: Campaign): readonly Data[] {
  const records = recordsAt(survey, 'rounds');
  const numbers = [...new Set(records.map((record) => countAt(record, 'round')))].sort((a, b) => a - b);
  return numbers.map((round) =>
    roundOf(
      round,
      records.filter((record) => record['round'] === round),
      setKey,
      campaign,
    ),
  );
}

function roundOf(round: number, records: readonly Data[], setKey: string, campaign: Campaign): Data {
  const { favourable, valid } = tally(records, setKey, campaign);
  const tier = tierOf({ favourable, valid }, campaign);
  return {
    round,
    records,
    satisfied: favourable,
    valid,
    issued: total(records.map((record) => countAt(record, 'issued'))),
    returned: total(records.map((record) => countAt(record, 'returned'))),
    on:
      records
        .map((record) => textAt(record, 'on'))
        .sort()
        .at(-1) ?? '',
    rate: percent(favourable, valid) || null,
    tier: tier?.name ?? null,
    consequence: tier?.consequence ?? '',
  };
}

export function countAt(data: Data, key: string): number {
  const value: Value | undefined = data[key];
  return typeof value === 'number' ? value : 0;
}

export function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
