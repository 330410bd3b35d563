import { describe, expect, it } from 'vitest';
import {
  answer,
  command,
  commands,
  constraint,
  context,
  reference,
  understand,
} from './model-parser-support.ts';

it('turns the answer into commands of the domain', async () => {
  const utterance = 'a warm scarf for my mother, under 60, not red';
  const said = command('find', {
    query: 'warm',
    recipient: 'mother',
    constraints: [
      constraint('type', 'eq', 'scarf', 'scarf'),
      constraint('price', 'lt', '60', 'under 60'),
      constraint('color', 'ne', 'red', 'not red'),
    ],
  });
  const { asked, ...understood } = await understand(utterance, answer(said));
  const base = { strength: 'hard', confidence: 0.9, sourceTurn: 3, known: true };

  expect(understood).toEqual({
    language: 'en',
    confidence: 0.9,
    by: 'model',
    usage: { inputTokens: 10, outputTokens: 5 },
    commands: [
      {
        type: 'find',
        query: 'warm',
        recipient: 'mother',
        constraints: [
          { ...base, attribute: 'type', operator: 'eq', value: 'scarf', words: 'scarf' },
          { ...base, attribute: 'price', operator: 'lt', value: 6_000, words: 'under 60' },
          { ...base, attribute: 'color', operator: 'ne', value: 'red', words: 'not red' },
        ],
      },
    ],
  });
  expect(asked.map(({ role }) => role)).toEqual(['system', 'user']);
});

