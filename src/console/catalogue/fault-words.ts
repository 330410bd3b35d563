import type { CatalogueFault, FaultKind } from '../../domain/desk/catalogue-health.ts';

interface FaultWords {
  readonly heading: string;
  /** What to do about it. */
  readonly remedy: string;
}

const WORDS: Readonly<Record<FaultKind, FaultWords>> = {
  'no-picture': {
    heading: 'No picture',
    remedy: 'Give the product or its variants an address of a picture.',
  },
  'no-price': {
    heading: 'No price, or a price of 0',
    remedy: 'Nothing costs nothing: give every market a price.',
  },
  'no-description': {
    heading: 'No description',
    remedy: 'Words of a description are searched, and questions are answered from them.',
  },
  'no-category': { heading: 'No category', remedy: 'Without one it is found by its words alone.' },
  'no-brand': {
    heading: 'No brand',
    remedy: 'Most products have one: whoever asks for a brand never sees these.',
  },
  'missing-attribute': {
    heading: 'Something is not told',
    remedy: 'Nearly all products of the category tell it: whoever asks for it never sees these.',
  },
  duplicate: {
    heading: 'Called and priced like another',
    remedy: 'Two of the same take the place of something else: make them variants of one product.',
  },
  'contradicting-stock': {
    heading: 'Stock that contradicts itself',
    remedy:
      'In stock without a piece, or sold out with pieces: shoppers are told what the availability says.',
  },
  'stale-stock': { heading: 'Pieces counted over a week ago', remedy: 'Import the catalogue more often.' },
  'unreadable-size': {
    heading: 'A size that is none',
    remedy:
      'Write sizes as numbers, letters, or with their system, as "EU 42": others are not found by their size.',
  },
  'missing-language': {
    heading: 'No text in a language of its market',
    remedy: 'Shoppers read the words of another language.',
  },
};

/** "material is not told" */
export const sayFault = ({ kind, attribute }: CatalogueFault): string =>
  attribute === undefined ? WORDS[kind].heading : `${attribute} is not told`;

export const sayRemedy = ({ kind }: CatalogueFault): string => WORDS[kind].remedy;

/** "Clothing › Scarves"; empty where it is of the whole catalogue. */
export const sayPlace = ({ category = [], language }: CatalogueFault): string =>
  language ?? category.join(' › ');
