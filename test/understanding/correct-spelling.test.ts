import { describe, expect, it } from 'vitest';
import { countSlips } from '../../src/understanding/correct-spelling.ts';

describe('countSlips', () => {
  it.each([
    ['jakcet', 'jacket', 1],
    ['jens', 'jeans', 1],
    ['handbgas', 'handbags', 1],
    ['swaeter', 'sweater', 1],
    ['jackett', 'jacket', 1],
    ['jacked', 'jacket', 1],
    ['sport', 'short', 2],
    ['shirt', 'shirt', 0],
    ['', 'hat', 3],
  ])('counts from %j to %j %d', (written, meant, slips) => {
    expect(countSlips(written, meant)).toBe(slips);
  });
});
