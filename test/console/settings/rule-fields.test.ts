import { describe, expect, it } from 'vitest';
import { bodyOf, fieldsOf, newRule } from '../../../src/console/settings/rule-fields.ts';
import type { KeptRule } from '../../../src/domain/merchandising.ts';

const KEPT: KeptRule = {
  id: 'winter',
  action: { kind: 'bury', strength: 0.4 },
  target: {
    category: 'Clothing > Scarves',
    attributes: { color: ['red', 'dark blue'], volume: ['1,5 l'], size: ['M'] },
  },
  when: { query: { words: 'warm scarf', match: 'exact' }, markets: ['DE', 'AT'], segments: ['visitor'] },
  from: '2026-11-27T06:30:00.000Z',
  until: '2027-02-28T17:00:00.000Z',
  owner: 'ann',
  note: 'season',
  version: 4,
  createdAt: '2026-11-20T00:00:00.000Z',
  updatedAt: '2026-11-20T00:00:00.000Z',
};

describe('the form of a rule', () => {
  it('sends a rule that was opened as it was, to the very instant', () => {
    const { id, version, createdAt, updatedAt, ...body } = KEPT;
    expect(bodyOf(fieldsOf(KEPT), KEPT)).toEqual(body);
  });

  it('sends another day where one was chosen, and no parts that are empty', () => {
    const fields = {
      ...newRule('ann', Date.UTC(2026, 10, 23)),
      productIds: ['a', 'b', 'c'],
      markets: 'de, at',
    };
    expect(bodyOf(fields)).toEqual({
      action: { kind: 'boost', strength: 0.5 },
      target: { productIds: ['a', 'b', 'c'] },
      when: { markets: ['DE', 'AT'] },
      until: '2026-12-23',
      owner: 'ann',
      note: '',
    });
    expect(bodyOf({ ...fieldsOf(KEPT), until: '2027-03-01' }, KEPT)).toMatchObject({
      from: KEPT.from,
      until: '2027-03-01',
    });
  });
});
