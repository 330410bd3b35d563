import { readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { type Failure, printFailures } from './print-failures.ts';
import { printConfusions, printResult } from './print-result.ts';
import { runProgram } from './run-program.ts';
import type { ActsOptions } from './suites/acts.ts';
import { answerCommand } from './suites/answer/command.ts';
import { attackCommand } from './suites/attack/command.ts';
import { banditCommand } from './suites/bandit/command.ts';
import { clarifyCommand } from './suites/clarify/command.ts';
import { classifyCommand } from './suites/classify-command.ts';
import { constraintsCommand } from './suites/constraints/command.ts';
import { crossLanguageCommand } from './suites/cross-language/command.ts';
import { dialogueCommand } from './suites/dialogue/command.ts';
import type { ExplainOptions } from './suites/explain.ts';
import { addFairnessCommand } from './suites/fairness/add-fairness-command.ts';
import { groundCommand } from './suites/ground/command.ts';
import { addLessonsCommand } from './suites/lessons/add-lessons-command.ts';
import { limitsCommand } from './suites/limits/command.ts';
import { ordersCommand } from './suites/orders/command.ts';
import type { RankOptions } from './suites/rank.ts';
import type { SearchOptions } from './suites/search.ts';
import { sessionsCommand } from './suites/sessions-command.ts';
import { simulateCommand } from './suites/simulate/command.ts';
import type { TunedSetting } from './suites/tune-recommend.ts';
import type { WordingOptions } from './suites/wording.ts';

/**
 * `npm run eval -- <suite> [options]`: is it any good? Data files are read where they lie; none belongs to the project. A suite is
 * loaded when it is run: memory that is told is its own.
 */
const program = new Command('eval').description(
  'Quality of search, understanding and recommendation, always beside a baseline',
);

program
  .command('recommend')
  .description('Collaborative filtering on a split of interactions, all items ranked, training items masked')
  .requiredOption('--train <file>', 'lines "user item item ..."')
  .requiredOption('--test <file>', 'lines "user item item ..."')
  .option('--algorithm <name>', 'rp3beta, ridge, blend (of both), ials or popularity', 'rp3beta')
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
      const { runRecommend } = await import('./suites/recommend.ts');
      printResult(await runRecommend(options), json);
    },
  );

program.addCommand(classifyCommand());

program
  .command('acts')
  .description('Acts and goals of other corpora of shopping dialogues, mapped to commands')
  .option('--simmc <file>', 'dialogues of SIMMC 2 (.json.gz)')
  .option('--shopdial <folder>', 'MG-ShopDial: dialogues.json.gz and items')
  .option('--json', 'print one JSON object')
  .action(async ({ json = false, ...options }: ActsOptions & { readonly json?: boolean }) => {
    const { runActs } = await import('./suites/acts.ts');
    printResult(await runActs(options), json);
  });

program
  .command('wording')
  .description('Price limits and brands that stand in the wording of real requests')
  .option('--shoppingbench <folder>', 'product, shop and voucher of ShoppingBench (.jsonl.gz)')
  .option('--esci <file>', 'conversational queries of ESCI-S (CSV)')
  .option('--json', 'print one JSON object')
  .action(async ({ json = false, ...options }: WordingOptions & { readonly json?: boolean }) => {
    const { runWording } = await import('./suites/wording.ts');
    printResult(await runWording(options), json);
  });

program
  .command('explain')
  .description(
    'Whether scores are the sum of their parts, and what would come first without a few things of a history',
  )
  .requiredOption('--train <file>', 'lines "user item item ..."')
  .option('--users <number>', 'how many are asked about', '1000')
  .option('--json', 'print one JSON object')
  .action(
    async ({ json = false, train, users }: Record<keyof ExplainOptions, string> & { json?: boolean }) => {
      const { runExplain } = await import('./suites/explain.ts');
      printResult(await runExplain({ train, users: Number(users) }), json);
    },
  );

