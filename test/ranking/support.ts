import fc from 'fast-check';
import type { CandidateList, CandidateSource } from '../../src/domain/candidate.ts';
import { type Constraint, EMPTY_NEED, type Need } from '../../src/domain/need.ts';
import type { RankedProduct } from '../../src/domain/ranking.ts';
import type { Wording } from '../../src/domain/wording.ts';
import type { IndexedFacts } from '../../src/ports/product-index.ts';
import type { RankRequest } from '../../src/ranking/rank-candidates.ts';
import { SOURCES } from '../../src/ranking/source-values.ts';

export function factsOf(productId: string, changes: Partial<IndexedFacts> = {}): IndexedFacts {
  return {
    productId,
    priceMinor: 5_000,
    availability: 'in-stock',
    attributes: {},
    categoryKeys: [],
    titles: [],
    vector: new Float32Array(2),
    ...changes,
  };
}

export const factsMap = (...facts: readonly IndexedFacts[]): Map<string, IndexedFacts> =>
  new Map(facts.map((known) => [known.productId, known]));

export function constraint(
  attribute: string,
  operator: Constraint['operator'],
  value: string | number,
  changes: Partial<Constraint> = {},
): Constraint {
  return {
    attribute,
    operator,
    value,
    strength: 'soft',
    words: String(value),
    confidence: 1,
    sourceTurn: 1,
    known: true,
    ...changes,
  };
}

export const needOf = (...constraints: readonly Constraint[]): Need => ({ ...EMPTY_NEED, constraints });

/** `list('terms', { boots: 3, socks: 1 })` */
export const list = (source: CandidateSource, scores: Readonly<Record<string, number>>): CandidateList => ({
  source,
  candidates: Object.entries(scores).map(([productId, score]) => ({ productId, score })),
});

/** A request whose products are plain, unless facts are given. */
export function requestOf(lists: readonly CandidateList[], changes: Partial<RankRequest> = {}): RankRequest {
  const ids = lists.flatMap(({ candidates }) => candidates.map(({ productId }) => productId));
  return {
    intent: 'new',
    lists,
    coverage: new Map(),
    facts: factsMap(...ids.map((id) => factsOf(id))),
    need: EMPTY_NEED,
    personalConfidence: 1,
    popularity: () => 0,
    limit: 50,
    ...changes,
  };
}

export const idsOf = (ranked: readonly RankedProduct[]): string[] => ranked.map(({ productId }) => productId);

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const COLORS = ['red', 'blue'];

const TERMS = ['oak', 'lamp', 'red', '36in', '36', ''];
const anyTerm = fc.constantFrom(...TERMS);

const anyFacts = fc
  .record({
    priceMinor: fc.integer({ min: 0, max: 20_000 }),
    availability: fc.constantFrom('in-stock' as const, 'preorder' as const, 'out-of-stock' as const),
    color: fc.option(fc.constantFrom(...COLORS)),
    angle: fc.double({ min: 0, max: Math.PI, noNaN: true }),
    titles: fc.array(fc.array(anyTerm, { maxLength: 6 }), { maxLength: 2 }),
  })
  .map(({ color, angle, ...facts }) => ({
    ...facts,
    attributes: color === null ? {} : { color: [color] },
    vector: Float32Array.of(Math.cos(angle), Math.sin(angle)),
  }));

const anyScores = fc.dictionary(fc.constantFrom(...IDS), fc.double({ min: -1, max: 30, noNaN: true }));

const anyConstraint = fc.oneof(
  fc
    .record({ operator: fc.constantFrom('eq' as const, 'ne' as const), value: fc.constantFrom(...COLORS) })
    .map(({ operator, value }) => constraint('color', operator, value)),
  fc
    .record({
      operator: fc.constantFrom('eq' as const, 'lte' as const, 'gte' as const),
      value: fc.integer({ min: 0, max: 20_000 }),
    })
    .map(({ operator, value }) => constraint('price', operator, value)),
);

/** Any request over six products: all sources, some of them twice, wishes, and facts for most of the products. */
export const anyRequest: fc.Arbitrary<RankRequest> = fc
  .record({
    intent: fc.constantFrom('new', 'refined', 'similar', 'more', 'search', 'recommend'),
    lists: fc.array(fc.tuple(fc.constantFrom(...SOURCES), anyScores), { maxLength: 6 }),
    coverage: fc.dictionary(fc.constantFrom(...IDS), fc.constantFrom(0, 0.5, 1)),
    facts: fc.dictionary(fc.constantFrom(...IDS), anyFacts),
    constraints: fc.array(anyConstraint, { maxLength: 4 }),
    personalConfidence: fc.double({ min: 0, max: 1, noNaN: true }),
    popularity: fc.dictionary(fc.constantFrom(...IDS), fc.double({ min: 0, max: 1, noNaN: true })),
    limit: fc.integer({ min: 0, max: 8 }),
  })
  .map(({ lists, coverage, facts, constraints, popularity, intent, ...request }) => ({
    ...request,
    intent: intent as RankRequest['intent'],
    lists: lists.map(([source, scores]) => list(source, scores)),
    coverage: new Map(Object.entries(coverage)),
    facts: factsMap(...Object.entries(facts).map(([id, known]) => factsOf(id, known))),
    need: needOf(...constraints),
    popularity: (productId: string) => popularity[productId] ?? 0,
  }));

/** Words over the terms that titles of {@link anyRequest} use, some of them unknown. */
const anyWording: fc.Arbitrary<Wording> = fc
  .record({
    words: fc.array(
      fc.record({
        terms: fc
          .dictionary(fc.constantFrom(...TERMS, 'moon'), fc.constantFrom(1, 0.8, 0.5), { minKeys: 1 })
          .map((terms) => new Map(Object.entries(terms))),
        rarity: fc.double({ min: 0, max: 1, noNaN: true }),
        isKnown: fc.boolean(),
      }),
      { maxLength: 4 },
    ),
    rarities: fc.dictionary(anyTerm, fc.double({ min: 0, max: 1, noNaN: true })),
    angle: fc.option(fc.double({ min: 0, max: Math.PI, noNaN: true })),
  })
  .map(({ words, rarities, angle }) => ({
    words,
    rarityOf: (term) => rarities[term] ?? 0.5,
    ...(angle === null ? {} : { vector: Float32Array.of(Math.cos(angle), Math.sin(angle)) }),
  }));

/** As {@link anyRequest}, with words: titles are looked at. */
export const anyWordedRequest: fc.Arbitrary<RankRequest> = fc
  .tuple(anyRequest, anyWording)
  .map(([request, wording]) => ({ ...request, wording }));

/** Every term as telling as another, each its own word. */
export const wordingOf = (...terms: readonly string[]): Wording => ({
  words: terms.map((term) => ({ terms: new Map([[term, 1]]), rarity: 1, isKnown: true })),
  rarityOf: () => 1,
});
