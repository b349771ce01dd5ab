import type { Campaign } from '../../model/campaign.js';
import type { Data } from '../../model/data.js';
import { readCell } from './cell-value.js';
import { isBlank, shownText } from './grid.js';
import type { Grid } from './grid.js';
import { fieldsOf, normalLabel } from './lists.js';
import type { Field } from './lists.js';
import type { Match } from './match.js';

/** Matches a labelled remark, such as 填报人：贝思雨　截止日期：2026年8月31日. */
const REMARK = /([^\s：:，,；;]{1,12})[：:]\s*([^\s：:]+)/gu;

/** Reads front matter fields of the document from labelled remarks in the rows above a table. */
export function readLabelledRemarks({ grid, header, list }: Match, campaign: Campaign): Data {
  const fields = fieldsOf(list.kind.schema, campaign).filter(({ path }) => path.length === 1 && path[0] !== 'status');
  const found = textsAbove(grid, header.row).flatMap((text) => [...text.matchAll(REMARK)]);
  return found.reduce<Data>((data, [, label = '', text = '']) => withAnswer(data, label, text, fields, campaign), {});
}

function textsAbove(grid: Grid, headerRow: number): readonly string[] {
  const rows = grid.rows.filter(({ number }) => number < headerRow);
  return rows.map(({ cells }) =>
    cells
      .filter((cell) => cell.from === 'own' && !isBlank(cell))
      .map(shownText)
      .join(' '),
  );
}

function withAnswer(data: Data, label: string, text: string, fields: readonly Field[], campaign: Campaign): Data {
  const field = fields.find(({ names }) => names.includes(normalLabel(label)));
  const key = field?.path[0];
  if (!field || key === undefined || Object.hasOwn(data, key)) return data;
  const reading = readCell({ content: { kind: 'text', text }, from: 'own' }, field.schema, campaign);
  return reading.kind === 'value' && reading.value !== null ? { ...data, [key]: reading.value } : data;
}
