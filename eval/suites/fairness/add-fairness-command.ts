import type { Command } from 'commander';
import { printResult } from '../../print-result.ts';

interface Options {
  readonly train?: string;
  readonly test?: string;
  readonly shoppers: string;
  readonly json?: boolean;
}

export function addFairnessCommand(program: Command): void {
  program
    .command('fairness')
    .description('What every dial of a list costs and what it buys; sellers, calibration and loops simulated')
    .option('--train <file>', 'lines: user item item ..., for the popularity discount of the neighbours')
    .option('--test <file>', 'lines: user item item ...')
    .option('--shoppers <count>', 'of the demo shop, for the prices of the dials', '300')
    .option('--json', 'print one JSON object')
    .action(async ({ json = false, shoppers, ...files }: Options) => {
      const [{ runFairness }, { formatPrices }] = await Promise.all([
        import('../fairness.ts'),
        import('./print-prices.ts'),
      ]);
      const result = await runFairness({ ...files, shoppers: Number(shoppers) });
      printResult(result, json);
      if (!json) process.stdout.write(`\n${formatPrices(result.prices)}\n`);
    });
}
