import { expect, it } from 'vitest';
import { EMPTY_NEED } from '../../src/domain/need.ts';
import { FOUND, listRequest, openDesk } from './explore-support.ts';

it('gives the same request the same strategy, and requests of other names others', async () => {
  const { desk } = await openDesk({ exploredShare: 1 });
  const name = (seed: string) => desk.chooser.choose(listRequest(seed), FOUND)?.strategy.name;
  const names = Array.from({ length: 60 }, (_, place) => name(`list ${place}`));
  expect(names).toEqual(Array.from({ length: 60 }, (_, place) => name(`list ${place}`)));
  expect(new Set(names).size).toBeGreaterThan(3);
});

it('ventures at most its share of the lists, and says how likely each choice was', async () => {
  const { desk } = await openDesk({ exploredShare: 0.05 });
  const choices = Array.from({ length: 4_000 }, (_, place) =>
    desk.chooser.choose(listRequest(`list ${place}`), FOUND),
  );
  const explored = choices.filter((choice) => choice?.explored).length;
  expect(explored / choices.length).toBeGreaterThan(0.035);
  expect(explored / choices.length).toBeLessThan(0.065);
  // Of a policy whose chances are known, the sum of 1 / p over the lists of a strategy is about the number of all lists.
  const usual = choices.filter((choice) => choice?.strategy.name === 'usual');
  expect(usual.reduce((sum, choice) => sum + 1 / (choice?.propensity ?? 0), 0) / choices.length).toBeCloseTo(
    1,
    1,
  );
  for (const choice of choices) {
    if (choice?.strategy.name !== 'usual') expect(choice?.propensity).toBeLessThanOrEqual(0.05);
  }
});

it('ranks as usual what is named, ordered by price, paged, or limited for good', async () => {
  const { desk } = await openDesk({ exploredShare: 1 });
  const choose = (changes: Parameters<typeof listRequest>[1], found = FOUND) =>
    desk.chooser.choose(listRequest('list', changes), found);
  const firm = [
    {
      attribute: 'color',
      operator: 'eq',
      value: 'red',
      strength: 'hard',
      words: 'red',
      confidence: 1,
      sourceTurn: 1,
      known: true,
    },
  ] as const;
  expect(choose({})).toBeDefined();
  expect(choose({ sort: 'price-ascending' })).toBeUndefined();
  expect(choose({ need: { ...EMPTY_NEED, sort: 'price-ascending' } })).toBeUndefined();
  expect(choose({ from: 24 })).toBeUndefined();
  expect(choose({ firm })).toBeUndefined();
  expect(
    choose({ audience: { surface: 'search', seed: 'list', segments: [] }, intent: 'search' }),
  ).toBeUndefined();
  const exact = [{ source: 'exact' as const, candidates: [{ productId: 'one', score: 1 }] }];
  expect(choose({}, { lists: exact, coverage: new Map() })).toBeUndefined();
});

it('keeps the weight of what was said in words', async () => {
  const { desk } = await openDesk({ exploredShare: 1 });
  const among = (query: string) =>
    desk.chooser.choose(listRequest('list', { need: { ...EMPTY_NEED, query } }), FOUND)?.among ?? [];
  expect(among('')).toContain('behaviour-first');
  expect(among('warm scarf')).not.toContain('behaviour-first');
  expect(among('warm scarf')).toContain('more-taste');
});

it('knows nothing of the person without a history', async () => {
  const { desk } = await openDesk({ exploredShare: 1 });
  const context = (changes: Parameters<typeof listRequest>[1]) => [
    ...(desk.chooser.choose(listRequest('list', changes), FOUND)?.context ?? []),
  ];
  const history = [{ productId: 'one', weight: 1 }];
  expect(context({ opened: ['one', 'two'] })).toEqual(context({}));
  expect(context({ opened: ['one', 'two'], history })).not.toEqual(context({ history }));
  expect(context({})).toHaveLength(12);
});

it('chooses nothing that is switched off', async () => {
  const { desk } = await openDesk({ exploredShare: 1 });
  const names = () =>
    new Set(
      Array.from(
        { length: 80 },
        (_, place) => desk.chooser.choose(listRequest(`${place}`), FOUND)?.strategy.name,
      ),
    );
  expect(names()).toContain('more-variety');
  await desk.switch({ stopped: false, switchedOff: ['more-variety'] });
  expect(names()).not.toContain('more-variety');
  await desk.switch({ stopped: true, switchedOff: [] });
  expect(names()).toEqual(new Set([undefined]));
});

it('explores nothing when it is off', async () => {
  const { desk } = await openDesk({ policy: 'off' });
  expect(desk.chooser.choose(listRequest('list'), FOUND)).toBeUndefined();
});
