import { Command } from 'commander';
import { printResult } from '../../print-result.ts';

export const groundCommand = (): Command =>
  new Command('ground')
    .description(
      'Falsehoods planted in replies in every language: removed, true statements lost, sentences broken',
    )
    .option('--seed <number>', 'of shops, replies and falsehoods', '1')
    .option('--replies <number>', 'in all languages together', '800')
    .option('--failures <part>', 'list what was judged wrongly of one part: tuning or held-out')
    .option('--json', 'print one JSON object')
    .action(async (options: { seed: string; replies: string; failures?: string; json?: boolean }) => {
      const { runGround } = await import('../ground.ts');
      const { failures, ...result } = await runGround({
        seed: Number(options.seed),
        replies: Number(options.replies),
      });
      printResult(result, options.json ?? false);
      for (const failure of failures.filter(({ part }) => part === options.failures))
        process.stderr.write(
          `${failure.problem} ${failure.language} ${failure.kind}: ${failure.text}\n    ${failure.got}\n`,
        );
    });
