import { expect, it } from 'vitest';
import { modelVocabulary } from '../../src/understanding/model-vocabulary.ts';
import { buildVocabulary } from '../../src/understanding/vocabulary.ts';
import { MEASURED } from '../support/measured-shop.ts';

const vocabulary = modelVocabulary(await buildVocabulary(MEASURED));

it('knows amounts of the attributes that are told in such amounts', () => {
  expect(vocabulary.amountOf('memory', '16gb')).toBe('16 GB');
  expect(vocabulary.amountOf('weight', '1,5 kg')).toBe('1.5 kg');
  expect(vocabulary.amountOf('weight', '3 lb')).toBe('3 lb');
  expect(vocabulary.amountOf('weight', '3 m')).toBeUndefined();
  expect(vocabulary.amountOf('weight', 'light')).toBeUndefined();
  expect(vocabulary.amountOf('colour', '3 kg')).toBeUndefined();
});

it('takes an amount in another unit for the value the shop has', () => {
  expect(vocabulary.ground('capacity', '20 litres', 'en')).toEqual({
    attribute: 'capacity',
    value: '20000 ml',
    known: true,
  });
});
