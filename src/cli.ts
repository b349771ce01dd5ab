#!/usr/bin/env node
import { createProgram } from './cli/program.js';
import { reportFailure } from './cli/failure.js';

process.exitCode = await createProgram()
  .parseAsync(process.argv)
  .then(
    () => process.exitCode ?? 0,
    (error: unknown) => reportFailure(error, process.argv.includes('--debug')),
  );
