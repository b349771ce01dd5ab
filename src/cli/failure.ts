import { CommanderError } from 'commander';
import { IoError } from '../model/ports.js';

/** Exit codes: 0 success, 1 errors in the content, 2 wrong usage or a faulty environment. */
export const EXIT = { done: 0, content: 1, environment: 2 } as const;

/** Wrong usage of a command. The message is one Chinese sentence. */
export class UsageError extends Error {}

/** Prints an error and returns the exit code. The stack is shown only with `--debug`. */
export function reportFailure(error: unknown, debug: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.environment;
  const isExpected = error instanceof UsageError || error instanceof IoError;
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(isExpected ? `${message}\n` : `程序出了意外：${message}\n`);
  if (debug && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  else if (!isExpected) process.stderr.write('加上 --debug 再运行一次，可以看到详细经过。\n');
  return EXIT.environment;
}
