import { randomUUID } from 'node:crypto';
import { QdrantClient } from '@qdrant/js-client-rest';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { describeProductIndexContract } from '../../contracts/product-index.contract.ts';
import { describeImageContract } from '../../contracts/product-index-image.contract.ts';
import { describeMalformedContract } from '../../contracts/product-index-malformed.contract.ts';
import { describeRangeContract } from '../../contracts/product-index-ranges.contract.ts';
import { qdrantIndexAt } from '../../support/fake-qdrant/qdrant-index.ts';
import { startFakeQdrant } from '../../support/fake-qdrant/start-fake-qdrant.ts';

const fake = await startFakeQdrant();
afterAll(() => fake.close());

describeProductIndexContract('Qdrant (double)', () => qdrantIndexAt(fake.url), { comparisons: 60 });
describeProductIndexContract(
  'Qdrant (double), with nothing small enough to be read',
  () => qdrantIndexAt(fake.url, { readableProducts: 0 }),
  { comparisons: 30 },
);
describeImageContract('Qdrant (double)', () => qdrantIndexAt(fake.url), { comparisons: 25 });
describeMalformedContract('Qdrant (double)', () => qdrantIndexAt(fake.url));
describeRangeContract('Qdrant (double)', (options) => qdrantIndexAt(fake.url, options), { comparisons: 40 });

const liveUrl = process.env.FLOORWALKER_TEST_QDRANT_URL ?? process.env.QDRANT_URL;
const apiKey = process.env.FLOORWALKER_TEST_QDRANT_API_KEY ?? process.env.QDRANT_API_KEY;
const LIVE_PREFIX = 'floorwalker-test-';
if (liveUrl === undefined) {
  const REASON =
    'no server was asked: set FLOORWALKER_TEST_QDRANT_URL to hold the driver to its contract on one';
  process.stderr.write(`\n  QDRANT (LIVE) IS NOT TESTED: ${REASON}\n\n`);
  describe('Qdrant (live) product index', () => it.skip(REASON, () => {}));
} else {
  const key = apiKey === undefined ? {} : { apiKey };
  const client = new QdrantClient({ url: liveUrl, ...key });
  const clean = async () => {
    const { collections } = await client.getCollections();
    for (const { name } of collections) if (name.startsWith(LIVE_PREFIX)) await client.deleteCollection(name);
  };
  beforeAll(clean, 120_000);
  afterAll(clean, 120_000);
  const live = (options: Parameters<typeof qdrantIndexAt>[1] = {}) =>
    qdrantIndexAt(liveUrl, {
      timeoutMs: 30_000,
      collection: `${LIVE_PREFIX}${randomUUID()}`,
      ...key,
      ...options,
    });
  describeProductIndexContract('Qdrant (live)', live, { comparisons: 20 });
  describeProductIndexContract(
    'Qdrant (live), with nothing small enough to be read',
    () => live({ readableProducts: 0 }),
    { comparisons: 10 },
  );
  describeImageContract('Qdrant (live)', live, { comparisons: 10 });
  describeRangeContract('Qdrant (live)', live, { comparisons: 10 });
}
