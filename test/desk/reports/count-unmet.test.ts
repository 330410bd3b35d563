import { describe, expect, it } from 'vitest';
import type { Turn } from '../../../src/domain/turn.ts';
import { openReports } from '../../support/open-reports.ts';
import { limit } from '../../support/reported-talks.ts';

const wanting = (...hard: Turn['need']['hard']): Partial<Turn> => ({
  need: { query: '', hard, soft: [], unknown: [] },
});

const unknown = (attribute: string, words: string): Partial<Turn> => ({
  need: { query: '', hard: [], soft: [], unknown: [limit(attribute, words, { known: false })] },
});

describe('what was not found', () => {
  it('counts once who did not find something, be it that nothing fitted or that the shop has no such thing', async () => {
    const { report } = await openReports([
      { turns: [{ ...wanting(limit('type', 'scarf')), total: 0 }, unknown('type', 'tent')] },
      { turns: [unknown('type', 'kayak')] },
      { turns: [unknown('color', 'blorp')] },
      { turns: [wanting(limit('type', 'coat'))] },
    ]);
    expect((await report()).notFound.all).toEqual({ metric: 'not-found', conversations: 2 });
  });

  it('tells what was not found, with the money that was named', async () => {
    const empty = (amountMinor: number): Partial<Turn> => ({
      total: 0,
      need: {
        ...{ query: '', hard: [limit('type', 'scarf')], soft: [], unknown: [] },
        budget: { max: { amountMinor, currency: 'EUR' } },
      },
    });
    const { report, found } = await openReports([
      { turns: [empty(5_000)] },
      { turns: [empty(7_000), empty(7_000)] },
      { turns: [{ total: 0 }] },
      {
        turns: [
          {
            ...wanting(limit('color', 'red', { words: 'crimson' })),
            relaxed: [{ attribute: 'color', words: 'crimson' }],
          },
        ],
      },
    ]);
    const { notFound } = await report();
    expect(notFound.nothing).toEqual([
      {
        ...{ metric: 'nothing', attribute: 'type', value: 'scarf', conversations: 2 },
        ...{ people: 2, budgets: [{ currency: 'EUR', conversations: 2, amountMinor: 12_000 }] },
      },
      { metric: 'nothing', conversations: 1, people: 1, budgets: [] },
    ]);
    expect(notFound.relaxed).toMatchObject([{ attribute: 'color', value: 'red', conversations: 1 }]);
    const [scarves, anything] = notFound.nothing;
    expect(scarves && (await found(scarves))).toEqual(['c-0', 'c-1']);
    expect(anything && (await found(anything))).toEqual(['c-2']);
  });

  it('keeps words to itself that few people said: they may be a name', async () => {
    const saying = (words: string) => ({
      turns: [
        {
          need: {
            ...{ query: '', hard: [], soft: [] },
            unknown: [limit('mentions', words, { known: false })],
          },
        },
      ],
    });
    const { report } = await openReports([
      ...Array.from({ length: 3 }, () => saying('hovercraft')),
      ...Array.from({ length: 2 }, () => saying('Erika Mustermann')),
    ]);
    const made = await report();
    expect(made.notFound.unknown).toMatchObject({
      told: [{ value: 'hovercraft', conversations: 3 }],
      ...{ withheld: 1, leastPeople: 3 },
    });
    expect(JSON.stringify(made)).not.toContain('Erika');
  });

  it('counts who gave a wish up once, whatever they gave up, and leads to them', async () => {
    const giving = (...attributes: string[]): Partial<Turn> => ({
      ...wanting(...attributes.map((attribute) => limit(attribute, 'x'))),
      relaxed: attributes.map((attribute) => ({ attribute, words: 'x' })),
    });
    const { report, found } = await openReports([
      { turns: [giving('color', 'material'), giving('style')] },
      { turns: [giving('color')] },
      {},
    ]);
    const { givenUp } = (await report()).notFound;
    expect(givenUp).toEqual({ metric: 'relaxed', conversations: 2 });
    expect(await found(givenUp)).toEqual(['c-0', 'c-1']);
  });

  it('brings words together that mean the same, in any form and language, and leads to all of them', async () => {
    const { report, found } = await openReports([
      { turns: [unknown('type', 'snorkel')] },
      { turns: [unknown('type', 'snorkels'), unknown('', 'snorkels')] },
      { language: 'de', turns: [unknown('type', 'Schnorchel')] },
      { turns: [unknown('type', 'snorkel')] },
      { turns: [unknown('type', 'quad bikes')] },
      { turns: [unknown('type', 'Quad Bike')] },
      { turns: [unknown('type', 'quad bikes')] },
      ...Array.from({ length: 3 }, () => ({ turns: [unknown('color', 'snorkel')] })),
    ]);
    const { told, withheld } = (await report()).notFound.unknown;
    expect(told).toMatchObject([
      { value: 'snorkel', conversations: 4, people: 4, alsoSaid: ['Schnorchel', 'snorkels'] },
      { value: 'quad bikes', conversations: 3, alsoSaid: ['Quad Bike'] },
      { attribute: 'color', value: 'snorkel', conversations: 3 },
    ]);
    expect(withheld).toBe(0);
    for (const wish of told) expect(await found(wish)).toHaveLength(wish.conversations);
    const { told: german } = (await report({ language: 'de' })).notFound.unknown;
    expect(german).toEqual([]);
  });

  it('tells nothing that fewer than three people said, however often', async () => {
    const { report } = await openReports(
      Array.from({ length: 9 }, (_, talk) => ({
        turns: [unknown('', 'hovercraft')],
        shopperId: `visitor:${talk % 2}`,
      })),
    );
    expect((await report()).notFound.unknown).toMatchObject({ told: [], withheld: 1 });
  });

  it('never adds up money of two currencies', async () => {
    const empty = (currency: string): Partial<Turn> => ({
      total: 0,
      need: {
        ...{ query: '', hard: [limit('type', 'scarf')], soft: [], unknown: [] },
        budget: { max: { amountMinor: 1_000, currency } },
      },
    });
    const { report } = await openReports([
      ...['EUR', 'JPY', 'EUR'].map((currency) => ({ turns: [empty(currency)] })),
    ]);
    expect((await report()).notFound.nothing[0]?.budgets).toEqual([
      { currency: 'EUR', conversations: 2, amountMinor: 2_000 },
      { currency: 'JPY', conversations: 1, amountMinor: 1_000 },
    ]);
  });
});
