import type { OpenService } from '../../src/assembly/open-service.ts';
import type { Market } from '../../src/domain/market.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { analyzeTerms } from '../../src/text/analyze.ts';
import { SPOKEN_LANGUAGES } from '../../src/text/languages.ts';
import { CONCEPTS, type Concept, conceptLabel } from '../../src/text/lexicon/index.ts';
import { withShop } from './clarify/open-shop.ts';
import { mean } from './search/measure-ranking.ts';

export interface CrossLanguageOptions {
  /** As `floorwalker import catalog` reads it; the demo shop when absent. */
  readonly catalog?: string;
  readonly map?: string;
}

/** How near the first products are to those of the English word. */
export interface Nearness {
  /** Share of concepts whose first products are exactly the same. */
  readonly same: number;
  /** Mean share of the English word's first products that are among the first. */
  readonly 'recall@10': number;
}

export interface CrossLanguageResult {
  readonly suite: 'cross-language';
  readonly data: { readonly products: number; readonly languages: readonly string[] };
  readonly metrics: { readonly concepts: number } & Readonly<Record<string, Nearness | number>>;
  /** The words alone, looked for as they are written. */
  readonly baselines: Readonly<Record<'words', Readonly<Record<string, Nearness>>>>;
  readonly failures: readonly CrossLanguageFailure[];
  readonly seconds: number;
  readonly rssMb: number;
  readonly seed: null;
}

export interface CrossLanguageFailure {
  readonly id: string;
  readonly say: string;
  readonly expected: string;
  readonly got: string;
}

const PLACES = 10;
/** Kinds that a shopper asks for alone. */
const ASKED: ReadonlySet<Concept['kind']> = new Set(['type', 'color', 'material', 'pattern']);
const { signal } = new AbortController();

/**
 * Asks the search page for every concept that the shop has something of, by its label in each language: the answers should be
 * those of the English label, whatever the shop's texts are written in.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for a catalogue that nothing is sold of.
 */
export async function runCrossLanguage(options: CrossLanguageOptions): Promise<CrossLanguageResult> {
  const startedMs = performance.now();
  return await withShop(options, async (service) => {
    const { vocabulary, markets, index } = service.shop.current();
    const [market] = markets;
    if (market === undefined) throw new AssistantError('INVALID_ARGUMENT', 'The catalogue sells nothing');
    const concepts = CONCEPTS.filter((each) => ASKED.has(each.kind) && vocabulary.hasConcept(each));
    const metrics: Record<string, Nearness> = {};
    const words: Record<string, Nearness> = {};
    const failures: CrossLanguageFailure[] = [];
    const english = new Map<Concept, readonly string[]>();
    for (const concept of concepts) english.set(concept, await ask(service, market, concept, 'en'));
    for (const language of SPOKEN_LANGUAGES.filter((other) => other !== 'en')) {
      const asked: Compared[] = [];
      const plain: Compared[] = [];
      for (const [concept, expected] of english) {
        const got = await ask(service, market, concept, language);
        asked.push({ expected, got });
        plain.push({ expected, got: await lookUp(service, market, concept, language) });
        if (!isSame({ expected, got }))
          failures.push({
            id: `${language}:${concept.kind}:${concept.id}`,
            say: conceptLabel(concept, language),
            expected: expected.join(' '),
            got: got.join(' '),
          });
      }
      metrics[language] = nearness(asked);
      words[language] = nearness(plain);
    }
    return {
      suite: 'cross-language',
      data: { products: index.size(), languages: vocabulary.languages },
      metrics: { concepts: concepts.length, ...metrics },
      baselines: { words },
      failures,
      seconds: (performance.now() - startedMs) / 1_000,
      rssMb: process.memoryUsage.rss() / 1_048_576,
      seed: null,
    };
  });
}

interface Compared {
  readonly expected: readonly string[];
  readonly got: readonly string[];
}

const isSame = ({ expected, got }: Compared): boolean =>
  expected.length === got.length && expected.every((id) => got.includes(id));

const nearness = (all: readonly Compared[]): Nearness => ({
  same: mean(all.map((each) => Number(isSame(each)))),
  'recall@10': mean(
    all.map(({ expected, got }) =>
      expected.length === 0
        ? Number(got.length === 0)
        : expected.filter((id) => got.includes(id)).length / expected.length,
    ),
  ),
});

async function ask(
  { departments }: OpenService,
  { country }: Market,
  concept: Concept,
  language: string,
): Promise<readonly string[]> {
  const { products } = await departments.search(
    {
      query: conceptLabel(concept, language),
      market: country,
      locale: `${language}-${country}`,
      limit: PLACES,
      filters: {},
      sort: 'relevance',
    },
    signal,
  );
  return products.map(({ productId }) => productId);
}

async function lookUp(
  { shop }: OpenService,
  { country }: Market,
  concept: Concept,
  language: string,
): Promise<readonly string[]> {
  const terms = analyzeTerms(conceptLabel(concept, language), language);
  if (terms.length === 0) return [];
  const query = terms.map((term, group) => ({ term, weight: 1, group }));
  const [hits = []] = await shop
    .current()
    .index.search({ market: country, filters: [] }, [{ source: 'terms', query, limit: PLACES }], signal);
  return hits.map(({ productId }) => productId);
}
