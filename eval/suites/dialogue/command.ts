import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { printFailures } from '../../print-failures.ts';
import { printResult } from '../../print-result.ts';

interface DialogueOptions {
  readonly cases: string;
  readonly json?: boolean;
  readonly failures?: boolean;
}

const OWN_CASES = fileURLToPath(new URL('../../cases/dialogue/', import.meta.url));

export const dialogueCommand = (): Command =>
  new Command('dialogue')
    .description('Written conversations with the whole chat over the demo shop, judged turn by turn')
    .option('--cases <folder>', 'JSON lines of conversations', OWN_CASES)
    .option('--json', 'print one JSON object')
    .option('--failures', 'list what was so instead')
    .action(async ({ json = false, failures = false, cases }: DialogueOptions) => {
      const { runDialogue } = await import('../dialogue.ts');
      const result = await runDialogue({ cases });
      printResult(result, json);
      if (failures) printFailures(result.failures);
    });
