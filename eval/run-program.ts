import type { Command } from 'commander';
import { describeFailure, toFailure } from '../src/cli/describe-failure.ts';

/** Runs what was asked for on the command line; a failure is told in a sentence, and the program ends with 1. */
export async function runProgram(program: Command): Promise<void> {
  try {
    await program.parseAsync(process.argv);
  } catch (error) {
    const failure = toFailure(error, new AbortController().signal);
    process.stderr.write(`${program.name()}: ${describeFailure(failure)}\n`);
    process.exitCode = 1;
  }
}
