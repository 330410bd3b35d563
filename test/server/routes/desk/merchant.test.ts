import { describe, expect, it } from 'vitest';
import { createSearchTester } from '../../../../src/chat/desk/search-tester.ts';
import type { CatalogueHealth } from '../../../../src/domain/desk/catalogue-health.ts';
import { createLanguageDetector } from '../../../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../../../src/understanding/embedded-parser.ts';
import { signedInDesk } from '../../../support/signed-in-desk.ts';
import { NOW_MS, SCARVES } from '../../../support/small-shop.ts';
import { stockedShop } from '../../../support/stocked-shop.ts';

const HEALTH: CatalogueHealth = {
  ...{ products: 3, publishedAt: '2026-11-23T08:30:00.000Z', lists: 2 },
  faults: [
    {
      ...{ kind: 'no-picture', products: 1, examples: [{ productId: 'a', title: 'A' }] },
      cost: { leftOut: 0, shownShare: 0.5, othersShownShare: 1 },
    },
  ],
  imported: { rejected: 0, rejectedByCode: {}, warningsByCode: {}, issues: [] },
};

async function openDesk() {
  const shop = await stockedShop(SCARVES);
  const { vocabulary } = shop;
  const parser = createEmbeddedParser({ vocabulary, detector: createLanguageDetector() });
  return await signedInDesk({
    desk: {
      catalogueHealth: async () => HEALTH,
      testSearch: createSearchTester({ shop: () => shop, parser: () => parser, clock: () => NOW_MS }),
    },
  });
}

describe('the merchant', () => {
  it('is told what is wrong with the catalogue', async () => {
    const { admin } = await openDesk();
    expect(await (await admin.get('/v1/desk/catalogue/health')).json()).toEqual(HEALTH);
  });

  it('sees a search taken apart', async () => {
    const { admin } = await openDesk();
    const response = await admin.post('/v1/desk/search-test', {
      query: 'blue scarf under 60',
      filters: { material: ['wool'] },
      changes: { search: { popular: 2 } },
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      reading: { by: 'embedded', need: { hard: expect.any(Array) } },
      products: [{ productId: 'wool-blue', parts: expect.any(Array) }],
      tried: [{ productId: 'wool-blue' }],
      applied: expect.arrayContaining([{ attribute: 'material', value: 'wool' }]),
    });
  });

  it('is refused what is no search', async () => {
    const { admin } = await openDesk();
    for (const body of [{ query: 'x'.repeat(2_000) }, { limit: 0 }, { changes: { every: { nonsense: 1 } } }])
      expect((await admin.post('/v1/desk/search-test', body)).status).toBe(400);
  });

  it('looks at both with a role that reads reports', async () => {
    const { as } = await openDesk();
    for (const [role, status] of [
      ['viewer', 200],
      ['agent', 403],
      ['lead', 200],
      ['auditor', 403],
    ] as const) {
      const visitor = await as(role);
      expect((await visitor.get('/v1/desk/catalogue/health')).status).toBe(status);
      expect((await visitor.post('/v1/desk/search-test', { query: 'scarf' })).status).toBe(status);
    }
  });
});
