import { expect, it } from 'vitest';
import { productWords } from '../../src/retrieval/product-words.ts';
import { product } from '../support/small-shop.ts';

it('gives the words of the names in all languages, unstemmed and each once', () => {
  const scarf = product({ id: 's', title: 'Warm scarves, T-shirt', material: 'wool' });
  const translated = {
    ...scarf,
    brand: 'Écharpe & Co',
    texts: {
      ...scarf.texts,
      de: {
        title: 'Warme Schals',
        description: 'Kuschelig',
        category: ['Dinge', 'Schal'],
        attributes: { material: ['Wolle'] },
      },
    },
  };
  expect(productWords(translated).sort()).toEqual(
    [
      'warm',
      'scarves',
      't',
      'shirt',
      'things',
      'scarf',
      'wool',
      'echarpe',
      'co',
      'warme',
      'schals',
      'dinge',
      'schal',
      'wolle',
    ].sort(),
  );
});