program.addCommand(sessionsCommand());
program.addCommand(answerCommand());

program
  .command('next-item')
  .description('What a shopper takes next: the last product foretold from those before, all ranked')
  .requiredOption('--sequences <file>', 'lines "user item item ...", oldest first')
  .option('--json', 'print one JSON object')
  .action(async ({ json = false, ...options }: { sequences: string; json?: boolean }) => {
    const { runNextItem } = await import('./suites/next-item.ts');
    printResult(await runNextItem(options), json);
  });

program
  .command('tune-recommend')
  .description('Settings of the recommenders compared on products held out of the training file alone')
  .requiredOption('--train <file>', 'lines "user item item ..."')
  .option('--held-out <share>', "of every shopper's products", '0.2')
  .option('--seed <number>', 'of the split', '1')
  .option('--json', 'print one JSON object')
  .action(async (options: { train: string; heldOut: string; seed: string; json?: boolean }) => {
    const line = ({ model, settings, fitSeconds, ...quality }: TunedSetting) =>
      `${model} ${JSON.stringify(settings)} recall@20 ${quality['recall@20'].toFixed(4)} ndcg@20 ${quality['ndcg@20'].toFixed(4)} fit ${fitSeconds.toFixed(1)} s`;
    const { tuneRecommend } = await import('./suites/tune-recommend.ts');
    const settings = await tuneRecommend({
      train: options.train,
      heldOut: Number(options.heldOut),
      seed: Number(options.seed),
      onSetting: (setting) => process.stderr.write(`${line(setting)}\n`),
    });
    if (options.json === true)
      process.stdout.write(`${JSON.stringify({ suite: 'tune-recommend', settings })}\n`);
  });

program
  .command('rank')
  .description(
    'Learned rankers on judged rows of features, and on clicks of places that are not looked at alike',
  )
  .option('--train <file>', 'SVMlight: "grade qid:query feature:value ..." (default: a generated set)')
  .option('--test <file>', 'as --train; both or neither')
  .option('--no-simulate', 'leave out the simulated clicks')
  .option('--json', 'print one JSON object')
  .action(async ({ json = false, ...options }: RankOptions & { readonly json?: boolean }) => {
    const { runRank } = await import('./suites/rank.ts');
    printResult(runRank(options), json);
  });

addFairnessCommand(program);
addLessonsCommand(program);

program.addCommand(banditCommand());
program.addCommand(clarifyCommand());
program.addCommand(simulateCommand());
program.addCommand(crossLanguageCommand());

program.addCommand(dialogueCommand());

program.addCommand(groundCommand());

program.addCommand(attackCommand());

program
  .command('search')
  .description('Relevance of search over labelled queries, beside plain BM25 and each source alone')
  .requiredOption('--products <file>', 'CSV: product_uid,product_title[,product_description]')
  .requiredOption('--queries <file>', 'CSV: query_id,query')
  .requiredOption('--labels <file>', 'CSV: query_id,product_uid,relevance')
  .option('--run <name>', 'bm25, terms, text, ranks (both by rank alone) or fused', 'fused')
  .option('--half <name>', 'all, tuning (settings were chosen on it) or report', 'all')
  .option('--without <signals>', 'leave out of the blend, comma between: phrase,alike')
  .option('--json', 'print one JSON object')
  .action(async ({ json = false, ...options }: SearchOptions & { readonly json?: boolean }) => {
    const { runSearch } = await import('./suites/search.ts');
    const result = await runSearch(options);
    printResult(result, json);
    const { slice, source, loss } = result.worstSlice;
    if (!json)
      process.stdout.write(`Most lost to a single source: ${loss.toFixed(4)} (${slice}, ${source})\n`);
  });

