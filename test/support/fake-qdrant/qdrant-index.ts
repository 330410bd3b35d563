import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import {
  createQdrantProductIndex,
  type QdrantProductIndex,
  type QdrantProductIndexOptions,
} from '../../../connectors/product-index/qdrant.ts';
import { type FakeQdrant, type FakeQdrantOptions, startFakeQdrant } from './start-fake-qdrant.ts';

/** The driver on a server, under an alias of its own unless the test names one. */
export function qdrantIndexAt(
  url: string,
  options: Partial<QdrantProductIndexOptions> = {},
): QdrantProductIndex {
  return createQdrantProductIndex({
    url,
    collection: `test-${randomUUID()}`,
    timeoutMs: 5_000,
    writeTimeoutMs: options.timeoutMs ?? 5_000,
    newId: randomUUID,
    ...options,
  });
}

/** A double of the server that is closed when the test ends. */
export async function startQdrant(options: FakeQdrantOptions = {}): Promise<FakeQdrant> {
  const server = await startFakeQdrant(options);
  onTestFinished(() => server.close());
  return server;
}
