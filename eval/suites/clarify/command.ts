import { Command, Option } from 'commander';
import { printResult } from '../../print-result.ts';
import type { Indifference } from '../clarify.ts';

interface ClarifyCommandOptions {
  readonly needs: string;
  readonly seed: string;
  readonly indifference: Indifference;
  readonly catalog?: string;
  readonly map?: string;
  readonly failures?: boolean;
  readonly json?: boolean;
}

export const clarifyCommand = (): Command =>
  new Command('clarify')
    .description(
      'Simulated shoppers who begin vaguely: does one good question find what they are after sooner?',
    )
    .option('--needs <count>', 'simulated needs', '500')
    .option('--seed <number>', 'of the needs and their answers', '1')
    .addOption(
      new Option(
        '--indifference <kind>',
        'what does not matter to shoppers: rather an origin, or any facet alike',
      )
        .choices(['by-facet', 'uniform'])
        .default('by-facet'),
    )
    .option('--catalog <file>', 'a catalogue to play over (default: the demo shop)')
    .option('--map <file>', 'which column is which field, as for import catalog')
    .option('--failures', 'list the conversations that did not find it')
    .option('--json', 'print one JSON object')
    .action(async ({ json = false, failures = false, needs, seed, ...options }: ClarifyCommandOptions) => {
      const { runClarify } = await import('../clarify.ts');
      const result = await runClarify({
        ...options,
        needs: Number(needs),
        seed: Number(seed),
        ...(failures ? { onFailure: (line: string) => process.stderr.write(`${line}\n`) } : {}),
      });
      printResult(result, json);
    });
