import type { Log } from '../model/ports.js';

/** Where a log is written: `process.stderr`, or a stand-in. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const BAR = 24;
const CLEAR_LINE = '\r\x1b[2K';
/** Without a terminal a line is written at every tenth of the way. */
const TENTHS = 10;

/** A bar on one line of a terminal, plain lines elsewhere. `NO_COLOR` leaves the bar uncoloured. */
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
      const kept = bar;
      clear();
      terminal.write(`${text}\n${kept}`);
      bar = kept;
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
  const filled = total === 0 ? BAR : Math.round((BAR * Math.min(done, total)) / total);
  const full = '█'.repeat(filled);
  const count = ` ${done}/${total} `;
  const room = columns - BAR - count.length - 1;
  return `${coloured ? `\x1b[31m${full}\x1b[0m` : full}${'░'.repeat(BAR - filled)}${count}${fit(label, room)}`;
}

/** As much of a text as fits into so many columns; a Han character takes two. */
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
  let told = 0;
  return {
    line: (text) => void terminal.write(`${text}\n`),
    progress: (done, total) => {
      const tenth = total === 0 ? TENTHS : Math.floor((TENTHS * done) / total);
      if (tenth > told) terminal.write(`已完成 ${done}/${total}\n`);
      told = tenth;
    },
    end: () => {
      told = 0;
    },
  };
}
