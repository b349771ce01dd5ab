/** One figure of the benchmark. If it has a target (`bar`), `met` says whether the target was reached. */
export interface Figure {
  readonly work: string;
  readonly value: number;
  readonly unit: 'ms' | '×' | 'MB' | 'documents';
  readonly bar?: string;
  readonly met?: boolean;
  readonly note?: string;
}

/** A figure with an upper limit. */
export function atMost(work: string, value: number, unit: Figure['unit'], bar: number, note = ''): Figure {
  return { work, value, unit, bar: `≤ ${bar} ${unit}`, met: value <= bar, note };
}

/** A figure with a lower limit. */
export function atLeast(work: string, value: number, unit: Figure['unit'], bar: number, note = ''): Figure {
  return { work, value, unit, bar: `≥ ${bar} ${unit}`, met: value >= bar, note };
}

/** A figure without a target. */
export function plain(work: string, value: number, unit: Figure['unit'], note = ''): Figure {
  return { work, value, unit, note };
}

/** The figures as a Markdown table. */
export function toTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ work, value, unit, bar = '', met, note = '' }) => {
    const verdict = met === undefined ? '' : met ? 'met' : 'not met';
    return `| ${work} | ${round(value)} ${unit} | ${bar} | ${verdict} | ${note} |`;
  });
  return ['| work | measured | target | | |', '|---|--:|--:|---|---|', ...rows].join('\n');
}

function round(value: number): string {
  return value.toFixed(value < 10 ? 2 : 0);
}
