import { setTimeout as pause } from 'node:timers/promises';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import type { EngineName, OpenEngine } from './search/engine.ts';
import { agreeingFacets, measureWay } from './search/measure-way.ts';
import { openFloorwalker } from './search/open-floorwalker.ts';
import { openMiniSearch } from './search/open-minisearch.ts';
import { openOrama } from './search/open-orama.ts';
import { readProducts, readQueries } from './search/shelf-files.ts';
import type { EngineRun } from './search.ts';

/** One engine in a process of its own: `node --expose-gc search-measure.ts <directory> <engine> <seconds a way>`. */
const OPEN: Readonly<Record<EngineName, OpenEngine>> = {
  floorwalker: openFloorwalker,
  minisearch: openMiniSearch,
  orama: openOrama,
};

const [directory = '', name = '', seconds = '60'] = process.argv.slice(2);
const open = Object.entries(OPEN).find(([known]) => known === name)?.[1];
if (open === undefined) throw new AssistantError('INVALID_ARGUMENT', `There is no engine "${name}"`);

const emptyMb = await residentMb();
const startedMs = performance.now();
const engine = await open(readProducts(directory), directory);
const buildSeconds = (performance.now() - startedMs) / 1_000;
const peakMb = process.resourceUsage().maxRSS / 1_024;
const rssMb = await residentMb();

const queries = readQueries(directory);
const ways = [];
for (const way of engine.ways) ways.push(await measureWay(way, queries, Number(seconds)));
const measure: EngineRun = {
  buildSeconds,
  emptyMb,
  rssMb,
  peakMb,
  facets: await agreeingFacets(engine, queries),
  ways,
};
process.stdout.write(`${JSON.stringify(measure)}\n`);

/** After collecting what nobody holds; pages are given back to the system a little later. */
async function residentMb(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.();
    await pause(200);
  }
  return process.memoryUsage.rss() / 1_048_576;
}
