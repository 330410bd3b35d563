import { describe, expect, it } from 'vitest';
import { demoInteractions } from '../../src/demo/demo-behaviour.ts';
import { demoProducts } from '../../src/demo/demo-catalogue.ts';
import { plantedPairs } from '../../src/demo/planted-pairs.ts';
import { TASTE_GROUPS, tasteAffinity, tasteGroupOf } from '../../src/demo/taste-groups.ts';
import type { Interaction } from '../../src/domain/interaction.ts';

const NOW_MS = Date.UTC(2026, 4, 20);
const products = [...demoProducts({ nowMs: NOW_MS })];
const byId = new Map(products.map((product) => [product.productId, product]));
const interactions = [...demoInteractions({ products, nowMs: NOW_MS })];
const count = (type: Interaction['type']) =>
  interactions.filter((interaction) => interaction.type === type).length;

describe('demoInteractions', () => {
  it('simulates 5,000 shoppers with 60 to 150 thousand interactions of known products', () => {
    expect(interactions.length).toBeGreaterThan(60_000);
    expect(interactions.length).toBeLessThan(150_000);
    expect(new Set(interactions.map(({ shopperId }) => shopperId)).size).toBe(5_000);
    expect(interactions.every(({ productId }) => byId.has(productId))).toBe(true);
    expect(new Set(interactions.map(({ interactionId }) => interactionId)).size).toBe(interactions.length);
  });

  it('narrows from views to clicks to baskets to purchases', () => {
    expect(count('view')).toBeGreaterThan(count('click'));
    expect(count('click')).toBeGreaterThan(count('add-to-cart'));
    expect(count('add-to-cart')).toBeGreaterThan(count('purchase'));
    expect(count('purchase')).toBeGreaterThan(count('remove-from-cart'));
    expect(count('remove-from-cart')).toBeGreaterThan(0);
  });

  it('stays within the year before now and moves forward within a session', () => {
    const misplaced = interactions.filter((interaction, index) => {
      const before = interactions[index - 1];
      const backwards =
        before?.sessionId === interaction.sessionId &&
        interaction.occurredAtMs <= (before?.occurredAtMs ?? 0);
      return (
        backwards || interaction.receivedAtMs > NOW_MS || interaction.occurredAtMs < NOW_MS - 366 * 86_400_000
      );
    });
    expect(misplaced).toEqual([]);
  });

  it('makes a few products popular and leaves none unseen', () => {
    const seen = [...Map.groupBy(interactions, ({ productId }) => productId).values()]
      .map((group) => group.length)
      .sort((left, right) => right - left);
    expect(seen).toHaveLength(products.length);
    expect(seen[0] ?? 0).toBeGreaterThan(5 * (seen[Math.floor(seen.length / 2)] ?? 0));
  });

  it('gives the same interactions for the same seed, and others for another', () => {
    const ids = (seed: number) =>
      JSON.stringify([...demoInteractions({ products, shoppers: 50, seed, nowMs: NOW_MS })]);
    expect(ids(3)).toBe(ids(3));
    expect(ids(3)).not.toBe(ids(4));
  });

  it('yields nothing when there is nothing to look at', () => {
    expect([...demoInteractions({ products: [], nowMs: NOW_MS })]).toEqual([]);
  });
});

describe('the planted tastes', () => {
  it('cover all shoppers with shares that sum to one, and nobody else', () => {
    expect(TASTE_GROUPS.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    expect(tasteGroupOf('visitor:demo-0042')).toBeDefined();
    expect(tasteGroupOf('visitor:someone')).toBeUndefined();
  });

  it('show in behaviour: every group looks at what suits it at least twice as keenly as the others do', () => {
    const views = interactions.filter(({ type }) => type === 'view');
    const groupOf = new Map(views.map(({ shopperId = '' }) => [shopperId, tasteGroupOf(shopperId)]));
    for (const taste of TASTE_GROUPS) {
      const affinityOf = new Map(
        products.map((product) => [product.productId, tasteAffinity(taste, product, 'low')]),
      );
      const affinities = (own: boolean) =>
        views
          .filter(({ shopperId = '' }) => (groupOf.get(shopperId) === taste) === own)
          .map(({ productId }) => affinityOf.get(productId) ?? 0);
      const mean = (values: readonly number[]) =>
        values.reduce((sum, value) => sum + value, 0) / values.length;
      expect(mean(affinities(true))).toBeGreaterThan(2 * mean(affinities(false)));
    }
  });
});

describe('the planted pairs', () => {
  const pairs = plantedPairs(products);

  it('join products of different kinds, each with at most one companion', () => {
    expect(pairs.length).toBeGreaterThan(200);
    expect(new Set(pairs.map(({ productId }) => productId)).size).toBe(pairs.length);
    for (const { productId, companionId } of pairs) {
      expect(byId.get(productId)?.category.at(-1)).not.toBe(byId.get(companionId)?.category.at(-1));
    }
  });

  it('are found by plain co-occurrence within sessions: nine in ten among the first three', () => {
    const sessions = [...Map.groupBy(interactions, ({ sessionId }) => sessionId).values()].map(
      (session) => new Set(session.map(({ productId }) => productId)),
    );
    const visits = new Map<string, number>();
    const together = new Map<string, Map<string, number>>();
    const increment = (counts: Map<string, number>, key: string) =>
      counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const session of sessions) {
      for (const productId of session) {
        increment(visits, productId);
        const row = together.get(productId) ?? new Map<string, number>();
        together.set(productId, row);
        for (const other of session) if (other !== productId) increment(row, other);
      }
    }
    const found = pairs.filter(({ productId, companionId }) =>
      [...(together.get(productId) ?? [])]
        .map(([other, times]) => ({ other, score: times / Math.sqrt(visits.get(other) ?? 1) }))
        .sort((left, right) => right.score - left.score)
        .slice(0, 3)
        .some(({ other }) => other === companionId),
    );
    expect(found.length / pairs.length).toBeGreaterThan(0.9);
  });

  it('do not exist in another shop', () => {
    expect(plantedPairs(products.map((product) => ({ ...product, category: ['Elsewhere'] })))).toEqual([]);
  });
});
