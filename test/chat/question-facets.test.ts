import { describe, expect, it } from 'vitest';
import { type QuestionCandidate, questionFacets } from '../../src/chat/question-facets.ts';
import { wantedValue } from '../../src/chat/wanted-value.ts';
import { product } from '../support/small-shop.ts';

const RULES = {
  currency: 'USD',
  limits: [],
  valuesOf: ({ value }: { readonly value: string | number }) =>
    value === 'blue' ? ['blue', 'navy'] : [String(value)],
};
const candidates = (
  ...things: readonly {
    color?: readonly string[];
    category?: readonly string[];
    priceMinor?: number;
    length?: string;
  }[]
): QuestionCandidate[] =>
  things.map(({ color = [], category = ['Things'], priceMinor = 1_000, length }, index) => ({
    product: {
      ...product({ id: `p${index}`, title: 'Thing', color, priceMinor }),
      category,
      attributes: {
        ...(color.length === 0 ? {} : { color }),
        ...(length === undefined ? {} : { length: [length] }),
      },
    },
    probability: 1 / things.length,
    priceMinor,
  }));

describe('questionFacets', () => {
  it('offers the likeliest values, counts a shade with its colour, and nothing for what is not stated', () => {
    const [facet] = questionFacets(
      candidates({ color: ['navy'] }, { color: ['blue'] }, { color: ['red'] }, {}),
      ['color'],
      RULES,
    );
    expect(facet?.offered).toEqual([{ value: 'blue' }, { value: 'red' }]);
    expect(facet?.answersOf).toEqual([[0], [0], [1], []]);
  });

  it('offers nothing that is refused, of no shade', () => {
    const refused = { ...wantedValue('color', 'blue'), operator: 'ne' as const };
    const things = candidates({ color: ['navy', 'red'] }, { color: ['blue', 'green'] }, { color: ['red'] });
    const [facet] = questionFacets(things, ['color'], { ...RULES, limits: [refused] });
    expect(facet?.offered).toEqual([{ value: 'red' }, { value: 'green' }]);
    expect(facet?.answersOf).toEqual([[0], [1], [0]]);
  });

  it('offers five at most and keeps the others as answers', () => {
    const colors = ['red', 'green', 'black', 'white', 'pink', 'gold', 'grey'];
    const [facet] = questionFacets(
      candidates(...colors.map((color) => ({ color: [color] }))),
      ['color'],
      RULES,
    );
    expect(facet?.offered).toHaveLength(5);
    expect(facet?.answers).toBe(colors.length);
  });

  it('leaves out what all have in common', () => {
    expect(
      questionFacets(candidates({ color: ['red'] }, { color: ['red'] }), ['color', 'price'], RULES),
    ).toEqual([]);
  });

  it('asks about prices in ranges of round amounts', () => {
    const prices = [1_999, 2_499, 3_999, 4_999, 7_999, 9_999].map((priceMinor) => ({ priceMinor }));
    const [facet] = questionFacets(candidates(...prices), ['price'], RULES);
    expect(facet?.offered.length).toBeLessThanOrEqual(5);
    for (const answer of facet?.offered ?? [])
      if ('range' in answer) expect((answer.range.to ?? 0) % 500).toBe(0);
  });

  it('asks about many amounts in ranges, about few one by one', () => {
    const lengths = ['10 cm', '20 cm', '30 cm', '40 cm', '50 cm', '0.6 m'];
    const [many] = questionFacets(candidates(...lengths.map((length) => ({ length }))), ['length'], RULES);
    expect(many?.offered.every((answer) => 'range' in answer)).toBe(true);
    const [few] = questionFacets(
      candidates(...lengths.slice(0, 3).map((length) => ({ length }))),
      ['length'],
      RULES,
    );
    expect(few?.offered.every((answer) => 'value' in answer)).toBe(true);
  });

  it('goes down to the departments that part them', () => {
    const [facet] = questionFacets(
      candidates(
        { category: ['Home', 'Lamps'] },
        { category: ['Home', 'Lamps'] },
        { category: ['Home', 'Chairs'] },
      ),
      ['category'],
      RULES,
    );
    expect(facet?.offered).toEqual([{ value: 'home>lamps' }, { value: 'home>chairs' }]);
  });
});
