import { CommanderError } from 'commander';
import { IoError } from '../model/ports.js';

/** 0 done · 1 the content has errors · 2 wrong use or a broken environment. */
export const EXIT = { done: 0, content: 1, environment: 2 } as const;

/** A wrong use of the command, told in one Chinese sentence. */
export class UsageError extends Error {}

/** Says what went wrong and returns the exit code. A failure that no one foresaw shows its stack only with `--debug`. */
export function reportFailure(error: unknown, debug: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.environment;
  const known = error instanceof UsageError || error instanceof IoError;
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(known ? `${message}\n` : `程序出了意外：${message}\n`);
  if (debug && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  else if (!known) process.stderr.write('加上 --debug 再运行一次，可以看到详细经过。\n');
  return EXIT.environment;
}
