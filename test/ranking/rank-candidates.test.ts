import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CandidateList } from '../../src/domain/candidate.ts';
import { type RankRequest, rankCandidates } from '../../src/ranking/rank-candidates.ts';
import { SOURCES } from '../../src/ranking/source-values.ts';
import {
  anyRequest,
  anyWordedRequest,
  constraint,
  factsMap,
  factsOf,
  idsOf,
  list,
  needOf as need,
  requestOf,
} from './support.ts';

const TAKES_AWAY = new Set(['diversity', 'volume', 'duplicates']);

const scoreOf = (request: RankRequest, productId: string): number | undefined =>
  rankCandidates({ ...request, limit: 50 }).find((ranked) => ranked.productId === productId)?.score;

const partsOf = (request: RankRequest, productId: string): Record<string, number> =>
  Object.fromEntries(
    (rankCandidates(request).find((ranked) => ranked.productId === productId)?.parts ?? []).map(
      ({ signal, contribution }) => [signal, contribution],
    ),
  );

describe('every list', () => {
  it('has scores that are the sums of their parts, each part weight times value', () => {
    fc.assert(
      fc.property(anyWordedRequest, (request) => {
        for (const { score, parts } of rankCandidates(request)) {
          expect(parts.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(score, 6);
          for (const { weight, value, contribution, signal } of parts) {
            expect(contribution).toBe(weight * value);
            expect(weight).toBeGreaterThan(0);
            expect(TAKES_AWAY.has(signal) ? -value : value).toBeGreaterThan(0);
            expect(Math.abs(value)).toBeLessThanOrEqual(1);
          }
          expect(new Set(parts.map(({ signal }) => signal)).size).toBe(parts.length);
        }
      }),
    );
  });

  it('is ordered by score, without repetition, no longer than asked, and of sold products only', () => {
    fc.assert(
      fc.property(anyWordedRequest, (request) => {
        const ranked = rankCandidates(request);
        const scores = ranked.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((left, right) => right - left));
        expect(new Set(idsOf(ranked)).size).toBe(ranked.length);
        expect(ranked.length).toBeLessThanOrEqual(request.limit);
        expect(ranked.every(({ productId }) => request.facts.has(productId))).toBe(true);
      }),
    );
  });

  it('does not depend on the order of lists and candidates', () => {
    const shuffled = anyWordedRequest.chain((request) =>
      fc.tuple(
        fc.constant(request),
        fc
          .shuffledSubarray([...request.lists], { minLength: request.lists.length })
          .map((lists) =>
            lists.map(({ source, candidates }) => ({ source, candidates: candidates.toReversed() })),
          ),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([request, lists]) => {
        expect(rankCandidates({ ...request, lists })).toEqual(rankCandidates(request));
      }),
    );
  });

  it('treats weight 0 as an absent source', () => {
    fc.assert(
      fc.property(anyWordedRequest, fc.constantFrom(...SOURCES), (request, source) => {
        const absent = { ...request, lists: request.lists.filter((given) => given.source !== source) };
        expect(rankCandidates({ ...request, weights: { [source]: 0 } })).toEqual(rankCandidates(absent));
      }),
    );
  });

  it('removes only the contribution of a removed source', () => {
    fc.assert(
      fc.property(anyRequest, fc.constantFrom(...SOURCES), (request, source) => {
        const whole = { ...request, coverage: new Map(), unarranged: true };
        const lists = whole.lists.filter((given) => given.source !== source);
        for (const { productId } of rankCandidates({ ...whole, lists })) {
          const others = partsOf({ ...whole, limit: 50 }, productId);
          for (const signal of [source, `${source}-unsaid`]) delete others[signal];
          expect(partsOf({ ...whole, lists, limit: 50 }, productId)).toEqual(others);
        }
      }),
    );
  });

  it('never lowers a product for a higher score of a source', () => {
    const raised = anyRequest.chain((request) =>
      fc.tuple(
        fc.constant({ ...request, coverage: new Map<string, number>(), unarranged: true, limit: 50 }),
        fc.constantFrom(...SOURCES),
        fc.constantFrom('a', 'b', 'c'),
        fc.double({ min: 0, max: 30, noNaN: true }),
      ),
    );
    fc.assert(
      fc.property(raised, ([request, source, productId, rise]) => {
        const raise = (given: CandidateList): CandidateList => ({
          source: given.source,
          candidates: given.candidates.map((candidate) =>
            given.source === source && candidate.productId === productId
              ? { ...candidate, score: candidate.score + rise }
              : candidate,
          ),
        });
        const before = idsOf(rankCandidates(request)).indexOf(productId);
        const after = idsOf(rankCandidates({ ...request, lists: request.lists.map(raise) })).indexOf(
          productId,
        );
        expect(after).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('never lowers the score of a product for a wish it fulfils', () => {
    const colors = fc.constantFrom('red', 'blue');
    fc.assert(
      fc.property(anyRequest, fc.constantFrom('a', 'b', 'c'), colors, (request, productId, color) => {
        const plain = { ...request, unarranged: true };
        const before = scoreOf(plain, productId);
        fc.pre(
          before !== undefined && (request.facts.get(productId)?.attributes.color ?? []).includes(color),
        );
        const wish = constraint('color', 'eq', color);
        const wished = { ...plain, need: need(...plain.need.constraints, wish) };
        expect(scoreOf(wished, productId)).toBeGreaterThanOrEqual((before ?? 0) - 1e-12);
      }),
    );
  });
});

describe('rankCandidates', () => {
  it('blends what the words find with what behaviour knows', () => {
    const ranked = rankCandidates(
      requestOf([list('terms', { boots: 10, socks: 9.9 }), list('taste', { socks: 0.4, hat: 0.1 })]),
    );
    expect(idsOf(ranked)).toEqual(['socks', 'boots', 'hat']);
    expect(ranked[0]?.sources).toEqual(['terms', 'taste']);
  });

  it('scales taste by the confidence in the profile and drops it without any', () => {
    const lists = [list('taste', { boots: 1 })];
    expect(partsOf(requestOf(lists, { personalConfidence: 0.5 }), 'boots').taste).toBeCloseTo(0.1, 12);
    expect(rankCandidates(requestOf(lists, { personalConfidence: 0 }))).toEqual([]);
  });

  it('does not take the own taste for that of whom it is for', () => {
    const request = requestOf([list('terms', { a: 1, b: 1 }), list('taste', { b: 1 })]);
    expect(idsOf(rankCandidates(request))).toEqual(['b', 'a']);
    expect(partsOf({ ...request, need: { ...request.need, recipient: 'mother' } }, 'b')).not.toHaveProperty(
      'taste',
    );
  });

  it('leaves taste out when the words name one product', () => {
    const request = requestOf([list('terms', { exact: 10, near: 5 }), list('taste', { near: 1 })], {
      coverage: new Map([
        ['exact', 1],
        ['near', 0.5],
      ]),
    });
    expect(partsOf(request, 'near')).not.toHaveProperty('taste');
    expect(idsOf(rankCandidates(request))).toEqual(['exact', 'near']);
  });

  it('lets a named wish outweigh any popularity', () => {
    const request = requestOf([list('terms', { red: 1, blue: 1 })], {
      facts: factsMap(
        factsOf('red', { attributes: { color: ['red'] } }),
        factsOf('blue', { attributes: { color: ['blue'] } }),
      ),
      need: need(constraint('color', 'eq', 'red')),
      popularity: (productId) => (productId === 'blue' ? 1 : 0),
    });
    expect(idsOf(rankCandidates(request))).toEqual(['red', 'blue']);
  });

  it('puts what can be had before what must be waited for', () => {
    const request = requestOf([list('terms', { a: 1, b: 1, c: 1 })], {
      facts: factsMap(
        factsOf('a', { availability: 'out-of-stock' }),
        factsOf('b', { availability: 'preorder' }),
        factsOf('c'),
      ),
    });
    expect(idsOf(rankCandidates(request))).toEqual(['c', 'b', 'a']);
  });

  it('keeps what the behaviour score came from', () => {
    const because = [{ productId: 'tent', share: 0.8 }];
    const taste: CandidateList = { source: 'taste', candidates: [{ productId: 'mat', score: 1, because }] };
    expect(rankCandidates(requestOf([list('terms', { mat: 1 }), taste]))[0]?.because).toEqual(because);
  });

  it('breaks ties by productId', () => {
    expect(idsOf(rankCandidates(requestOf([list('popular', { b: 1, a: 1, c: 1 })])))).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it.each([
    ['a confidence above 1', { personalConfidence: 1.1 }],
    ['a confidence that is no number', { personalConfidence: Number.NaN }],
    ['a negative diversity', { weights: { diversity: -1 } }],
  ])('refuses %s', (_, changes) => {
    expect(() => rankCandidates(requestOf([], changes))).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
    );
  });
});
