import type { Log } from '../model/ports.js';

/** The output of a log: `process.stderr` or a replacement. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const BAR_COLUMNS = 24;
const CLEAR_LINE = '\r\x1b[2K';
/** Without a terminal, progress is reported in tenths. */
const TENTHS = 10;

/** Shows a progress bar on a terminal and plain lines elsewhere. `NO_COLOR` disables the bar's colour. */
export function openLog(terminal: Terminal = process.stderr, env: NodeJS.ProcessEnv = process.env): Log {
  return terminal.isTTY === true && env['TERM'] !== 'dumb' ? barLog(terminal, !env['NO_COLOR']) : lineLog(terminal);
}

function barLog(terminal: Terminal, coloured: boolean): Log {
  let bar = '';
  const clear = (): void => {
    if (bar !== '') terminal.write(CLEAR_LINE);
    bar = '';
  };
  return {
    line: (text) => {
      const current = bar;
      clear();
      terminal.write(`${text}\n${current}`);
      bar = current;
    },
    progress: (done, total, label) => {
      clear();
      bar = drawBar(done, total, label, terminal.columns ?? 80, coloured);
      terminal.write(bar);
    },
    end: clear,
  };
}

function drawBar(done: number, total: number, label: string, columns: number, coloured: boolean): string {
  const filled = total === 0 ? BAR_COLUMNS : Math.round((BAR_COLUMNS * Math.min(done, total)) / total);
  const full = '█'.repeat(filled);
  const count = ` ${done}/${total} `;
  const available = columns - BAR_COLUMNS - count.length - 1;
  const bar = `${coloured ? `\x1b[31m${full}\x1b[0m` : full}${'░'.repeat(BAR_COLUMNS - filled)}`;
  return `${bar}${count}${fit(label, available)}`;
}

/** Truncates a text to a number of columns. A Han character takes two. */
function fit(text: string, columns: number): string {
  let width = 0;
  let fitting = '';
  for (const character of text) {
    width += (character.codePointAt(0) ?? 0) < 0x1100 ? 1 : 2;
    if (width > columns) break;
    fitting += character;
  }
  return fitting;
}

function lineLog(terminal: Terminal): Log {
  let reported = 0;
  return {
    line: (text) => void terminal.write(`${text}\n`),
    progress: (done, total) => {
      const tenth = total === 0 ? TENTHS : Math.floor((TENTHS * done) / total);
      if (tenth > reported) terminal.write(`已完成 ${done}/${total}\n`);
      reported = tenth;
    },
    end: () => {
      reported = 0;
    },
  };
}
