import { formatTable } from '../../src/cli/output.ts';
import type { MeanInterval } from '../../src/ranking/learned/paired-bootstrap.ts';
import { TRICKS } from './search/plant-queries.ts';
import type { EngineMeasure, SearchBench, SearchRun } from './search.ts';

/** The bench as tables for people: engines, ways to ask them, and quality by how a query differs from the catalogue. */
export function searchTables({ runs }: SearchBench): string {
  return [
    engineTable(runs),
    timeTable(runs, 'filtered'),
    timeTable(runs, 'plain'),
    trickTable(runs, 'filtered'),
    trickTable(runs, 'plain'),
    oracleTable(runs),
  ]
    .filter((table) => table !== '')
    .join('\n\n');
}

type Mode = 'filtered' | 'plain';

function engineTable(runs: readonly SearchRun[]): string {
  const rows = runs.flatMap((run) =>
    enginesOf(run).map(([name, { buildSeconds, rssMb, emptyMb, peakMb, facets }]) => [
      String(run.size),
      name,
      name === 'floorwalker' ? run.trainSeconds.toFixed(1) : '-',
      buildSeconds.toFixed(1),
      String(Math.round(rssMb)),
      String(Math.round(rssMb - emptyMb)),
      String(Math.round(peakMb)),
      `${facets.equal} of ${facets.checked}`,
    ]),
  );
  const heads = [
    'PRODUCTS',
    'ENGINE',
    'TRAIN S',
    'BUILD S',
    'RSS MB',
    'OF IT INDEX',
    'PEAK MB',
    'FACETS RIGHT',
  ];
  return formatTable([heads, ...rows]);
}

function timeTable(runs: readonly SearchRun[], mode: Mode): string {
  const rows = runs.flatMap((run) =>
    waysOf(run).map(({ engine, way }) => {
      const { times, 'ndcg@10': gain, referenceMinusThis } = way[mode];
      return [
        ...[String(run.size), engine, way.name],
        ...[times.p50Ms, times.p95Ms, times.maxMs].map((milliseconds) => milliseconds.toFixed(1)),
        gain.toFixed(4),
        sayInterval(referenceMinusThis),
        ...(mode === 'filtered' ? [way.holding.toFixed(3)] : []),
        String(way.queries),
      ];
    }),
  );
  const what = mode === 'filtered' ? 'WITH FILTERS AND FACETS' : 'BARE QUERY';
  const heads = [
    'PRODUCTS',
    'ENGINE',
    what,
    'P50 MS',
    'P95 MS',
    'MAX MS',
    'NDCG@10',
    'FIRST LINE MINUS THIS',
  ];
  return formatTable([[...heads, ...(mode === 'filtered' ? ['HOLDING'] : []), 'JUDGED BY'], ...rows]);
}

const sayInterval = ({ mean, low, high }: MeanInterval): string =>
  `${mean.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;

/** NDCG@10; nothing for labelled queries. */
function trickTable(runs: readonly SearchRun[], mode: Mode): string {
  const ways = runs.flatMap((run) => waysOf(run).map((own) => ({ ...own, size: run.size })));
  const tricks = TRICKS.filter((trick) => ways[0]?.way[mode].byTrick[trick] !== undefined);
  if (tricks.length === 0) return '';
  const rows = ways.map(({ size, engine, way }) => [
    ...[String(size), engine, way.name],
    ...tricks.map((trick) => way[mode].byTrick[trick]?.toFixed(3) ?? '-'),
  ]);
  const heads = [
    'PRODUCTS',
    'ENGINE',
    mode === 'filtered' ? 'NDCG@10, FILTERED' : 'NDCG@10, BARE',
    ...tricks.map((trick) => trick.toUpperCase()),
  ];
  return formatTable([heads, ...rows]);
}

function oracleTable(runs: readonly SearchRun[]): string {
  const rows = runs.flatMap(({ size, oracle }) =>
    oracle === undefined
      ? []
      : [[String(size), String(oracle.queries), oracle.words.toFixed(4), oracle.text.toFixed(4)]],
  );
  if (rows.length === 0) return '';
  return formatTable([['PRODUCTS', 'QUERIES', 'RECALL@10 OF WORDS', 'RECALL@10 OF TEXT'], ...rows]);
}

const enginesOf = ({ engines }: SearchRun): readonly (readonly [string, EngineMeasure])[] =>
  Object.entries(engines);

const waysOf = (run: SearchRun) =>
  enginesOf(run).flatMap(([engine, { ways }]) => ways.map((way) => ({ engine, way })));
