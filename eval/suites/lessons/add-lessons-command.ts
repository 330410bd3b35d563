import type { Command } from 'commander';
import { printResult } from '../../print-result.ts';

interface Options {
  readonly kinds: string;
  readonly seed: string;
  readonly catalog?: string;
  readonly map?: string;
  readonly json?: boolean;
}

export function addLessonsCommand(program: Command): void {
  program
    .command('lessons')
    .description(
      'What corrections of agents teach, what aimless ones do, and how far one agent can move a product',
    )
    .option('--kinds <count>', 'kinds of things that are asked for', '6')
    .option('--seed <number>', 'of what agents do', '1')
    .option('--catalog <file>', 'a catalogue to play over (default: the demo shop)')
    .option('--map <file>', 'which column is which field, as for import catalog')
    .option('--json', 'print one JSON object')
    .action(async ({ json = false, kinds, seed, ...options }: Options) => {
      const { runLessons } = await import('../lessons.ts');
      printResult(await runLessons({ ...options, kinds: Number(kinds), seed: Number(seed) }), json);
    });
}
