import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Constraint, Need } from '../../src/domain/need.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { createRetriever, type Retrieval, type RetrieveRequest } from '../../src/retrieval/retriever.ts';
import { indexOf, limit, product, SCARVES, silentEmbedder, toFilters } from '../support/small-shop.ts';

const { signal } = new AbortController();

const request = (need: Partial<Need>, more: Partial<RetrieveRequest> = {}): RetrieveRequest => ({
  need: { query: '', constraints: [], ...need },
  market: 'US',
  language: 'en',
  exclude: [],
  given: [],
  limit: 10,
  onlyAvailable: true,
  ...more,
});

async function retrieve(
  need: Partial<Need>,
  more: Partial<RetrieveRequest> = {},
  products = SCARVES,
): Promise<Retrieval> {
  const retriever = createRetriever({
    index: await indexOf(products),
    embedder: silentEmbedder(),
    toFilters,
  });
  return retriever.retrieve(request(need, more), signal);
}

const listed = ({ lists }: Retrieval): string[] => [
  ...new Set(lists.flatMap(({ candidates }) => candidates.map(({ productId }) => productId))),
];

describe('words', () => {
  it('finds English texts for German words', async () => {
    const { lists, coverage } = await retrieve({ query: 'roter Schal' }, { language: 'de', limit: 4 });

    expect(lists[0]?.candidates[0]?.productId).toMatch(/wool|silk|cotton/);
    expect(coverage.get('wool-red')).toBeGreaterThan(coverage.get('lamp') ?? 0);
  });

  it('lists what holds more of the words first', async () => {
    const { lists } = await retrieve({ query: 'a warm scarf' });

    expect(lists[0]?.candidates.slice(0, 2).map(({ productId }) => productId)).toEqual([
      'wool-blue',
      'wool-red',
    ]);
  });

  it('looks for the kind of thing and for soft wishes, too', async () => {
    const { lists } = await retrieve({
      constraints: [
        limit('type', 'eq', 'scarf', { known: false }),
        limit('material', 'eq', 'silk', { strength: 'soft' }),
      ],
    });

    expect(lists[0]?.candidates[0]?.productId).toBe('silk-blue');
  });

  it('falls back to everything in the scope, cheapest first, when no word is known', async () => {
    const { lists, total } = await retrieve({ query: 'flurble' });

    expect(total).toBe(5);
    expect(lists).toEqual([
      {
        source: 'terms',
        candidates: ['cotton', 'wool-red', 'wool-blue', 'silk-blue', 'lamp'].map((productId) => ({
          productId,
          score: expect.closeTo(0),
        })),
      },
    ]);
  });
});

describe('limits', () => {
  it('lists only what holds to them, with the variant that does', async () => {
    const retrieval = await retrieve({ query: 'scarf', constraints: [limit('color', 'eq', 'green')] });

    expect(listed(retrieval).sort()).toEqual(['cotton', 'wool-blue']);
    expect(retrieval.variantOf.get('wool-blue')).toBe('wool-blue-green');
    expect(retrieval).toMatchObject({ total: 2, relaxed: [] });
  });

  it('reads several values of one attribute as alternatives', async () => {
    const retrieval = await retrieve({
      constraints: [limit('material', 'eq', 'silk'), limit('material', 'eq', 'oak')],
    });

    expect(listed(retrieval).sort()).toEqual(['lamp', 'silk-blue']);
  });

  it('never filters by a soft wish or by what the shop does not know', async () => {
    const { total, relaxed } = await retrieve({
      constraints: [
        limit('color', 'eq', 'red', { strength: 'soft' }),
        limit('color', 'eq', 'chartreuse', { known: false }),
      ],
    });

    expect({ total, relaxed }).toEqual({ total: 5, relaxed: [] });
  });

  it('holds the candidates of other sources to them', async () => {
    const { given } = await retrieve(
      { constraints: [limit('price', 'lt', 4000)] },
      { given: ['lamp', 'cotton', 'unheard'] },
    );

    expect([...given]).toEqual(['cotton']);
  });

  it('leaves out what is excluded without counting it less', async () => {
    const retrieval = await retrieve({ query: 'scarf' }, { exclude: ['wool-red', 'cotton'] });

    expect(listed(retrieval)).not.toContain('cotton');
    expect(retrieval.total).toBe(5);
  });

  it('shows what is sold out only when nothing else fulfils them', async () => {
    expect(listed(await retrieve({ query: 'warm scarf' }))).not.toContain('sold-out');
    expect(await retrieve({ constraints: [limit('material', 'eq', 'cashmere')] })).toMatchObject({
      total: 1,
      relaxed: [],
    });
  });
});

