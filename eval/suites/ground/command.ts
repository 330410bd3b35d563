import { Command, Option } from 'commander';
import { keepResult } from '../../keep-result.ts';
import { printResult } from '../../print-result.ts';
import { PARTS, type PhrasePart } from './read-phrases.ts';

export const groundCommand = (): Command =>
  new Command('ground')
    .description(
      'Falsehoods planted in replies in every language: removed, true statements lost, sentences broken',
    )
    .option('--seed <number>', 'of shops, replies and falsehoods', '1')
    .option('--replies <number>', 'in all languages together', '800')
    .addOption(new Option('--part <set>', 'one set of wordings alone').choices(PARTS))
    .option('--out <folder>', 'also write the result there, with day and versions of prompts')
    .option('--failures', 'list what was judged wrongly')
    .option('--json', 'print one JSON object')
    .action(
      async (options: {
        seed: string;
        replies: string;
        part?: PhrasePart;
        out?: string;
        failures?: boolean;
        json?: boolean;
      }) => {
        const { runGround } = await import('../ground.ts');
        const { failures, ...result } = await runGround({
          seed: Number(options.seed),
          replies: Number(options.replies),
          ...(options.part === undefined ? {} : { part: options.part }),
        });
        if (options.out !== undefined)
          await keepResult({ ...result, failures }, { folder: options.out, nowMs: Date.now() });
        printResult(result, options.json ?? false);
        for (const failure of options.failures ? failures : [])
          process.stderr.write(
            `${failure.problem} ${failure.language} ${failure.kind}: ${failure.text}\n    ${failure.got}\n`,
          );
      },
    );
