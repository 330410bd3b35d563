import { expect, it } from 'vitest';
import { loadModels } from '../../src/recommendation/model-store.ts';
import { NOW_MS, openShop } from './open-shop.ts';

it('says how to mend a stored model that cannot be read', async () => {
  const database = await openShop([]);
  await database.transaction(async (query) => {
    await query
      .insertInto('models')
      .values({
        kind: 'neighbours',
        version: 1,
        createdAtMs: NOW_MS,
        active: 1,
        quality: '{}',
        payload: Buffer.from('not a model at all'),
      })
      .execute();
  });
  await expect(loadModels(database)).rejects.toMatchObject({
    code: 'DATA_CORRUPT',
    message: expect.stringContaining('floorwalker train'),
  });
});