describe('giving up limits', () => {
  it('gives up the softest one that helps, and says which', async () => {
    const red = limit('color', 'eq', 'red');
    const silk = limit('material', 'eq', 'silk');
    const retrieval = await retrieve({ constraints: [limit('type', 'eq', 'scarf'), red, silk] });

    expect(retrieval.relaxed).toEqual([silk]);
    expect(listed(retrieval)).toEqual(['wool-red']);
  });

  it('takes back what need not have gone', async () => {
    const retrieval = await retrieve({
      constraints: [
        limit('material', 'eq', 'silk'),
        limit('color', 'eq', 'blue'),
        limit('type', 'eq', 'lamp'),
        limit('price', 'lt', 5000),
      ],
    });

    expect(retrieval.relaxed.map(({ attribute }) => attribute)).toEqual(['material', 'type']);
    expect(listed(retrieval)).toEqual(['wool-blue']);
  });

  it('moves a price limit to the nearest prices instead of dropping it', async () => {
    const retrieval = await retrieve({
      constraints: [limit('price', 'lt', 1000)],
    });

    expect(retrieval.relaxed.map(({ attribute }) => attribute)).toEqual(['price']);
    expect(listed(retrieval)).toEqual(['cotton', 'wool-red']);
    expect(retrieval.total).toBe(2);
  });

  it('takes "cheaper" beside the kind when nothing of the kind costs less, and gives it up where nothing does at all', async () => {
    const cheaper = (kind: string, minor: number) => [
      limit('type', 'eq', kind),
      limit('price', 'lt', minor, { words: '' }),
    ];
    const beside = await retrieve({ constraints: cheaper('lamp', 12_900) });
    expect(beside.relaxed.map(({ attribute }) => attribute)).toEqual(['type']);
    expect(listed(beside)).toEqual(expect.not.arrayContaining(['lamp']));
    const nothing = await retrieve({ constraints: cheaper('lamp', 100) });
    expect(nothing.relaxed.map(({ attribute }) => attribute)).toEqual(['price']);
    expect(listed(nothing)).toEqual(['lamp']);
  });

  it('shows what was refused only when the shop has nothing else', async () => {
    const notRed = limit('color', 'ne', 'red');
    const constraints = [notRed, limit('material', 'eq', 'wool'), limit('price', 'lt', 4000)];

    expect(listed(await retrieve({ constraints }))).toEqual(expect.not.arrayContaining(['wool-red']));
    const onlyRed = await retrieve({ constraints }, {}, [
      product({ id: 'red', title: 'Red scarf', color: ['red'] }),
    ]);
    expect(listed(onlyRed)).toEqual(['red']);
    expect(onlyRed.relaxed).toContainEqual(notRed);
  });

  it('holds to every limit that was not given up, and lists something, whatever is asked', async () => {
    const anyLimit = fc.oneof(
      fc
        .tuple(fc.constantFrom('color', 'material'), fc.constantFrom('eq' as const, 'ne' as const))
        .chain(([attribute, operator]) =>
          fc
            .constantFrom('red', 'blue', 'wool', 'silk', 'gold')
            .map((value) => limit(attribute, operator, value)),
        ),
      fc.constantFrom('scarf', 'lamp', 'tent').map((value) => limit('type', 'eq', value)),
      fc
        .tuple(fc.constantFrom('lt' as const, 'gte' as const), fc.integer({ min: 0, max: 20_000 }))
        .map(([operator, value]) => limit('price', operator, value)),
    );
    const index = await indexOf(SCARVES);
    const retriever = createRetriever({ index, embedder: silentEmbedder(), toFilters });
    await fc.assert(
      fc.asyncProperty(fc.array(anyLimit, { maxLength: 5 }), async (constraints) => {
        const retrieval = await retriever.retrieve(request({ query: 'warm', constraints }), signal);
        const kept = constraints.filter((constraint) => !retrieval.relaxed.includes(constraint));
        expect(listed(retrieval).length).toBeGreaterThan(0);
        expect(listed(retrieval).length).toBe(retrieval.total);
        const byAttribute = Map.groupBy(kept, ({ attribute, operator }) => `${attribute} ${operator}`);
        for (const group of byAttribute.values()) {
          const sets = await Promise.all(group.map((constraint) => passing(index, constraint)));
          for (const productId of listed(retrieval)) {
            const holds = sets.map((set) => set.has(productId));
            expect(group[0]?.operator === 'eq' ? holds.some(Boolean) : holds.every(Boolean)).toBe(true);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

async function passing(
  index: Awaited<ReturnType<typeof indexOf>>,
  constraint: Constraint,
): Promise<Set<string>> {
  const filters = toFilters(constraint);
  const [hits = []] = await index.search(
    { market: 'US', filters },
    [{ source: 'price', order: 'ascending', limit: 100 }],
    signal,
  );
  return new Set(hits.map(({ productId }) => productId));
}

describe('likeness', () => {
  it('lists what resembles the reference, never the reference', async () => {
    const index = await indexOf(SCARVES, ({ productId }) => (productId === 'lamp' ? [0, 1] : [1, 0]));
    const retriever = createRetriever({ index, embedder: silentEmbedder(), toFilters });
    const retrieval = await retriever.retrieve(request({ similarTo: 'wool-red' }), signal);
    const similar = retrieval.lists.find(({ source }) => source === 'similar');

    expect(similar?.candidates.map(({ productId }) => productId)).toEqual([
      'cotton',
      'silk-blue',
      'wool-blue',
      'lamp',
    ]);
    expect(retrieval.total).toBe(4);
  });

  it('goes on without a failing embedding model and says so', async () => {
    const failing = {
      ...silentEmbedder(),
      embed: async () => {
        throw new AssistantError('MODEL_TIMEOUT', 'No answer in 10 ms');
      },
    };
    const retriever = createRetriever({ index: await indexOf(SCARVES), embedder: failing, toFilters });
    const retrieval = await retriever.retrieve(request({ query: 'scarf' }), signal);

    expect(retrieval.degraded).toEqual([{ component: 'embedding-model', reason: 'MODEL_TIMEOUT' }]);
    expect(listed(retrieval)).toHaveLength(5);
  });
});
