import { Command } from 'commander';
import { printFailures } from '../../print-failures.ts';
import { printResult } from '../../print-result.ts';

interface Options {
  readonly cases?: string;
  readonly limit?: string;
  readonly planted: string;
  readonly failures?: boolean;
  readonly json?: boolean;
}

export const attackCommand = (): Command =>
  new Command('attack')
    .description('A hostile model and an obedient one with poisoned data, over HTTP: what gets through')
    .option('--cases <file>', 'further hostile answers (JSON lines)')
    .option('--limit <number>', 'only the first so many answers')
    .option('--planted <number>', 'orders planted in the texts of a shop', '224')
    .option('--failures', 'list what got through')
    .option('--json', 'print one JSON object')
    .action(async ({ cases, limit, planted, failures: listed = false, json = false }: Options) => {
      const { runAttack } = await import('../attack.ts');
      const { failures, ...result } = await runAttack({
        plantedCount: Number(planted),
        ...(cases === undefined ? {} : { cases }),
        ...(limit === undefined ? {} : { limit: Number(limit) }),
      });
      printResult({ ...result, ...(json ? { failures } : {}) }, json);
      if (listed && !json) printFailures(failures);
    });
