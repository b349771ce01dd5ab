import type { Campaign } from '../../model/campaign.js';
import { countAt, textAt } from '../../model/data.js';
import type { Data } from '../../model/data.js';
import { percent, sum } from '../../campaign/arithmetic.js';
import { tally, tierOf } from '../../campaign/tally.js';
import { computedFrom, recordsBelow, setFieldOrigins } from '../origins.js';

/** The rounds of a survey, each with its totals over all kinds and its consequence. */
export function roundsOf(survey: Data, setKey: string, campaign: Campaign): readonly Data[] {
  const records = recordsBelow(survey, 'rounds');
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
  const row = {
    round,
    records,
    satisfied: favourable,
    valid,
    issued: sum(records.map((record) => countAt(record, 'issued'))),
    returned: sum(records.map((record) => countAt(record, 'returned'))),
    on:
      records
        .map((record) => textAt(record, 'on'))
        .sort()
        .at(-1) ?? '',
    rate: percent(favourable, valid) || null,
    tier: tier?.name ?? null,
    consequence: tier?.consequence ?? '',
  };
  const votes = [records, 'counts', records, 'valid'];
  return setFieldOrigins(row, {
    satisfied: computedFrom([records, 'counts'], row.satisfied),
    valid: computedFrom([records, 'valid'], row.valid),
    issued: computedFrom([records, 'issued'], row.issued),
    returned: computedFrom([records, 'returned'], row.returned),
    on: computedFrom([records, 'on'], row.on),
    rate: computedFrom(votes, row.rate),
    tier: computedFrom(votes, row.tier),
    consequence: computedFrom(votes, row.consequence),
  });
}
