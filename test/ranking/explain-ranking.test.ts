import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RankedProduct } from '../../src/domain/ranking.ts';
import { type ExplainContext, explainRanking } from '../../src/ranking/explain-ranking.ts';
import { rankCandidates } from '../../src/ranking/rank-candidates.ts';
import { anyRequest, constraint, factsOf, needOf } from './support.ts';

const contextOf = (changes: Partial<ExplainContext> = {}): ExplainContext => ({
  need: { ...needOf(), query: 'something warm' },
  facts: factsOf('mat', { attributes: { color: ['red'] } }),
  labels: (attribute, value) => `${attribute}=${value}`,
  titleOf: (productId) => `The ${productId}`,
  matchedWords: ['mat'],
  similarTitle: 'The rug',
  ...changes,
});

function rankedWith(
  contributions: Readonly<Record<string, number>>,
  because?: RankedProduct['because'],
): RankedProduct {
  const parts = Object.entries(contributions).map(([signal, contribution]) => ({
    signal,
    weight: 1,
    value: contribution,
    contribution,
  }));
  return {
    productId: 'mat',
    score: parts.reduce((sum, { contribution }) => sum + contribution, 0),
    parts,
    sources: [],
    ...(because === undefined ? {} : { because }),
  };
}

const kindsOf = (ranked: RankedProduct, changes: Partial<ExplainContext> = {}): string[] =>
  explainRanking(ranked, contextOf(changes)).map(({ kind }) => kind);

/** What is left to say where no part can be told. */
const PLAIN = ['in-stock'];

describe('explainRanking', () => {
  it('says the three largest true parts, largest first', () => {
    const parts = { terms: 0.2, words: 0.2, text: 0.3, similar: 0.35, popularity: 0.6, availability: 5 };
    expect(kindsOf(rankedWith(parts))).toEqual(['popular', 'matches-words', 'similar-to']);
  });

  it("names the product's own amount where one was bounded", () => {
    const need = needOf(constraint('weight', 'lte', '2 kg'));
    const facts = factsOf('mat', { attributes: { weight: ['1800 g'] } });
    expect(explainRanking(rankedWith({ 'wish:weight': 1 }), contextOf({ need, facts }))).toEqual([
      { kind: 'has-value', attribute: 'weight', label: 'weight=1800 g' },
    ]);
  });

  it('names the value that was wished for in the language of the shopper', () => {
    const need = needOf(constraint('color', 'eq', 'blue'), constraint('color', 'eq', 'red'));
    expect(explainRanking(rankedWith({ 'wish:color': 0.15 }), contextOf({ need }))).toEqual([
      { kind: 'has-value', attribute: 'color', label: 'color=red' },
    ]);
  });

  it('names a cause only when it carries at least 30 % and has a title', () => {
    const because = (share: number) => [{ productId: 'tent', share }];
    const taste = { taste: 0.2 };
    expect(explainRanking(rankedWith(taste, because(0.3)), contextOf())).toEqual([
      { kind: 'chosen-with', title: 'The tent', share: 0.3 },
    ]);
    expect(kindsOf(rankedWith(taste, because(0.29)))).toEqual(PLAIN);
    expect(kindsOf(rankedWith(taste, because(0.9)), { titleOf: () => undefined })).toEqual(PLAIN);
  });

  it.each([
    ['a part below zero', { diversity: -0.2, similar: -0.1 }, {}],
    ['middling popularity', { popularity: 0.4 }, {}],
    ['a place in a filtered list of popular products', { popular: 1 }, {}],
    ['words nobody matched', { words: 0.2 }, { matchedWords: [] }],
    ['a description nobody gave', { text: 0.3 }, { need: needOf() }],
    ['a refusal that was kept', { 'wish:color': 0.1 }, { need: needOf(constraint('color', 'ne', 'blue')) }],
    ['a budget slightly passed', { 'price-fit': 0.9 }, { need: needOf(constraint('price', 'lte', 4_900)) }],
    ['a price that was only a hint', { 'price-fit': 1 }, { need: needOf(constraint('price', 'eq', 5_000)) }],
    [
      'facts nobody has',
      { 'price-fit': 1 },
      { facts: undefined, need: needOf(constraint('price', 'lte', 9_000)) },
    ],
  ])('says nothing of %s', (_, parts, changes) => {
    const told = 'facts' in changes ? [] : PLAIN;
    expect(kindsOf(rankedWith(parts as Record<string, number>), changes)).toEqual(told);
  });

  it('says that a price is within the limit', () => {
    const need = needOf(constraint('price', 'lte', 5_000));
    expect(kindsOf(rankedWith({ 'price-fit': 0.08 }), { need })).toEqual(['within-budget']);
  });

  it('gives at most three reasons, each once, for any list', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        for (const ranked of rankCandidates(request)) {
          const kinds = kindsOf(ranked, { need: request.need, facts: request.facts.get(ranked.productId) });
          expect(kinds.length).toBeLessThanOrEqual(3);
          expect(new Set(kinds).size).toBe(kinds.length);
        }
      }),
    );
  });

  it('says what the shop picked, as one of three reasons however small, and not what it buried', () => {
    const others = { words: 0.5, text: 0.9, similar: 0.4, popularity: 0.6 };
    expect(kindsOf(rankedWith({ 'rule:a': 0.7, 'rule:b': 0.1 }))).toEqual(['picked-by-shop']);
    const kinds = kindsOf(rankedWith({ ...others, 'rule:a': 0.01 }));
    expect([kinds.length, kinds.at(-1)]).toEqual([3, 'picked-by-shop']);
    expect(kindsOf(rankedWith({ ...others, 'rule:a': -0.5 }))).not.toContain('picked-by-shop');
    expect(kindsOf(rankedWith({ 'rule:a': 0.5, 'rule:b': -0.6 }))).toEqual(PLAIN);
  });

  it('says what the advisers of the shop recommend, however small, and not what they put down', () => {
    const others = { words: 0.5, text: 0.9, similar: 0.4, popularity: 0.6 };
    expect(kindsOf(rankedWith({ ...others, lessons: 0.01 })).at(-1)).toBe('advised-by-shop');
    expect(kindsOf(rankedWith({ ...others, lessons: -0.2 }))).not.toContain('advised-by-shop');
  });

  it('says at least that it is what was asked for, when nothing else can be told', () => {
    const lamp = {
      attribute: 'type',
      operator: 'eq',
      value: 'lamp',
      strength: 'hard',
      words: 'lamp',
      confidence: 1,
      sourceTurn: 1,
      known: true,
    } as const;
    expect(kindsOf(rankedWith({ availability: 0.06 }), { need: { query: '', constraints: [lamp] } })).toEqual(
      ['is-kind'],
    );
  });
});
