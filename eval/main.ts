import { Command } from 'commander';
import { formatTable } from '../src/cli/output.ts';
import { runRecommend } from './suites/recommend.ts';
import { runUnderstand } from './suites/understand.ts';

interface SuiteResult {
  readonly suite: string;
  readonly metrics: object;
  readonly baselines?: object;
}

/** `npm run eval -- <suite> [options]`: is it any good? Data files are read where they lie; none belongs to the project. */
const program = new Command('eval').description(
  'Quality of understanding and recommendation, always beside a baseline',
);

function print(result: SuiteResult, json: boolean): void {
  const metrics = result.metrics as Readonly<Record<string, unknown>>;
  const baselines = (result.baselines ?? {}) as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  const cell = (value: unknown) =>
    typeof value === 'number' ? value.toFixed(4) : value === undefined ? '-' : JSON.stringify(value);
  const rows = Object.keys(metrics).map((name) => [
    name,
    cell(metrics[name]),
    ...Object.values(baselines).map((baseline) => cell(baseline[name])),
  ]);
  const table = formatTable([
    ['MEASURE', result.suite.toUpperCase(), ...Object.keys(baselines).map((name) => name.toUpperCase())],
    ...rows,
  ]);
  process.stdout.write(`${json ? JSON.stringify(result) : table}\n`);
}

program
  .command('recommend')
  .description('Collaborative filtering on a split of interactions, all items ranked, training items masked')
  .requiredOption('--train <file>', 'lines "user item item ..."')
  .requiredOption('--test <file>', 'lines "user item item ..."')
  .option('--algorithm <name>', 'rp3beta or popularity', 'rp3beta')
  .option('--json', 'print one JSON object')
  .action(
    async ({
      json = false,
      ...options
    }: {
      train: string;
      test: string;
      algorithm: string;
      json?: boolean;
    }) => {
      print(await runRecommend(options), json);
    },
  );

program
  .command('understand')
  .description('Utterances to commands against written cases')
  .option('--cases <files...>', 'JSON lines of cases (default: those of this folder)')
  .option('--json', 'print one JSON object')
  .action(async ({ json = false, cases }: { cases?: string[]; json?: boolean }) => {
    print(await runUnderstand(cases === undefined ? {} : { cases }), json);
  });

await program.parseAsync(process.argv);
