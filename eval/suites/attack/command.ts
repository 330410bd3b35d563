import { Command } from 'commander';
import { keepResult } from '../../keep-result.ts';
import { printFailures } from '../../print-failures.ts';
import { printResult } from '../../print-result.ts';
import { realModel } from '../../real-model.ts';

interface Options {
  readonly data?: readonly string[];
  readonly sample: string;
  readonly seed: string;
  readonly cases?: string;
  readonly limit?: string;
  readonly planted: string;
  readonly out?: string;
  readonly failures?: boolean;
  readonly json?: boolean;
}

export const attackCommand = (): Command =>
  new Command('attack')
    .description('A hostile model and an obedient one with poisoned data, over HTTP: what gets through')
    .option('--data <folders...>', 'public sets of attacks, one folder each, in place of our own')
    .option('--sample <number>', 'most attacks of one folder of --data', '60')
    .option('--seed <number>', 'of what is drawn of --data', '1')
    .option('--cases <file>', 'further hostile answers (.jsonl), or orders to plant (YAML or JSON)')
    .option('--limit <number>', 'only the first so many answers')
    .option('--planted <number>', 'orders planted in the texts of a shop', '224')
    .option('--out <folder>', 'also write the result there, with day, model and versions of prompts')
    .option('--failures', 'list what got through')
    .option('--json', 'print one JSON object')
    .action(async (options: Options) => {
      const { data, cases, limit, planted, out, failures: listed = false, json = false } = options;
      const { runAttack } = await import('../attack.ts');
      const model = realModel(process.env);
      const result = await runAttack({
        plantedCount: Number(planted),
        sample: Number(options.sample),
        seed: Number(options.seed),
        model,
        ...(data === undefined ? {} : { data }),
        ...(cases === undefined ? {} : { cases }),
        ...(limit === undefined ? {} : { limit: Number(limit) }),
      });
      if (out !== undefined) await keepResult(result, { folder: out, nowMs: Date.now(), model: model?.name });
      const { failures, ...figures } = result;
      printResult(json ? result : figures, json);
      if (listed && !json) printFailures(failures);
    });
