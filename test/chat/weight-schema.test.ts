import { describe, expect, it } from 'vitest';
import { readWeightChanges } from '../../src/chat/weight-schema.ts';

describe('readWeightChanges', () => {
  it('reads changes by intent and signal, some of them or none', () => {
    const changes = { every: { relevance: 0.8, 'price-fit': 0 }, search: { taste: 0.3 } };
    expect(readWeightChanges(`\uFEFF${JSON.stringify(changes)}`)).toEqual(changes);
    expect(readWeightChanges('{}')).toEqual({});
  });

  it.each([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['an unknown intent', '{"browse": {}}'],
    ['an unknown signal', '{"every": {"charm": 1}}'],
    ['a weight below 0', '{"every": {"taste": -0.1}}'],
    ['a weight beyond all others', '{"every": {"taste": 1e6}}'],
    ['a weight that is no number', '{"every": {"taste": "1"}}'],
    ['an infinite weight', '{"every": {"taste": 1e999}}'],
  ])('refuses %s', (_, text) => {
    expect(() => readWeightChanges(text)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
  });

  it('names the place at fault', () => {
    expect(() => readWeightChanges('{"search": {"taste": -1}}')).toThrow(/search\.taste/);
  });
});
