import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeNeighbours, encodeNeighbours } from '../../src/recommendation/encode-neighbours.ts';
import { encodePopularity } from '../../src/recommendation/popularity.ts';

const model = {
  productIds: ['a', 'b', 'ünïcode'],
  starts: Int32Array.of(0, 2, 2, 3),
  neighbours: Int32Array.of(1, 2, 0),
  weights: Float32Array.of(0.5, 0.25, 0.125),
};

describe('encodeNeighbours', () => {
  it('is undone by decodeNeighbours, also from an unaligned view', () => {
    const bytes = encodeNeighbours(model);
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(decodeNeighbours(bytes)).toEqual(model);
    expect(decodeNeighbours(shifted.subarray(1))).toEqual(model);
  });

  it('refuses every single changed byte and every cut', () => {
    const bytes = encodeNeighbours(model);
    const corrupt = expect.objectContaining({
      code: 'DATA_CORRUPT',
      message: expect.stringContaining('floorwalker train'),
    });
    const position = fc.integer({ min: 0, max: bytes.length - 1 });
    fc.assert(
      fc.property(position, fc.integer({ min: 1, max: 255 }), (index, change) => {
        const changed = Uint8Array.from(bytes);
        changed[index] = (changed[index] ?? 0) ^ change;
        expect(() => decodeNeighbours(changed)).toThrow(corrupt);
        expect(() => decodeNeighbours(bytes.slice(0, index))).toThrow(corrupt);
      }),
    );
  });

  it('refuses a model of another kind', () => {
    const other = encodePopularity({ productIds: [], markets: [], scores: new Float32Array() });
    expect(() => decodeNeighbours(other)).toThrow(expect.objectContaining({ code: 'DATA_CORRUPT' }));
  });
});
