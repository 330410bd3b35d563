import type { Command } from 'commander';
import { benchHealth } from './health.ts';
import { measureTable } from './measure-table.ts';

/** `health`: what looking through a large catalogue takes, and what everybody else waits meanwhile. */
export function addHealthCommand(program: Command): void {
  program
    .command('health')
    .description('The health of a large catalogue: time, and the longest that anything else waits meanwhile')
    .option('--products <number>', 'products of the catalogue', '50000')
    .option('--turns <number>', 'turns of conversations that its faults are laid beside', '500')
    .option('--json', 'print one JSON object')
    .action(async (options: Record<'products' | 'turns', string> & { json?: boolean }) => {
      const result = await benchHealth({
        products: Number(options.products),
        turns: Number(options.turns),
        note: (text) => process.stderr.write(`${text}\n`),
      });
      const table = measureTable(result.run);
      process.stdout.write(`${options.json === true ? JSON.stringify(result) : table}\n`);
    });
}
