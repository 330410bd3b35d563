import { formatTable } from '../../src/cli/output.ts';
import type { WayMeasure } from './search/measure-way.ts';
import type { EngineMeasure, SearchBench, SearchRun } from './search.ts';

/** The bench as tables for people: engines, ways to ask them, and quality by how a query differs from the catalogue. */
export function searchTables({ runs }: SearchBench): string {
  return [engineTable(runs), timeTable(runs), trickTable(runs), oracleTable(runs)]
    .filter((table) => table !== '')
    .join('\n\n');
}

function engineTable(runs: readonly SearchRun[]): string {
  const rows = runs.flatMap((run) =>
    enginesOf(run).map(([name, { buildSeconds, rssMb, emptyMb, peakMb, facets }]) => [
      String(run.size),
      name,
      name === 'floorwalker' ? run.preparation.trainSeconds.toFixed(1) : '-',
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

function timeTable(runs: readonly SearchRun[]): string {
  const heads = ['PRODUCTS', 'ENGINE', 'ASKED FOR', 'FILTERED P50', 'P95', 'MAX MS', 'NDCG@10', 'HOLDING'];
  const rows = waysOf(runs).map(({ size, engine, way: { name, filtered, plain, holding } }) => [
    ...[String(size), engine, name],
    ...timesOf(filtered),
    filtered['ndcg@10'].toFixed(4),
    holding.toFixed(3),
    ...timesOf(plain),
    plain['ndcg@10'].toFixed(4),
  ]);
  return formatTable([[...heads, 'PLAIN P50', 'P95', 'MAX MS', 'NDCG@10'], ...rows]);
}

const timesOf = ({ times: { p50Ms, p95Ms, maxMs } }: WayMeasure['filtered']): string[] =>
  [p50Ms, p95Ms, maxMs].map((milliseconds) => milliseconds.toFixed(1));

/** NDCG@10 with the filter; nothing for labelled queries. */
function trickTable(runs: readonly SearchRun[]): string {
  const ways = waysOf(runs);
  const tricks = Object.keys(ways[0]?.way.filtered.byTrick ?? {});
  if (tricks.length === 0) return '';
  const rows = ways.map(({ size, engine, way: { name, filtered } }) => [
    ...[String(size), engine, name],
    ...tricks.map((trick) => filtered.byTrick[trick]?.toFixed(3) ?? '-'),
  ]);
  const heads = ['PRODUCTS', 'ENGINE', 'NDCG@10 BY TRICK', ...tricks.map((trick) => trick.toUpperCase())];
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

const waysOf = (runs: readonly SearchRun[]) =>
  runs.flatMap((run) =>
    enginesOf(run).flatMap(([engine, { ways }]) => ways.map((way) => ({ size: run.size, engine, way }))),
  );
