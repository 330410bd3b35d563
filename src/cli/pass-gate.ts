import type { Command } from 'commander';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { openCaseBook } from '../assembly/open-case-desk.ts';
import type { notingOnCommandLine } from '../assembly/open-identity.ts';
import { type OpenService, openService } from '../assembly/open-service.ts';
import type { Candidate } from '../chat/desk/as-it-would-be.ts';
import type { PublishGate } from '../chat/desk/publish-gate.ts';
import { dataDirectory } from './data-option.ts';
import type { CommandContext } from './program.ts';

/** What is written with a change, in its transaction. */
export type WrittenWith = Awaited<ReturnType<PublishGate['admit']>>['also'];

/** What notes a change, in its transaction. */
export type Noting = ReturnType<typeof notingOnCommandLine>;

export interface GateOptions {
  readonly data?: string;
  readonly json?: boolean;
  readonly anyway?: string;
}

/** For what is published although kept cases break. */
export const addAnywayOption = (command: Command): Command =>
  command.option('--anyway <reason>', 'publish it although kept cases break, and why: the log keeps it');

/**
 * Holds what a command publishes against the kept cases, on the shop opened for that alone; where none is kept, nothing is opened.
 *
 * @returns What is written with the change.
 * @throws {AssistantError} GATE_FAILED with what breaks.
 */
export async function passGate(
  options: GateOptions,
  context: CommandContext,
  candidate: (service: OpenService) => Promise<Candidate>,
): Promise<WrittenWith> {
  const directory = dataDirectory(options, context);
  const { clock, signal } = context;
  if (!(await hasCases(directory, clock))) return async () => undefined;
  const { note } = context.output(options);
  const service = await openService({ settings: context.settings(), directory, clock, note, signal });
  try {
    const publication = { by: { agentId: 'command-line' }, anyway: options.anyway };
    return (await service.desk.gate.admit(await candidate(service), publication, signal)).also;
  } finally {
    await service.close();
  }
}

/** What notes a change, and what the gate has written with it, in this order. */
export const noted =
  (note: Noting, admitted: WrittenWith): WrittenWith =>
  async (write, version) => {
    await note(write);
    await admitted(write, version);
  };

async function hasCases(directory: string, clock: () => number): Promise<boolean> {
  const database = await openSqliteDatabase({ directory });
  try {
    return (await openCaseBook(database, clock).list('kept')).length > 0;
  } finally {
    await database.close();
  }
}
