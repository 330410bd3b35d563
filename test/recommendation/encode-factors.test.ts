import { describe, expect, it } from 'vitest';
import { decodeFactors, encodeFactors } from '../../src/recommendation/encode-factors.ts';
import { encodeArtifact } from '../../src/recommendation/model-artifact.ts';
import { encodePopularity } from '../../src/recommendation/popularity.ts';

const model = {
  productIds: ['a', 'b'],
  dimensions: 3,
  factors: Float32Array.of(1, 2, 3, -1, 0, 0.5),
  unobservedWeight: 0.125,
  penalty: 0.25,
};
const corrupt = expect.objectContaining({
  code: 'DATA_CORRUPT',
  message: expect.stringContaining('floorwalker train'),
});

describe('encodeFactors', () => {
  it('is undone by decodeFactors', () => {
    expect(decodeFactors(encodeFactors(model))).toEqual(model);
    const empty = { ...model, productIds: [], factors: new Float32Array() };
    expect(decodeFactors(encodeFactors(empty)).productIds).toEqual([]);
  });

  it('refuses a cut model and one of another kind', () => {
    const other = encodePopularity({ productIds: [], markets: [], scores: new Float32Array() });
    expect(() => decodeFactors(encodeFactors(model).slice(0, -1))).toThrow(corrupt);
    expect(() => decodeFactors(other)).toThrow(corrupt);
  });

  it('refuses columns that are missing or do not fit together', () => {
    const artifact = { kind: 'factors', format: 1, integers: {}, names: { productIds: ['a', 'b'] } };
    const loss = Float32Array.of(0.125, 0.25);
    for (const numbers of [
      { loss },
      { factors: new Float32Array(5), loss },
      { factors: new Float32Array(0), loss },
      { factors: new Float32Array(4), loss: Float32Array.of(0.125) },
      { factors: new Float32Array(4), loss: Float32Array.of(0, 1) },
    ])
      expect(() => decodeFactors(encodeArtifact({ ...artifact, numbers }))).toThrow(corrupt);
  });
});