program
  .command('learn-ranking')
  .description(
    'Learns the weights of relevance from the tuning half of labelled queries, once for all queries',
  )
  .requiredOption('--products <file>', 'as for search')
  .requiredOption('--queries <file>', 'as for search')
  .requiredOption('--labels <file>', 'as for search')
  .option('--write', 'keep the weights: src/ranking/relevance-weights.json')
  .option('--json', 'print one JSON object')
  .action(
    async ({
      json = false,
      write = false,
      ...options
    }: SearchOptions & { readonly json?: boolean; readonly write?: boolean }) => {
      const { learnRanking } = await import('./suites/learn-ranking.ts');
      const result = await learnRanking(options);
      printResult(result, json);
      const weights = `${JSON.stringify(result.weights, null, 2)}\n`;
      if (!json) process.stdout.write(weights);
      if (write) writeFileSync(new URL('../src/ranking/relevance-weights.json', import.meta.url), weights);
    },
  );

program
  .command('search-demo')
  .description('Written queries over the demo shop in four languages: are the first products what is meant')
  .option('--cases <files...>', 'JSON lines of cases (default: those of this folder)')
  .option('--json', 'print one JSON object')
  .option('--failures', 'list what was found instead')
  .action(async (options: CaseOptions) => {
    await runCases('search-demo', ownCases('search'), options, async (files) => {
      const { runSearchCases } = await import('./suites/search-cases.ts');
      const { metrics, baselines, failures } = await runSearchCases(files);
      return { metrics, baselines, failures };
    });
  });

program
  .command('search-japanese')
  .description('Japanese titles and queries without spaces, beside words as blanks part them')
  .option('--json', 'print one JSON object')
  .option('--failures', 'list what was found instead')
  .action(async (options: CaseOptions) => {
    await runCases('search-japanese', [], options, async () => {
      const { runSearchJapanese } = await import('./suites/search-japanese.ts');
      const { metrics, baselines, failures } = await runSearchJapanese();
      return { metrics, baselines, failures };
    });
  });

program.addCommand(limitsCommand());

program.addCommand(ordersCommand());

program.addCommand(constraintsCommand());

program
  .command('understand')
  .description('Utterances to commands against written cases')
  .option('--cases <files...>', 'JSON lines of cases (default: those of this folder)')
  .option('--json', 'print one JSON object')
  .option('--failures', 'list what was understood instead')
  .option('--part <part>', 'failures of one part only: development or held-out')
  .option('--confusion', 'list commands taken for others')
  .action(async (options: CaseOptions & { readonly part?: string; readonly confusion?: boolean }) => {
    await runCases('understand', ownCases('understand'), options, async (files) => {
      const { runUnderstand } = await import('./suites/understand.ts');
      const { metrics, failures, confusions } = await runUnderstand({ cases: files });
      if (options.confusion === true) printConfusions(confusions);
      const listed = failures.filter(({ part }) => options.part === undefined || part === options.part);
      return { metrics, baselines: {}, failures: listed };
    });
  });

interface CaseOptions {
  readonly json?: boolean;
  readonly cases?: readonly string[];
  readonly failures?: boolean;
}

interface CaseResult {
  readonly metrics: object;
  readonly baselines: object;
  readonly failures: readonly Failure[];
}

async function runCases(
  suite: string,
  own: readonly string[],
  { json = false, cases = own, failures: listed = false }: CaseOptions,
  run: (files: readonly string[]) => Promise<CaseResult>,
): Promise<void> {
  const startedMs = performance.now();
  const result = await run(cases);
  const seconds = (performance.now() - startedMs) / 1_000;
  const rssMb = process.memoryUsage.rss() / 1_048_576;
  printResult(
    { suite, data: cases.map((file) => basename(file)), ...result, seconds, rssMb, seed: null },
    json,
  );
  if (listed && !json) printFailures(result.failures);
}

function ownFolder(suite: string): string {
  return fileURLToPath(new URL(`./cases/${suite}/`, import.meta.url));
}

function ownCases(suite: string): string[] {
  const folder = ownFolder(suite);
  return readdirSync(folder).map((name) => join(folder, name));
}

await runProgram(program);
