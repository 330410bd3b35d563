import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Turn } from '../../src/domain/turn.ts';
import type { DemoServer } from '../support/demo-server.ts';
import { postJson, startConversation } from '../support/http.ts';
import { measuredServer } from '../support/measured-server.ts';

let server: DemoServer;
beforeAll(async () => {
  server = await measuredServer();
});
afterAll(() => server.close());

async function search(query: string) {
  const response = await fetch(`${server.url}/v1/search?locale=en-US&limit=50&${query}`);
  const body = await response.json();
  return {
    status: response.status,
    body,
    ids: (body.products ?? []).map(({ productId }: { productId: string }) => productId).toSorted(),
  };
}

describe('a search', () => {
  it.each([
    ['filter[memory]=16 GB..', ['laptop-16', 'laptop-32']],
    ['filter[weight]=..1 kg', ['pack-15', 'pack-20']],
    ['filter[weight]=4 lb..', ['laptop-32', 'laptop-8']],
    ['filter[capacity]=10..20 l', ['pack-15', 'pack-20']],
    ['filter[capacity]=500 ml..1 l', ['bottle-500', 'bottle-750']],
    ['filter[capacity]=0.5 l', ['bottle-500']],
    ['filter[width]=60 cm&filter[width]=1 m', ['shelf-100', 'shelf-60']],
    ['filter[width]=70 cm..&filter[height]=..1 m', ['shelf-80']],
    ['q=backpack under 1 kg', ['pack-15', 'pack-20']],
    ['q=laptop with at least 16 GB memory&filter[storage]=1000 GB..', ['laptop-32']],
    ['q=shelf max. 80 cm wide', ['shelf-60', 'shelf-80']],
    ['q=book with more than 300 pages', ['novel-320']],
  ])('finds amounts in any unit: %s', async (query, expected) => {
    const { status, ids, body } = await search(query);
    expect(status).toBe(200);
    expect(ids).toEqual(expected);
    expect(body.total).toBe(expected.length);
    expect(body.dropped).toEqual([]);
  });

  it('says which ranges were applied, and what was dropped', async () => {
    const { body, ids } = await search(
      'filter[weight]=..2 kg&filter[memory]=16 GB..&filter[width]=wide..&q=laptop',
    );
    expect(ids).toEqual(['laptop-16', 'laptop-32']);
    expect(body.applied).toEqual(
      expect.arrayContaining([
        { attribute: 'weight', value: 'lte 2 kg' },
        { attribute: 'memory', value: 'gte 16 GB' },
      ]),
    );
    expect(body.dropped).toEqual([
      { attribute: 'width', value: 'wide..', reason: 'a range needs amounts such as 10..20 l' },
    ]);
  });

  it('refuses a range that begins above its end', async () => {
    const { status, body } = await search('filter[weight]=2 kg..1 kg');
    expect(status).toBe(400);
    expect(body.code).toBe('INVALID_ARGUMENT');
  });

  it('counts on facets exactly what choosing an amount gives', async () => {
    const { body } = await search('filter[capacity]=..1 l');
    expect(body.facets.length).toBeGreaterThan(0);
    const told: { attribute: string; values: { value: string; count: number }[] }[] = body.facets;
    for (const { attribute, values } of told) {
      for (const { value, count } of values) {
        const chosen = await search(
          `filter[capacity]=..1 l&filter[${attribute}]=${encodeURIComponent(value)}`,
        );
        expect([attribute, value, chosen.body.total]).toEqual([attribute, value, count]);
      }
    }
  });
});

describe('a conversation', () => {
  async function talk(locale: string) {
    const { conversationId, token } = await startConversation(server.url, { locale });
    return async (text: string): Promise<Turn> => {
      const response = await postJson(
        `${server.url}/v1/conversations/${conversationId}/messages`,
        { text },
        { authorization: `Bearer ${token}` },
      );
      expect(response.status).toBe(200);
      return (await response.json()) as Turn;
    };
  }
  const idsOf = ({ products }: Turn) => products.map(({ productId }) => productId).toSorted();

  it.each([
    ['en-US', 'a laptop', 'with at least 16 GB memory', 'under 1.5 kg', 'at least 16 GB'],
    ['de-DE', 'ein Notebook', 'mit mindestens 16 GB Arbeitsspeicher', 'unter 1,5 kg', 'mindestens 16 GB'],
    [
      'fr-FR',
      'un ordinateur portable',
      'avec au moins 16 Go de mémoire',
      'moins de 1,5 kg',
      'au moins 16 Go',
    ],
    ['es-ES', 'un ordenador portátil', 'con al menos 16 GB de memoria', 'menos de 1,5 kg', 'al menos 16 GB'],
  ])('narrows by amounts in %s, and offers to give them up', async (locale, thing, memory, weight, label) => {
    const say = await talk(locale);
    expect(idsOf(await say(thing))).toEqual(['laptop-16', 'laptop-32', 'laptop-8']);
    expect(idsOf(await say(memory))).toEqual(['laptop-16', 'laptop-32']);
    const narrow = await say(weight);
    expect(idsOf(narrow)).toEqual(['laptop-16']);
    expect(
      narrow.need.hard.map(({ attribute, operator, value }) => `${attribute} ${operator} ${value}`),
    ).toEqual(expect.arrayContaining(['memory gte 16 GB', 'weight lt 1.5 kg']));
    const labels = narrow.chips.map((chip) => chip.label.replaceAll(/[\u00a0\u202f]/gu, ' '));
    const lighter = narrow.chips.find((chip) => /1,5|1\.5/.test(chip.label));
    expect(labels.join('; ')).toMatch(/1[.,]5 kg/);
    const wider = await say(lighter?.message ?? '');
    expect(wider.total).toBe(lighter?.count);
    expect(idsOf(wider)).toEqual(['laptop-16', 'laptop-32']);
    expect(wider.need.hard.some(({ words }) => words.includes(label.replace(/ (GB|Go)$/, '')))).toBe(true);
  });

  it('says when no amount fits, and shows what comes closest', async () => {
    const say = await talk('en-US');
    const turn = await say('a laptop with more than 64 GB memory');
    expect(turn.relaxed).toMatchObject([{ attribute: 'memory', words: 'more than 64 GB memory' }]);
    expect(turn.text).toContain('more than 64 GB memory');
    expect(idsOf(turn)).toEqual(['laptop-16', 'laptop-32', 'laptop-8']);
  });
});
