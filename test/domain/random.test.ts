import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/domain/random.ts';

describe('createRandom', () => {
  it('repeats itself for a seed and differs for another', () => {
    const series = (seed: number) => Array.from({ length: 20 }, createRandom(seed));
    expect(series(7)).toEqual(series(7));
    expect(series(7)).not.toEqual(series(8));
  });

  it('spreads evenly over [0, 1)', () => {
    const random = createRandom(2026);
    const buckets = new Array<number>(10).fill(0);
    for (let draw = 0; draw < 100_000; draw += 1) {
      const value = random();
      const bucket = Math.floor(value * 10);
      buckets[bucket] = (buckets[bucket] ?? 0) + 1;
    }
    expect(buckets).toHaveLength(10);
    for (const count of buckets) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });
});
