import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { backupDirectory, restoreDirectory } from '../../../connectors/database/backup-file.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import { addDataOption, dataDirectory } from '../data-option.ts';
import { counted } from '../describe-rows.ts';
import type { CommandContext } from '../program.ts';

export function addBackupCommands(program: Command, context: CommandContext): void {
  addDataOption(
    program
      .command('backup <file>')
      .description('Copy the whole state into one file, also while a server runs'),
  ).action(async (file: string, options: { data?: string; json?: boolean }) => {
    const directory = dataDirectory(options, context);
    assertFolder(file);
    const { bytes } = await backupDirectory(directory, file);
    context
      .output(options)
      .result({ file, bytes }, `Backed up ${directory} to ${file} (${(bytes / 1_048_576).toFixed(1)} MB)`);
  });
  addDataOption(
    program
      .command('restore <file>')
      .description('Replace the whole state by a backup; no server may run on it'),
  ).action(async (file: string, options: { data?: string; json?: boolean }) => {
    const directory = dataDirectory(options, context);
    const counts = await restoreDirectory(file, directory);
    context
      .output(options)
      .result(
        { file, directory, ...counts },
        `Restored ${counted(counts.products, 'product')} and ${counted(counts.conversations, 'conversation')} to ${directory}`,
      );
  });
}

function assertFolder(file: string): void {
  const folder = dirname(resolve(file));
  if (!existsSync(folder))
    throw new AssistantError('INVALID_ARGUMENT', `There is no folder ${folder} to write the backup to`);
}
