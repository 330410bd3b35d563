import { describe, expect, it } from 'vitest';
import { fillLibrary } from '../../src/assembly/open-library.ts';
import type { ShopDocument } from '../../src/knowledge/shop-document.ts';

const DAY_MS = 86_400_000;
const signal = new AbortController().signal;

const document = (
  documentId: string,
  sections: Readonly<Record<string, readonly string[]>>,
  more: Partial<ShopDocument> = {},
): ShopDocument => ({
  documentId,
  title: documentId,
  language: 'en',
  updatedAtMs: 10 * DAY_MS,
  passages: Object.entries(sections).map(([heading, sentences]) => ({ headings: [heading], sentences })),
  ...more,
});

const TERMS = [
  document('Returns', {
    Period: ['Anything can be returned within 30 days.', 'It must be unworn.'],
    'Sale items': ['Sale items can be exchanged only.'],
  }),
  document('Delivery', {
    Costs: ['Delivery costs 4.90 €.'],
    Countries: ['We deliver to Austria and France.'],
  }),
];

async function ask(
  question: string,
  {
    language = 'en',
    documents = TERMS,
    ...scope
  }: {
    language?: string;
    documents?: ShopDocument[];
    market?: string;
    productId?: string;
    subject?: string;
  } = {},
) {
  const library = await fillLibrary(documents, signal);
  return await library.ask({ question, language, market: 'US', ...scope }, signal);
}

describe('a question that the documents answer', () => {
  it('is answered with whole sentences of the passage, and where they stand', async () => {
    expect(await ask('can I return sale items?')).toMatchObject([
      { documentId: 'Returns', passage: 1, heading: 'Sale items', text: 'Sale items can be exchanged only.' },
    ]);
    expect((await ask('how much is delivery?'))[0]?.text).toBe('Delivery costs 4.90 €.');
  });

  it('is answered across languages, in the words of the document', async () => {
    expect(await ask('Liefern Sie nach Österreich?', { language: 'de' })).toMatchObject([
      { documentId: 'Delivery', text: 'We deliver to Austria and France.', language: 'en' },
    ]);
  });

  it('leads elsewhere only where that is the answer', async () => {
    const documents = [
      document('Care', {
        Wool: [
          'Wool is washed by hand.',
          'Dry it flat.',
          'Sellers write to me@elsewhere.example.',
          'Never iron it.',
        ],
      }),
      document('Contact', { Mail: ['You reach us by e-mail at help@shop.example.'] }),
    ];
    expect((await ask('how do I wash wool?', { documents }))[0]?.text).toBe(
      'Wool is washed by hand. Dry it flat.',
    );
    expect((await ask('how can I reach you by e-mail?', { documents }))[0]?.text).toContain(
      'help@shop.example',
    );
  });

  it('quotes no more than a phone screen', async () => {
    const long = document('Returns', {
      Period: Array.from({ length: 20 }, () => 'Anything can be returned within 30 days.'),
    });
    const [quote] = await ask('how long can I return something?', { documents: [long] });
    expect(quote?.text.length).toBeLessThanOrEqual(280);
    expect(quote?.text).toMatch(/days\.$/);
  });
});

describe('a question that they do not answer', () => {
  it.each([
    'do you offer gift wrapping?',
    'can I pay in bitcoin?',
    'do you deliver to Norway?',
    'can I return a gift card?',
  ])('is not answered from a passage on something else: %s', async (question) => {
    expect(await ask(question)).toEqual([]);
  });

  it('is not answered without documents', async () => {
    expect(await ask('what is your return policy?', { documents: [] })).toEqual([]);
  });
});

describe('documents that contradict each other', () => {
  const older = document(
    'Old help',
    { Returns: ['Items can be returned within 14 days.'] },
    { updatedAtMs: DAY_MS },
  );

  it('are both quoted, the newer first', async () => {
    const quotes = await ask('how long can I return something?', {
      documents: [older, ...TERMS],
      subject: 'returns',
    });
    expect(quotes.map(({ documentId }) => documentId)).toEqual(['Returns', 'Old help']);
  });

  it('are one answer when they agree', async () => {
    const same = document('Help', { Returns: ['Items can be returned within 30 days.'] });
    expect(
      await ask('how long can I return something?', { documents: [same, ...TERMS], subject: 'returns' }),
    ).toHaveLength(1);
  });
});

it('answers from what holds in the market alone', async () => {
  const austria = document(
    'Austria',
    { Returns: ['Anything can be returned within 60 days.'] },
    { market: 'AT' },
  );
  const documents = [austria];
  expect(await ask('how long can I return something?', { documents })).toEqual([]);
  expect(await ask('how long can I return something?', { documents, market: 'AT' })).toHaveLength(1);
});

it('keeps the sheet of a product to questions on that product', async () => {
  const sheet = document(
    'Shed',
    { Roof: ['The roof carries a snow load of 120 kg.'] },
    { productId: 'shed' },
  );
  const documents = [...TERMS, sheet];
  expect(await ask('how much snow does the roof carry?', { documents })).toEqual([]);
  expect(await ask('how much snow does the roof carry?', { documents, productId: 'shed' })).toMatchObject([
    { documentId: 'Shed' },
  ]);
});
