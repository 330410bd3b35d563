import { Command } from 'commander';
import { printResult } from '../print-result.ts';
import type { SessionsOptions } from './sessions.ts';

export const sessionsCommand = (): Command =>
  new Command('sessions')
    .description('Every click of a visit foretold from those before it, by visits that were like it')
    .requiredOption(
      '--train <file>',
      'lines "visit item item ...", the visit that ended last in the last line',
    )
    .requiredOption('--test <file>', 'lines "visit item item ..."')
    .option('--reminders', 'lists may hold what the visit has seen')
    .option('--json', 'print one JSON object')
    .action(async ({ json = false, ...options }: SessionsOptions & { readonly json?: boolean }) => {
      const { runSessions } = await import('./sessions.ts');
      printResult(await runSessions(options), json);
    });
