import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFilters } from '../../src/chat/read-filters.ts';
import { buildVocabulary } from '../../src/understanding/vocabulary.ts';
import { MEASURED } from '../support/measured-shop.ts';

const vocabulary = await buildVocabulary(MEASURED);

const read = (attribute: string, ...values: string[]) => {
  const { filters, dropped } = readFilters({ [attribute]: values }, vocabulary);
  return {
    limits: filters.map(({ operator, value }) => `${operator} ${value}`),
    dropped: dropped.map(({ reason }) => reason),
  };
};

describe('a range', () => {
  it.each([
    ['memory', '16 GB..', ['gte 16 GB']],
    ['weight', '..2 kg', ['lte 2 kg']],
    ['capacity', '10..20 l', ['gte 10 l', 'lte 20 l']],
    ['capacity', '500 ml .. 1 l', ['gte 500 ml', 'lte 1 l']],
    ['weight', '1,5..2.5kg', ['gte 1.5 kg', 'lte 2.5 kg']],
    ['weight', '1 lb..2 kg', ['gte 1 lb', 'lte 2 kg']],
    ['width', '..40 in', ['lte 40 in']],
    ['pages', '100..300', ['gte 100', 'lte 300']],
  ])('binds amounts with its ends: %s %s', (attribute, value, limits) => {
    expect(read(attribute, value)).toEqual({ limits, dropped: [] });
  });

  it.each([
    ['weight', '..', 'a range needs amounts such as 10..20 l'],
    ['weight', 'light..heavy', 'a range needs amounts such as 10..20 l'],
    ['weight', '1 kg..2 m', 'a range needs amounts such as 10..20 l'],
    ['weight', '1..2', 'the catalogue tells no such amounts of it'],
    ['weight', '1..2 l', 'the catalogue tells no such amounts of it'],
    ['volume', '1..2 l', 'the catalogue tells no such amounts of it'],
    ['size', '40..44', 'the catalogue tells no such amounts of it'],
    ['price', '..60', 'the catalogue tells no such amounts of it'],
    ['weight', '1 kg..2 kg..3 kg', 'the catalogue has no such value'],
  ])('that means nothing is told: %s %s', (attribute, value, reason) => {
    expect(read(attribute, value)).toEqual({ limits: [], dropped: [reason] });
  });

  it('that begins above its end is refused, in any unit', () => {
    for (const value of ['2 kg..1 kg', '2..1 kg', '2 kg..1500 g'])
      expect(() => read('weight', value)).toThrowError(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
    expect(read('weight', '2 kg..2000 g').limits).toEqual(['gte 2 kg', 'lte 2000 g']);
  });

  it('holds alone for its attribute, beside values', () => {
    expect(read('memory', '16 GB..', '..64 GB', '32 GB')).toEqual({
      limits: ['gte 16 GB', 'eq 32 gb'],
      dropped: ['one range of an attribute can hold'],
    });
  });
});

it('takes values in any unit and spelling, and drops what the catalogue does not have', () => {
  expect(read('capacity', '20 l', '50cl', '3 l')).toEqual({
    limits: ['eq 20000 ml', 'eq 500 ml'],
    dropped: ['the catalogue has no such value'],
  });
});

it('prefers a value of the catalogue that looks like a range', async () => {
  const [first] = MEASURED;
  if (first === undefined) return expect.unreachable();
  const own = await buildVocabulary([{ ...first, attributes: { power: ['100..240 v'] } }]);
  expect(readFilters({ power: ['100..240 V'] }, own).filters).toMatchObject([
    { operator: 'eq', value: '100..240 v' },
  ]);
});

it('binds, drops or refuses whatever is written', () => {
  const end = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom('1 kg', '2', '..', '-1 g', '1e9 g', '½ kg'),
  );
  fc.assert(
    fc.property(end, end, (from, to) => {
      try {
        const { limits, dropped } = read('weight', `${from}..${to}`);
        expect(limits.length > 0 || dropped.length === 1).toBe(true);
      } catch (error) {
        expect(error).toMatchObject({ code: 'INVALID_ARGUMENT' });
      }
    }),
  );
});
