import { expect, it } from 'vitest';
import { resolveWordScoring } from '../../connectors/product-index/bm25f.ts';
import { indexOptions } from '../../src/assembly/index-options.ts';
import { loadConfig } from '../../src/config/config.ts';

const optionsFor = (environment: Readonly<Record<string, string>>) => {
  const { readQuantity, ...scoring } = indexOptions(loadConfig(environment));
  return { readQuantity, scoring };
};

it('scores words by default as a driver does that is given nothing', () => {
  expect(optionsFor({}).scoring).toEqual(resolveWordScoring({}));
});

it('takes weights by name and leaves the others at their default, 0 being a weight', () => {
  const { scoring } = optionsFor({
    FLOORWALKER_SEARCH_K1: '2',
    FLOORWALKER_SEARCH_B: '0',
    FLOORWALKER_SEARCH_FIELD_WEIGHTS: ' title = 9.3, description=0 ,',
    FLOORWALKER_SEARCH_BOOSTS: 'anyTerm=0',
  });

  expect(scoring).toMatchObject({
    k1: 2,
    b: 0,
    fieldWeights: { title: 9.3, brand: 2, description: 0 },
    boosts: { allTerms: 0.3, anyTerm: 0 },
  });
});

it.each([
  ['SEARCH_K1', '0'],
  ['SEARCH_B', '1.1'],
  ['SEARCH_FIELD_WEIGHTS', 'title'],
  ['SEARCH_FIELD_WEIGHTS', 'title='],
  ['SEARCH_FIELD_WEIGHTS', 'title=1=2'],
  ['SEARCH_FIELD_WEIGHTS', 'title=-1'],
  ['SEARCH_FIELD_WEIGHTS', 'title=101'],
  ['SEARCH_FIELD_WEIGHTS', 'name=1'],
  ['SEARCH_FIELD_WEIGHTS', 'constructor=1'],
  ['SEARCH_FIELD_WEIGHTS', 'title=0,brand=0,category=0,attributes=0,description=0'],
  ['SEARCH_BOOSTS', 'all=1'],
])('refuses %s="%s", naming the variable', (name, value) => {
  expect(() => loadConfig({ [`FLOORWALKER_${name}`]: value })).toThrow(`FLOORWALKER_${name}`);
});

it('reads quantities of attribute values in one unit per dimension', () => {
  const { readQuantity } = optionsFor({});

  expect(readQuantity?.('10,5 cm')).toEqual(readQuantity?.('105 mm'));
  expect(readQuantity?.('wide')).toBeUndefined();
});
