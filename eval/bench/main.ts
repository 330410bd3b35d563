import { Command, Option } from 'commander';
import { formatTable } from '../../src/cli/output.ts';
import { runProgram } from '../run-program.ts';
import { addDeskCommand } from './desk-command.ts';
import { benchEvents } from './events.ts';
import { addFaultsCommand } from './faults-command.ts';
import { addHealthCommand } from './health-command.ts';
import { benchImport } from './import.ts';
import { measureTable } from './measure-table.ts';
import { benchParse } from './parse.ts';
import { benchRecommend } from './recommend.ts';
import { addReportsCommand } from './reports-command.ts';
import { ENGINE_NAMES } from './search/engine.ts';
import { benchSearch } from './search.ts';
import { searchTables } from './search-table.ts';
import { benchTrain } from './train.ts';
import { benchTurn, describeTurnRun } from './turn.ts';
import { addWidgetCommand } from './widget-command.ts';

/** `npm run bench -- <name> [options]`: what it costs, measured on this machine, in one run. */
const program = new Command('bench').description(
  'Benchmarks: time and memory, as ratios or against a stated bar',
);

interface TurnCommandOptions {
  readonly products: string;
  readonly turns: string;
  readonly untraced: boolean;
  readonly model?: string;
  readonly json?: boolean;
}

program
  .command('turn')
  .description('An embedded turn over catalogues of several sizes: time by stage, resident memory')
  .option('--products <sizes>', 'catalogue sizes, separated by commas', '2500,50000')
  .option('--turns <number>', 'turns measured for each size', '400')
  .option('--untraced', 'measure without traces of the turns, too', false)
  .addOption(new Option('--model <kind>', 'with a model that takes two seconds, too').choices(['fake']))
  .option('--json', 'print one JSON object')
  .action(async (options: TurnCommandOptions) => {
    const sizes = options.products.split(',').map(Number);
    const result = await benchTurn({
      sizes,
      turns: Number(options.turns),
      untraced: options.untraced,
      waiting: options.model === 'fake',
      note: (text) => process.stderr.write(`${text}\n`),
    });
    const rows = result.runs.map(
      ({ products, preparation, loadSeconds, p50Ms, p95Ms, maxMs, rssMb, share }) => [
        String(products),
        ...[preparation.importSeconds, preparation.behaviourSeconds, preparation.firstLoadSeconds].map(
          (seconds) => seconds.toFixed(1),
        ),
        String(Math.round(preparation.peakRssMb)),
        loadSeconds.toFixed(1),
        p50Ms.toFixed(1),
        p95Ms.toFixed(1),
        maxMs.toFixed(1),
        String(Math.round(rssMb)),
        Object.entries(share)
          .map(([stage, part]) => `${stage} ${Math.round(part * 100)} %`)
          .join(', '),
      ],
    );
    const table = formatTable([
      [
        'PRODUCTS',
        'IMPORT S',
        'BEHAVIOUR S',
        'FIRST LOAD S',
        'PEAK MB',
        'LOAD S',
        'P50 MS',
        'P95 MS',
        'MAX MS',
        'RSS MB',
        'SHARE OF THE TIME',
      ],
      ...rows,
    ]);
    const text = [table, ...result.runs.flatMap(describeTurnRun)].join('\n');
    process.stdout.write(`${options.json === true ? JSON.stringify(result) : text}\n`);
  });

program
  .command('parse')
  .description('Reading the understanding cases over catalogues of several sizes: time by language')
  .option('--products <sizes>', 'catalogue sizes, separated by commas', '2500,50000')
  .option('--rounds <number>', 'times each message is read', '3')
  .option('--json', 'print one JSON object')
  .action((options: { products: string; rounds: string; json?: boolean }) => {
    const result = benchParse({
      sizes: options.products.split(',').map(Number),
      rounds: Number(options.rounds),
      note: (text) => process.stderr.write(`${text}\n`),
    });
    const rows = result.runs.flatMap(({ products, vocabularySeconds, parserSeconds, rssMb, languages }) =>
      languages.map(({ language, messages, p50Ms, p95Ms, maxMs }) => [
        String(products),
        vocabularySeconds.toFixed(1),
        parserSeconds.toFixed(1),
        String(Math.round(rssMb)),
        language,
        String(messages),
        ...[p50Ms, p95Ms, maxMs].map((elapsedMs) => elapsedMs.toFixed(2)),
      ]),
    );
    const head = 'PRODUCTS,VOCABULARY S,PARSER S,RSS MB,LANGUAGE,MESSAGES,P50 MS,P95 MS,MAX MS';
    const table = formatTable([head.split(','), ...rows]);
    process.stdout.write(`${options.json === true ? JSON.stringify(result) : table}\n`);
  });

program
  .command('import')
  .description('Importing a generated feed in every format, and once more unchanged: time, resident memory')
  .option('--rows <number>', 'rows of each feed', '50000')
  .option('--seed <number>', 'seed of the generated feeds', '1')
  .option('--json', 'print one JSON object')
  .action(async (options: { rows: string; seed: string; json?: boolean }) => {
    const result = await benchImport({
      rows: Number(options.rows),
      seed: Number(options.seed),
      note: (text) => process.stderr.write(`${text}\n`),
    });
    const rows = result.runs.map(({ format, unchanged, products, variants, seconds, rssMb }) => [
      format,
      unchanged ? 'again' : 'first',
      String(products),
      String(variants),
      seconds.toFixed(1),
      String(Math.round(rssMb)),
    ]);
    const table = formatTable([['FORMAT', 'IMPORT', 'PRODUCTS', 'VARIANTS', 'SECONDS', 'RSS MB'], ...rows]);
    process.stdout.write(`${options.json === true ? JSON.stringify(result) : table}\n`);
  });

