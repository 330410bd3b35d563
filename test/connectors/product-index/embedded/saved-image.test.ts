import { closeSync, existsSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnBuffers,
  putTogether,
  takeApart,
} from '../../../../connectors/product-index/embedded/image-parts.ts';
import { loadImage } from '../../../../connectors/product-index/embedded/load-image.ts';
import { saveImage, unfinished } from '../../../../connectors/product-index/embedded/save-image.ts';
import { buildSegments } from '../../../../connectors/product-index/embedded/segments.ts';
import { createEmbeddedProductIndex } from '../../../../connectors/product-index/embedded.ts';
import type { IndexDocument, ProductIndex } from '../../../../src/ports/product-index.ts';
import { describeProductIndexContract } from '../../../contracts/product-index.contract.ts';
import { document } from '../../../support/index-documents.ts';
import { temporaryDirectory } from '../../../support/temporary-directory.ts';

/** Every filling of it is saved and loaded before it answers. */
function savedIndex(): ProductIndex {
  const file = join(temporaryDirectory(), 'shop.image');
  let index = createEmbeddedProductIndex();
  async function replaceAll(documents: Iterable<IndexDocument> | AsyncIterable<IndexDocument>) {
    await saveImage(file, 'key', takeApart(await buildSegments(documents)));
    const loaded = await loadImage(file, 'key');
    const segments = (loaded.kind === 'loaded' ? loaded.value : []) as Awaited<
      ReturnType<typeof buildSegments>
    >;
    index = createEmbeddedProductIndex({ segments });
  }
  return {
    search: (...given) => index.search(...given),
    count: (...given) => index.count(...given),
    facets: (...given) => index.facets(...given),
    priceRange: (...given) => index.priceRange(...given),
    facts: (...given) => index.facts(...given),
    upsert: (documents) => index.upsert(documents),
    delete: (productIds) => index.delete(productIds),
    replaceAll,
    setBehaviour: (behaviour) => index.setBehaviour(behaviour),
    size: () => index.size(),
    close: () => index.close(),
  };
}

describeProductIndexContract('embedded, saved and loaded', savedIndex);

describe('a saved image', () => {
  async function saved(value: unknown = { words: new Map([['scarf', Uint32Array.of(1, 2)]]) }) {
    const file = join(temporaryDirectory(), 'index', 'shop.image');
    await saveImage(file, 'key', takeApart(value));
    return file;
  }

  it('gives back any value of records, maps, lists and columns', async () => {
    const column = fc.oneof(
      fc.array(fc.integer({ min: 0, max: 255 })).map((values) => Uint8Array.from(values)),
      fc.array(fc.float({ noNaN: true })).map((values) => Float32Array.from(values)),
      fc.array(fc.double()).map((values) => Float64Array.from(values)),
      fc.array(fc.bigInt({ min: 0n, max: 9n })).map((values) => BigUint64Array.from(values)),
    );
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        column,
        fc.string(),
        fc.double(),
        fc.constant(undefined),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.array(fc.tuple(fc.string(), tie('value')), { maxLength: 4 }).map((entries) => new Map(entries)),
        fc.dictionary(fc.string(), tie('value'), { maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(value, async (image) => {
        const loaded = await loadImage(await saved({ image }), 'key');
        expect(loaded).toMatchObject({ kind: 'loaded' });
        expect(loaded.kind === 'loaded' && loaded.value).toEqual({ image });
      }),
      { numRuns: 30 },
    );
  });

  it('is read under its own key only', async () => {
    expect(await loadImage(await saved(), 'another')).toEqual({ kind: 'other' });
    expect(await loadImage(join(temporaryDirectory(), 'none'), 'key')).toEqual({ kind: 'absent' });
  });

  it('is refused with any byte changed, cut anywhere, or longer', async () => {
    const bytes = readFileSync(await saved());
    const file = join(temporaryDirectory(), 'damaged');
    const outcome = async (damaged: Uint8Array) => {
      writeFileSync(file, damaged);
      return await loadImage(file, 'key').then(
        ({ kind }) => kind,
        (error: { code: string }) => error.code,
      );
    };
    for (const [at, byte] of bytes.entries()) {
      const changed = Buffer.from(bytes);
      changed[at] = byte ^ 0x10;
      // A damaged version or key makes it an image of another kind, which is made anew as well.
      expect(['DATA_CORRUPT', 'other']).toContain(await outcome(changed));
    }
    for (let length = 0; length < bytes.length; length += 1)
      expect(await outcome(bytes.subarray(0, length))).toBe('DATA_CORRUPT');
    expect(await outcome(Buffer.concat([bytes, Buffer.of(0)]))).toBe('DATA_CORRUPT');
  });

  it('stays as it was until another one is whole, and what was cut is cleared away', async () => {
    const file = await saved('first');
    const half = openSync(unfinished(file), 'w');
    writeSync(half, 'FWIX half of an image');
    closeSync(half);
    expect(await loadImage(file, 'key')).toMatchObject({ kind: 'loaded', value: 'first' });
    expect(existsSync(unfinished(file))).toBe(false);
  });

  it('is nobody else to read', async () => {
    expect(statSync(await saved()).mode & 0o077).toBe(0);
  });

  it('is not written where there is a file in the way, and says so', async () => {
    const file = join(await saved(), 'below', 'shop.image');
    await expect(saveImage(file, 'key', takeApart('value'))).rejects.toMatchObject({
      code: 'DATABASE_FAILED',
    });
  });

  it('hands its columns over without a copy, each memory once', async () => {
    const shared = Uint32Array.of(1, 2, 3, 4);
    const segments = await buildSegments([document('a', {}), document('b', {})]);
    const parts = takeApart({ segments, left: shared.subarray(0, 2), right: shared.subarray(2) });
    const buffers = columnBuffers(parts);
    expect(new Set(buffers).size).toBe(buffers.length);
    const received = structuredClone(parts, { transfer: buffers });
    expect(shared.length).toBe(0);
    expect(putTogether({ ...received, frame: Buffer.from(received.frame) })).toMatchObject({
      left: Uint32Array.of(1, 2),
      right: Uint32Array.of(3, 4),
    });
  });
});
