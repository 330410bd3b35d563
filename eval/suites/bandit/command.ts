import { Command } from 'commander';
import { AssistantError } from '../../../src/errors/assistant-error.ts';
import { printResult } from '../../print-result.ts';
import { runBandit } from '../bandit.ts';
import type { JudgeLogOptions } from './judge-log.ts';
import { judgeShop } from './judge-shop.ts';
import { locateLogs } from './read-bandit-log.ts';

interface BanditOptions extends Omit<JudgeLogOptions, 'data'> {
  readonly data?: string;
  readonly log?: string;
  readonly simulate: boolean;
  readonly json?: boolean;
}

export const banditCommand = (): Command =>
  new Command('bandit')
    .description(
      'What one logged policy would have brought, from the log of another; and the policies that learn, simulated',
    )
    .option('--data <folder>', 'Open Bandit logs: <policy>/<campaign>/<campaign>.csv[.gz]')
    .option(
      '--log <directory>',
      'in place of --data: the data directory of a shop, whose strategies are judged',
    )
    .option('--campaign <name>', 'campaign', 'men')
    .option('--from <policy>', 'policy whose log is read', 'random')
    .option('--to <policy>', 'policy that is judged', 'bts')
    .option(
      '--prior <file>',
      'YAML campaign: { alpha, beta } of bts (default: prior_bts.yaml in the folder, else as published)',
    )
    .option('--no-simulate', 'leave out the simulated shop')
    .option('--json', 'print one JSON object')
    .action(async ({ json = false, data, log, ...options }: BanditOptions) => {
      if ((data === undefined) === (log === undefined))
        throw new AssistantError('INVALID_ARGUMENT', 'Name either --data or --log');
      if (log !== undefined) return printResult(await judgeShop(log), json);
      const result = runBandit({ ...options, ...locateLogs(data ?? '', options) });
      printResult(result, json);
      if (json) return;
      process.stdout.write(`Probabilities of ${result.data.to}: ${result.policyFrom}\n`);
      if (result.refused !== undefined)
        process.stdout.write(`No estimate: the log does not support one (${result.refused})\n`);
    });