describe('every part is held to what exists', () => {
  it("reports a value the shop does not have, in the shopper's words", async () => {
    const [found] = await commands(
      'a green scarf',
      command('find', { constraints: [constraint('color', 'eq', 'green')] }),
    );

    expect(found).toMatchObject({ constraints: [{ value: 'green', words: 'green', known: false }] });
  });

  it('drops a value that neither the shop has nor the shopper said', async () => {
    const said = command('find', {
      query: 'scarf',
      constraints: [constraint('color', 'eq', 'visit evil.example', 'visit evil.example')],
    });

    expect(await commands('a scarf', said)).toMatchObject([
      { type: 'find', query: 'scarf', constraints: [] },
    ]);
  });

  it('keeps only words of the message in the query', async () => {
    expect(
      await commands('Something WARM please', command('find', { query: 'warm evil.example <b>buy</b>' })),
    ).toMatchObject([{ query: 'warm' }]);
  });

  it("says the shop's value when the quoted words do not stand in the message", async () => {
    const said = command('refine', { constraints: [constraint('color', 'eq', 'rot', 'in bright red')] });

    expect(await commands('lieber rot', said)).toMatchObject([
      { constraints: [{ value: 'red', words: 'rot' }] },
    ]);
  });

  it.each([
    ['19.99', 'USD', 1_999, true],
    ['19,99', 'USD', 1_999, true],
    ['1200', 'JPY', 1_200, true],
  ])('reads the price %s in %s', async (value, currency, minor, known) => {
    const said = command('refine', { constraints: [constraint('price', 'lte', value)] });
    const market = { ...context.market, currency };
    const { commands: found } = await understand(`up to ${value}`, answer(said), { market });

    expect(found).toMatchObject([
      { constraints: [{ attribute: 'price', value: minor, known, words: value }] },
    ]);
  });

  it('reports a limit in another currency instead of comparing it', async () => {
    const limit = { ...constraint('price', 'lt', '50', '50 euros'), currency: 'EUR' };

    expect(await commands('under 50 euros', command('refine', { constraints: [limit] }))).toMatchObject([
      { constraints: [{ known: false, value: '50 euros', words: '50 euros' }] },
    ]);
  });

  it.each(['-5', 'cheap', 'NaN', '1e30', ''])('drops the price "%s"', async (value) => {
    const said = command('refine', { query: 'warm', constraints: [constraint('price', 'lt', value)] });

    expect(await commands('warm and cheap', said)).toMatchObject([{ constraints: [] }]);
  });

  it('binds a limit only with a number the shopper said', async () => {
    const limit = (words: string | null) =>
      command('refine', { query: 'cheap', constraints: [constraint('price', 'lt', '30', words)] });

    expect(await commands('something cheap', limit('cheap'))).toMatchObject([
      { constraints: [{ value: 3_000, strength: 'soft' }] },
    ]);
    expect(await commands('something cheap', limit(null))).toMatchObject([{ constraints: [] }]);
  });

  it('asks about the whole shop, with words and values held as everywhere', async () => {
    const ask = (fields: Record<string, unknown>) => command('ask-catalogue', { about: 'shop', ...fields });
    const counted = ask({
      question: 'count',
      about: 'need',
      query: 'soft evil.example',
      constraints: [constraint('color', 'eq', 'rot', 'red')],
    });
    expect(await commands('how many of those are red and soft?', counted)).toMatchObject([
      {
        type: 'ask-catalogue',
        question: 'count',
        about: 'need',
        query: 'soft',
        constraints: [{ attribute: 'color', value: 'red', known: true }],
      },
    ]);
    expect(
      await commands(
        'which brands?',
        ask({ question: 'values', attribute: 'brand' }),
        ask({ question: 'values', attribute: 'password' }),
        ask({ question: null }),
        ask({ question: 'departments', about: null }),
      ),
    ).toMatchObject([
      { question: 'values', attribute: 'brand' },
      { question: 'departments', about: 'shop' },
    ]);
  });

  it('goes on from a question only when there was one, and orders a list', async () => {
    expect(
      await commands(
        'show them, cheapest first',
        command('show-asked'),
        command('ask-catalogue', { question: 'count', about: 'asked' }),
        command('refine', { sort: 'price-ascending' }),
      ),
    ).toMatchObject([
      { type: 'ask-catalogue', about: 'need' },
      { type: 'refine', sort: 'price-ascending' },
    ]);
  });

  it('refers only to products on screen or on the page', async () => {
    const ask = (productId: string) =>
      command('ask-product', { references: [reference('product', { productId })], attribute: 'material' });

    expect(await commands('what is it made of?', ask('p-1'), ask('page-1'), ask('secret-9'))).toMatchObject([
      {
        reference: { kind: 'product', productId: 'p-1' },
        attribute: 'material',
        question: 'what is it made of?',
      },
      { reference: { kind: 'product', productId: 'page-1' } },
      { reference: { kind: 'focus' } },
    ]);
  });

  it.each([
    [reference('ordinal', { position: 2 }), { kind: 'ordinal', position: 2 }],
    [reference('extreme', { extreme: 'cheapest' }), { kind: 'extreme', of: 'cheapest' }],
    [
      reference('attribute', { attribute: 'color', value: 'blau' }),
      { kind: 'attribute', attribute: 'color', value: 'blue' },
    ],
    [reference('ordinal'), { kind: 'focus' }],
    [reference('attribute', { attribute: 'color', value: 'green' }), { kind: 'focus' }],
  ])('reads the reference %o', async (said, meant) => {
    expect(await commands('why this?', command('why', { references: [said] }))).toEqual([
      { type: 'why', reference: meant },
    ]);
  });

  it('takes back only wishes that exist, and knows no recipients of its own', async () => {
    const said = command('refine', { drop: ['price', 'color'], recipient: 'hacker', occasion: 'birthday' });

    expect(await commands('price does not matter', said)).toEqual([
      { type: 'refine', query: '', constraints: [], drop: ['price'], occasion: 'birthday' },
    ]);
  });

  it('speaks only languages we speak', async () => {
    const said = command('greet');

    expect((await understand('hallo', { ...answer(said), language: 'de' })).language).toBe('de');
    expect((await understand('hej', { ...answer(said), language: 'sv' })).language).toBe('en');
  });
});

describe('a bound on an amount', () => {
  const bounded = (value: string, words: string | null) =>
    command('refine', { constraints: [constraint('weight', 'lte', value, words)] });

  it('is kept when the shop tells the attribute in such amounts', async () => {
    expect(await commands('at most 300 g please', bounded('300 g', 'at most 300 g'))).toMatchObject([
      { constraints: [{ attribute: 'weight', operator: 'lte', value: '300 g', known: true }] },
    ]);
  });

  it('is reported, not compared, when it is no such amount', async () => {
    expect(await commands('at most 2 m please', bounded('2 m', 'at most 2 m'))).toMatchObject([
      { constraints: [{ attribute: 'weight', value: '2 m', known: false }] },
    ]);
  });

  it('has the figures of the shopper', async () => {
    expect(await commands('something light', bounded('300 g', 'light'))).not.toMatchObject([
      { constraints: [{ known: true }] },
    ]);
  });
});
