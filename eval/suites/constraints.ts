import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenService, openService } from '../../src/assembly/open-service.ts';
import { brokenLimits } from '../../src/chat/desk/cases/breaks-limit.ts';
import { handleTurn } from '../../src/chat/handle-turn.ts';
import { NOTHING_KEPT } from '../../src/chat/profile-desk.ts';
import { loadConfig } from '../../src/config/config.ts';
import { initialState } from '../../src/dialogue/record-list.ts';
import { hardConstraints } from '../../src/domain/need.ts';
import { createReplier } from '../../src/reply/replier.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import { type ConstraintSet, drawSets } from './constraints/draw-sets.ts';
import { judgeSearch } from './constraints/judge-search.ts';
import { saySet } from './constraints/say-set.ts';

/** What was looked at, and how often a promise was broken. */
export interface ConstraintCounts {
  sets: number;
  turns: number;
  /** Chips that widen, of all chips. */
  chips: number;
  widening: number;
  wrongChips: number;
  /** Limits broken by a product shown, in the chat and on the search page. */
  brokenLimits: number;
  /** "More" that showed a product again. */
  repeatedByMore: number;
  pages: number;
  /** Products that came on two pages, or on none. */
  repeated: number;
  missing: number;
  facets: number;
  wrongFacets: number;
}

export interface ConstraintsResult {
  readonly suite: 'constraints';
  readonly data: { readonly products: number; readonly markets: readonly string[] };
  readonly metrics: ConstraintCounts;
  readonly failures: readonly Failure[];
  readonly seconds: number;
  readonly rssMb: number;
  readonly seed: number;
}

export interface Failure {
  readonly id: string;
  readonly say: string;
  readonly expected: string;
  readonly got: string;
}

const { signal } = new AbortController();
/** The demo shop does not change with the day the suite is run. */
const NOW_MS = Date.UTC(2026, 0, 1);
const MORE_ASKED = 2;

/** Generated constraint sets over a demo shop made for it. */
export async function runConstraints({
  sets,
  seed,
}: {
  readonly sets: number;
  readonly seed: number;
}): Promise<ConstraintsResult> {
  const startedMs = performance.now();
  const directory = mkdtempSync(join(tmpdir(), 'floorwalker-constraints-'));
  // Which lists are explored hangs on ids that are drawn.
  const settings = loadConfig({ FLOORWALKER_EXPLORATION: 'off' });
  const options = { settings, directory, clock: () => NOW_MS, note: () => {}, signal };
  const service = await openService(options);
  try {
    const { counts, failures } = await judgeConstraints(service, { sets, seed, nowMs: NOW_MS });
    return {
      suite: 'constraints',
      data: {
        products: service.shop.current().index.size(),
        markets: service.shop.current().markets.map(({ country }) => country),
      },
      metrics: counts,
      failures,
      seconds: (performance.now() - startedMs) / 1_000,
      rssMb: process.memoryUsage.rss() / 1_048_576,
      seed,
    };
  } finally {
    await service.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Says each set to the assistant and asks the search page for it, and tries whatever both offer next. */
export async function judgeConstraints(
  { shop: loaded, departments }: Pick<OpenService, 'shop' | 'departments'>,
  { sets, seed, nowMs }: { readonly sets: number; readonly seed: number; readonly nowMs: number },
): Promise<{ readonly counts: ConstraintCounts; readonly failures: readonly Failure[] }> {
  const counts: ConstraintCounts = {
    sets: 0,
    turns: 0,
    chips: 0,
    widening: 0,
    wrongChips: 0,
    brokenLimits: 0,
    repeatedByMore: 0,
    pages: 0,
    repeated: 0,
    missing: 0,
    facets: 0,
    wrongFacets: 0,
  };
  const failures: Failure[] = [];
  const shop = loaded.current();
  const embedded = createEmbeddedParser({ vocabulary: shop.vocabulary, detector: createLanguageDetector() });
  const rooms = {
    shop: () => shop,
    parsers: () => ({ embedded }),
    replier: createReplier(),
  };

  const say = async (set: ConstraintSet, text: string, state = initialState(set.language)) => {
    const place = { market: set.market, locale: `${set.language}-${set.market.country}` };
    const input = {
      messageId: 'm',
      text,
      state,
      history: [],
      buyer: { shopperId: 'visitor:1', market: place.market.country },
      profile: NOTHING_KEPT,
      segments: [],
      nowMs,
      ...place,
    };
    counts.turns += 1;
    return await handleTurn(rooms, input, () => {}, signal);
  };

  for (const [position, set] of drawSets(shop.vocabulary, shop.markets, { sets, seed }).entries()) {
    counts.sets += 1;
    const text = saySet(set, shop.vocabulary);
    const fail = (kind: string, expected: unknown, got: unknown) =>
      failures.push({
        id: `${position}:${kind}`,
        say: `${set.market.country} ${set.language} "${text}"`,
        expected: String(expected),
        got: String(got),
      });
    const first = await say(set, text);
    const products = await shop.store.products(first.turn.products.map(({ productId }) => productId));
    const relaxed = new Set(first.turn.relaxed?.map(({ attribute }) => attribute));
    const limits = hardConstraints(first.state.need).filter(({ attribute }) => !relaxed.has(attribute));
    for (const view of first.turn.products) {
      const product = products.get(view.productId);
      const broken = product === undefined ? ['unknown product'] : brokenLimits(view, product, limits);
      counts.brokenLimits += broken.length;
      for (const limit of broken) fail('limit', limit, view.productId);
    }
    for (const chip of first.turn.chips) {
      counts.chips += 1;
      if (chip.count > (first.turn.total ?? 0) || relaxed.size > 0) counts.widening += 1;
      const tapped = await say(set, chip.message, first.state);
      if (tapped.turn.total === chip.count) continue;
      counts.wrongChips += 1;
      fail('chip', `${chip.label} (${chip.message}): ${chip.count}`, tapped.turn.total);
    }
    const seen = new Set(first.turn.products.map(({ productId }) => productId));
    let { state } = first;
    for (let more = 0; more < MORE_ASKED; more += 1) {
      const next = await say(set, rooms.replier.chipWords({ kind: 'more' }, set.language).message, state);
      ({ state } = next);
      for (const { productId } of next.turn.products) {
        if (seen.has(productId)) {
          counts.repeatedByMore += 1;
          fail('more', 'not again', productId);
        }
        seen.add(productId);
      }
    }
    const judged = await judgeSearch(set, { shop, departments, seed: seed + position }, signal);
    counts.pages += judged.pages;
    counts.repeated += judged.repeated;
    counts.missing += judged.missing;
    counts.facets += judged.facets;
    counts.wrongFacets += judged.wrongFacets.length;
    counts.brokenLimits += judged.broken.length;
    for (const [expected, got] of judged.wrongFacets) fail('facet', expected, got);
    for (const broken of judged.broken) fail('search limit', 'kept', broken);
    if (judged.repeated + judged.missing > 0) fail('pages', judged.missing, judged.repeated);
  }
  return { counts, failures };
}
