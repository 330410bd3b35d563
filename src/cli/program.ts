import { Command, CommanderError } from 'commander';
import type { Settings } from '../config/config.ts';
import { addAgentsCommand } from './commands/agents.ts';
import { addAuditCommand } from './commands/audit.ts';
import { addBackupCommands } from './commands/backup.ts';
import { addCasesCommand } from './commands/cases.ts';
import { addChatCommand } from './commands/chat.ts';
import { addConfigCommand } from './commands/config.ts';
import { addCustomersCommand } from './commands/customers.ts';
import { addDoctorCommand } from './commands/doctor.ts';
import { addImportCommands } from './commands/import.ts';
import { addReplayCommand } from './commands/replay.ts';
import { addReportCommand } from './commands/report.ts';
import { addRulesCommand } from './commands/rules.ts';
import { addServeCommand } from './commands/serve.ts';
import { addSynonymsCommand } from './commands/synonyms.ts';
import { addTrainCommand } from './commands/train.ts';
import { addWeightsCommand } from './commands/weights.ts';
import { describeFailure, type Failure, toFailure } from './describe-failure.ts';
import { createOutput, type Output } from './output.ts';

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

const AFTER_HELP = `
Settings are read from the environment and from a file .env; "floorwalker config show" lists them.
Exit codes: 0 done, 1 failed, 2 wrong usage.`;

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
    .addHelpText('after', AFTER_HELP)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'floorwalker: ')),
    })
    .showHelpAfterError('(--help lists what there is)');
  for (const add of [
    addServeCommand,
    addImportCommands,
    addTrainCommand,
    addReportCommand,
    addReplayCommand,
    addSynonymsCommand,
    addRulesCommand,
    addCasesCommand,
    addCustomersCommand,
    addWeightsCommand,
    addAgentsCommand,
    addAuditCommand,
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
    if (error instanceof CommanderError && error.exitCode === 0) return DONE;
    const failure = error instanceof CommanderError ? wrongUsage(error) : toFailure(error, context.signal);
    if (arguments_.includes('--json')) stdout.write(`${JSON.stringify({ error: failure })}\n`);
    if (error instanceof CommanderError) return WRONG_USAGE;
    stderr.write(`floorwalker: ${describeFailure(failure)}\n`);
    return FAILED;
  }
}

/** A group without a command prints its help, and its name says nothing. */
function wrongUsage({ code, message }: CommanderError): Failure {
  return {
    code: 'WRONG_USAGE',
    message: code === 'commander.help' ? 'A command is needed' : message.replace(/^error: /, ''),
  };
}
