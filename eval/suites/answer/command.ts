import { Command } from 'commander';
import { keepResult } from '../../keep-result.ts';
import { printFailures } from '../../print-failures.ts';
import { printResult } from '../../print-result.ts';

interface AnswerOptions {
  readonly data?: string;
  readonly learn?: boolean;
  readonly learnPolicy?: boolean;
  readonly chat?: boolean;
  readonly out?: string;
  readonly failures?: boolean;
  readonly json?: boolean;
}

export const answerCommand = (): Command =>
  new Command('answer')
    .description('Questions about products and the shop, answered from texts: the right one, or "not stated"')
    .option('--data <folder>', 'holds ePQA, hetPQA and semiPQA')
    .option('--learn', 'print weights learned on the parts of --data that are not tested on, and stop')
    .option(
      '--learn-policy',
      'print weights learned on the questions to invented shops but the untouched, and stop',
    )
    .option('--chat', 'ask the documents of two more shops through the whole chat')
    .option('--out <folder>', 'also write the result there, with day and versions of prompts')
    .option('--failures', 'list the questions to the shop that were answered wrongly')
    .option('--json', 'print one JSON object')
    .action(
      async ({
        data,
        learn = false,
        learnPolicy: learnsPolicy = false,
        chat = false,
        out,
        failures: lists = false,
        json = false,
      }: AnswerOptions) => {
        if (learn && data !== undefined) {
          const { learnEvidence } = await import('./learn-evidence.ts');
          process.stdout.write(`${JSON.stringify(await learnEvidence(data), undefined, 2)}\n`);
          return;
        }
        if (learnsPolicy) {
          const [{ learnPolicy }, { weighPolicyCases }] = await Promise.all([
            import('./learn-policy.ts'),
            import('./policy-cases.ts'),
          ]);
          process.stdout.write(`${JSON.stringify(learnPolicy(await weighPolicyCases()), undefined, 2)}\n`);
          return;
        }
        const startedMs = performance.now();
        const { runAnswer } = await import('../answer.ts');
        const { failures, ...result } = await runAnswer({ data, chat });
        if (lists) printFailures(failures);
        const measured = {
          suite: 'answer',
          data: data ?? 'eval/cases/answer',
          seconds: (performance.now() - startedMs) / 1000,
          rssMb: process.memoryUsage.rss() / 1024 ** 2,
          seed: 1,
          ...result,
        };
        // Passages are found without a model: whichever is named, it takes no part.
        if (out !== undefined)
          await keepResult({ ...measured, failures }, { folder: out, nowMs: Date.now() });
        printResult(measured, json);
      },
    );
