import { Command } from 'commander';
import { printFailures } from '../../print-failures.ts';
import { printResult } from '../../print-result.ts';

interface ConstraintOptions {
  readonly sets: string;
  readonly seed: string;
  readonly json?: boolean;
  readonly failures?: boolean;
}

export const constraintsCommand = (): Command =>
  new Command('constraints')
    .description('Generated wishes over the demo shop: limits, chips, facets and pages, every one tried')
    .option('--sets <count>', 'wishes', '200')
    .option('--seed <number>', 'of the generator', '1')
    .option('--json', 'print one JSON object')
    .option('--failures', 'list the broken promises')
    .action(async ({ json = false, failures = false, sets, seed }: ConstraintOptions) => {
      const { runConstraints } = await import('../constraints.ts');
      const result = await runConstraints({ sets: Number(sets), seed: Number(seed) });
      printResult(result, json);
      if (failures) printFailures(result.failures);
    });
