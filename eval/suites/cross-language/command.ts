import { Command } from 'commander';
import { printResult } from '../../print-result.ts';
import type { CrossLanguageOptions } from '../cross-language.ts';

interface CommandOptions extends CrossLanguageOptions {
  readonly failures?: boolean;
  readonly json?: boolean;
}

export const crossLanguageCommand = (): Command =>
  new Command('cross-language')
    .description('Every kind of thing that a shop has, asked for in each language: is the same found?')
    .option('--catalog <file>', 'a catalogue to ask (default: the demo shop)')
    .option('--map <file>', 'which column is which field, as for import catalog')
    .option('--failures', 'list what was found instead')
    .option('--json', 'print one JSON object')
    .action(async ({ json = false, failures = false, ...shop }: CommandOptions) => {
      const { runCrossLanguage } = await import('../cross-language.ts');
      const result = await runCrossLanguage(shop);
      printResult(result, json);
      if (!failures) return;
      for (const { id, say, expected, got } of result.failures)
        process.stderr.write(`${id}: ${say}\n  English ${expected}\n  found   ${got}\n`);
    });