program
  .command('train')
  .description(
    'Learning neighbours from generated shoppers, and asking for 500 candidates: time, peak memory',
  )
  .option('--products <number>', 'products', '100000')
  .option('--interactions <number>', 'pairs of a shopper and a product', '10000000')
  .option('--seed <number>', 'of the generated shoppers', '1')
  .option('--others', 'the other models too; the ridge takes many times as long', false)
  .option('--json', 'print one JSON object')
  .action(
    (options: { products: string; interactions: string; seed: string; others: boolean; json?: boolean }) => {
      const result = benchTrain({
        products: Number(options.products),
        interactions: Number(options.interactions),
        seed: Number(options.seed),
        others: options.others,
      });
      const table = measureTable({ ...result.run }, 2);
      process.stdout.write(`${options.json === true ? JSON.stringify(result) : table}\n`);
    },
  );

program
  .command('events')
  .description('Events at a steady rate while shoppers talk: none lost, time to the changed list, memory')
  .option('--seconds <number>', 'how long', '60')
  .option('--rate <number>', 'events a second', '2000')
  .option('--conversations <number>', 'shoppers who talk meanwhile', '50')
  .option('--seed <number>', 'of the generated events', '1')
  .option('--json', 'print one JSON object')
  .action(
    async (options: {
      seconds: string;
      rate: string;
      conversations: string;
      seed: string;
      json?: boolean;
    }) => {
      const result = await benchEvents({
        seconds: Number(options.seconds),
        rate: Number(options.rate),
        conversations: Number(options.conversations),
        seed: Number(options.seed),
        note: (text) => process.stderr.write(`${text}\n`),
      });
      const table = measureTable(result.run);
      process.stdout.write(`${options.json === true ? JSON.stringify(result) : table}\n`);
    },
  );

program
  .command('recommend')
  .description(
    'Personal lists over a large catalogue: from behaviour to the arranged order, time and peak memory',
  )
  .option('--products <number>', 'products', '100000')
  .option('--interactions <number>', 'pairs of a shopper and a product', '10000000')
  .option('--lists <number>', 'lists measured', '2000')
  .option('--seed <number>', 'of the generated shoppers', '1')
  .option('--json', 'print one JSON object')
  .action((options: Record<'products' | 'interactions' | 'lists' | 'seed', string> & { json?: boolean }) => {
    const result = benchRecommend({
      products: Number(options.products),
      interactions: Number(options.interactions),
      lists: Number(options.lists),
      seed: Number(options.seed),
    });
    const { recommend, rank, whole, processor, ...sizes } = result.run;
    const table = formatTable([
      ['PART', 'P50 MS', 'P95 MS', 'P99 MS', 'MAX MS'],
      ...Object.entries({ recommend, rank, whole, processor }).map(
        ([part, { p50Ms, p95Ms, p99Ms, maxMs }]) => [
          part,
          ...[p50Ms, p95Ms, p99Ms, maxMs].map((ms) => ms.toFixed(2)),
        ],
      ),
    ]);
    const remarks = Object.entries(sizes).map(([name, value]) => `${name} ${Math.round(value)}`);
    process.stdout.write(
      `${options.json === true ? JSON.stringify(result) : `${table}\n${remarks.join(', ')}`}\n`,
    );
  });

interface SearchCommandOptions {
  readonly sizes: string;
  readonly limit: string;
  readonly oracle: string;
  readonly waySeconds: string;
  readonly engines: readonly string[];
  readonly products?: string;
  readonly queries?: string;
  readonly labels?: string;
  readonly json?: boolean;
}

program
  .command('search')
  .description('The product index beside MiniSearch and Orama: time, memory, relevance, facets')
  .option('--sizes <numbers>', 'catalogue sizes, separated by commas', '10000,100000,200000')
  .option('--limit <number>', 'queries at most', '200')
  .option('--oracle <number>', 'queries compared with a full scan, 0 for none', '20')
  .option(
    '--way-seconds <number>',
    'for the queries of one way to ask an engine; then it is asked no more',
    '60',
  )
  .addOption(
    new Option('--engines <names...>', 'engines to measure').choices(ENGINE_NAMES).default([...ENGINE_NAMES]),
  )
  .option('--products <file>', 'CSV: product_uid,product_title; fills the catalogue first')
  .option('--queries <file>', 'CSV: query_id,query')
  .option('--labels <file>', 'CSV: query_id,product_uid,relevance')
  .option('--json', 'print one JSON object')
  .action(async ({ products, queries, labels, ...options }: SearchCommandOptions) => {
    const files = [products, queries, labels].filter((file) => file !== undefined);
    const isLabelled = products !== undefined && queries !== undefined && labels !== undefined;
    if (files.length > 0 && !isLabelled)
      program.error('--products, --queries and --labels only mean something together');
    const result = await benchSearch({
      sizes: options.sizes.split(',').map(Number),
      limit: Number(options.limit),
      oracle: Number(options.oracle),
      waySeconds: Number(options.waySeconds),
      engines: ENGINE_NAMES.filter((name) => options.engines.includes(name)),
      ...(isLabelled ? { labelled: { products, queries, labels } } : {}),
      note: (text) => process.stderr.write(`${text}\n`),
    });
    process.stdout.write(`${options.json === true ? JSON.stringify(result) : searchTables(result)}\n`);
  });

addFaultsCommand(program);
addHealthCommand(program);
addReportsCommand(program);
addDeskCommand(program);
addWidgetCommand(program);

await runProgram(program);
