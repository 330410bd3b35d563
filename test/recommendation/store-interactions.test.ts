import { describe, expect, it } from 'vitest';
import { storeInteractions } from '../../src/recommendation/store-interactions.ts';
import { NOW_MS, openShop } from './open-shop.ts';

describe('storeInteractions', () => {
  it('stores more than one statement can hold, each once, and tells which were new', async () => {
    const database = await openShop([]);
    const interactions = Array.from({ length: 1_300 }, (_, index) => ({
      interactionId: `i${index % 1_200}`,
      type: 'view' as const,
      productId: 'a',
      occurredAtMs: NOW_MS,
      receivedAtMs: NOW_MS,
    }));
    expect(await storeInteractions(database, interactions)).toHaveLength(1_200);
    expect(await storeInteractions(database, interactions)).toEqual([]);
    expect(await database.query.selectFrom('interactions').select('interactionId').execute()).toHaveLength(
      1_200,
    );
  });
});
