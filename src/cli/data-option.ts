import type { Command } from 'commander';
import type { CommandContext } from './program.ts';

/** `--data` and `--json`, worded once. */
export function addDataOption(command: Command): Command {
  return addJsonOption(
    command.option(
      '--data <directory>',
      'directory that holds everything (default: FLOORWALKER_DATA, else .floorwalker)',
    ),
  );
}

export const addJsonOption = (command: Command): Command =>
  command.option('--json', 'print one JSON object on standard output and nothing else there');

export const dataDirectory = (options: { readonly data?: string }, context: CommandContext): string =>
  options.data ?? context.settings().DATA;
