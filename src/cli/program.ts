import { Command, CommanderError } from 'commander';
import type { Settings } from '../config/config.ts';
import { addBackupCommands } from './commands/backup.ts';
import { addChatCommand } from './commands/chat.ts';
import { addConfigCommand } from './commands/config.ts';
import { addDoctorCommand } from './commands/doctor.ts';
import { addImportCommands } from './commands/import.ts';
import { addServeCommand } from './commands/serve.ts';
import { addTrainCommand } from './commands/train.ts';
import { createOutput, describeFailure, type Output } from './output.ts';

/** What every command works with. */
export interface CommandContext {
  /** @throws CONFIGURATION_INVALID with all faults together; called by the commands that need it. */
  readonly settings: () => Settings;
  readonly output: (options: { readonly json?: boolean }) => Output;
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  /** Aborted by Ctrl-C and by SIGTERM. */
  readonly signal: AbortSignal;
  readonly clock: () => number;
  readonly version: string;
  /** The result was printed and is a failure: the exit code says so. */
  readonly fail: () => void;
}

const DONE = 0;
const FAILED = 1;
const WRONG_USAGE = 2;

/** Runs one command line. @returns The exit code: 0 done, 1 failed, 2 wrong usage. */
export async function runProgram(
  arguments_: readonly string[],
  context: Omit<CommandContext, 'output' | 'fail'>,
): Promise<number> {
  const { stdout, stderr } = context;
  let exitCode = DONE;
  const full: CommandContext = {
    ...context,
    output: ({ json = false }) => createOutput({ json, stdout, stderr }),
    fail: () => {
      exitCode = FAILED;
    },
  };
  const program = new Command('floorwalker')
    .description('The conversational shopping assistant a shop runs itself')
    .version(context.version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text) })
    .showHelpAfterError('(add --help for the options)');
  for (const add of [
    addServeCommand,
    addImportCommands,
    addTrainCommand,
    addChatCommand,
    addConfigCommand,
    addDoctorCommand,
    addBackupCommands,
  ]) {
    add(program, full);
  }
  try {
    await program.parseAsync(arguments_, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE;
    const failure = describeFailure(error);
    if (arguments_.includes('--json')) stdout.write(`${JSON.stringify({ error: failure })}\n`);
    stderr.write(`floorwalker: ${failure.message}\n`);
    return FAILED;
  }
}
