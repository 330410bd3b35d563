import { randomUUID } from 'node:crypto';
import { QdrantClient } from '@qdrant/js-client-rest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { QdrantProductIndexOptions } from '../../../connectors/product-index/qdrant.ts';
import { describeProductIndexContract } from '../../contracts/product-index.contract.ts';
import { describeBehaviourContract } from '../../contracts/product-index-behaviour.contract.ts';
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
describeBehaviourContract('Qdrant (double)', () => qdrantIndexAt(fake.url), { comparisons: 40 });
describeMalformedContract('Qdrant (double)', () => qdrantIndexAt(fake.url));
describeRangeContract('Qdrant (double)', (options) => qdrantIndexAt(fake.url, options), { comparisons: 40 });

const liveUrl = process.env.FLOORWALKER_TEST_QDRANT_URL ?? process.env.QDRANT_URL;
const apiKey = process.env.FLOORWALKER_TEST_QDRANT_API_KEY ?? process.env.QDRANT_API_KEY;
const LIVE_PREFIX = 'floorwalker-test-';

/** On the live server, in a collection that goes when the tests end. */
const liveIndex = (options: Partial<QdrantProductIndexOptions> = {}) =>
  qdrantIndexAt(liveUrl ?? '', {
    timeoutMs: 30_000,
    collection: `${LIVE_PREFIX}${randomUUID()}`,
    ...(apiKey === undefined ? {} : { apiKey }),
    ...options,
  });

it.skipIf(liveUrl === undefined)(
  'is held to the same on a real server (set FLOORWALKER_TEST_QDRANT_URL to ask one)',
  async () => {
    expect(await liveIndex().version(new AbortController().signal)).toMatch(/^\d+\.\d+\./);
  },
);

if (liveUrl === undefined) {
  process.stderr.write(
    '\n  NO REAL QDRANT WAS ASKED: set FLOORWALKER_TEST_QDRANT_URL to hold the driver to its contract on one.\n\n',
  );
} else {
  const client = new QdrantClient({ url: liveUrl, ...(apiKey === undefined ? {} : { apiKey }) });
  const clean = async () => {
    const { collections } = await client.getCollections();
    for (const { name } of collections) if (name.startsWith(LIVE_PREFIX)) await client.deleteCollection(name);
  };
  beforeAll(clean, 120_000);
  afterAll(clean, 120_000);
  describeProductIndexContract('Qdrant (live)', liveIndex, { comparisons: 20 });
  describeProductIndexContract(
    'Qdrant (live), with nothing small enough to be read',
    () => liveIndex({ readableProducts: 0 }),
    { comparisons: 10 },
  );
  describeImageContract('Qdrant (live)', liveIndex, { comparisons: 10 });
  describeBehaviourContract('Qdrant (live)', liveIndex, { comparisons: 10 });
  describeRangeContract('Qdrant (live)', liveIndex, { comparisons: 10 });
}
