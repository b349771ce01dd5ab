import { widthInCells } from '../src/layout/measure.js';

/** A line of the table, with its findings, which are printed below the table. */
export interface Line {
  readonly name: string;
  readonly bar: string;
  /** How many of how many documents were judged; empty where it is no question of documents. */
  readonly judged: string;
  readonly found: string;
  readonly verdict: '' | '合格' | '不合格' | '未判';
  readonly findings: readonly string[];
}

/** Maximum number of printed findings of one line. */
const SHOWN = 20;

/** The table, followed by the findings of each line. */
export function printTable(lines: readonly Line[]): string {
  const rows = [
    ['项目', '份数', '要求', '结果', '结论'],
    ...lines.map(({ name, judged, bar, found, verdict }) => [name, judged, bar, found, verdict]),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => widthInCells(row[column] ?? ''))));
  const table = rows.map((row) =>
    row
      .map((text, column) => pad(text, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [...table, ...lines.flatMap(findingsOf), ''].join('\n');
}

function findingsOf({ name, findings }: Line): readonly string[] {
  if (findings.length === 0) return [];
  const omitted = findings.length - SHOWN;
  return ['', `${name}：`, ...findings.slice(0, SHOWN), ...(omitted > 0 ? [`……另有 ${omitted} 处`] : [])];
}

/** A full-width character is two columns wide in a terminal. */
function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.round((width - widthInCells(text)) * 2));
}
