import { expect, it } from 'vitest';
import type { InteractionType } from '../../src/domain/interaction.ts';
import { createInteractionColumns } from '../../src/recommendation/interaction-columns.ts';
import { orderedEvents, visitsOf } from '../../src/recommendation/ordered-events.ts';
import { DEFAULT_ROW_OPTIONS } from '../../src/recommendation/shopper-rows.ts';
import { createTrainingData } from '../../src/recommendation/training-data.ts';

const MINUTE_MS = 60_000;

type Event = readonly [shopperId: string, productId: string, minute: number, type?: InteractionType];

function logOf(events: readonly Event[]) {
  const log = createInteractionColumns();
  for (const [shopperId, productId, minute, type = 'view'] of events) {
    const atMs = minute * MINUTE_MS;
    log.append({ shopperId, productId, type, occurredAtMs: atMs, receivedAtMs: atMs });
  }
  return log.finish();
}

it('puts the events of a shopper in order, a product that follows itself once, without removals', () => {
  const log = logOf([
    ['ann', 'c', 3],
    ['ann', 'a', 1],
    ['bob', 'b', 0],
    ['ann', 'a', 2, 'click'],
    ['ann', 'b', 4, 'remove-from-cart'],
    ['ann', 'a', 5],
  ]);
  const names = [...orderedEvents(log, DEFAULT_ROW_OPTIONS)].map(({ products }) =>
    products.map((product) => log.productIds[product]).join(''),
  );
  expect(names).toEqual(['aca', 'b']);
});

it('cuts visits at pauses of more than half an hour, and puts the one that ended last at the end', () => {
  const log = logOf([
    ['ann', 'a', 100],
    ['ann', 'b', 130],
    ['ann', 'c', 161],
    ['bob', 'c', 10],
    ['bob', 'd', 11],
    ['bob', 'a', 300],
  ]);
  const names = visitsOf(log, DEFAULT_ROW_OPTIONS).map((visit) =>
    visit.map((product) => log.productIds[product]).join(''),
  );
  expect(names).toEqual(['cd', 'ab']);
});

it('lets only the newest 500 events of a busy shopper count, in every form that models learn from', () => {
  const events = Array.from({ length: 900 }, (_, index): Event => ['busy', `p${index}`, index]);
  const log = logOf([...events, ['ann', 'p0', 0], ['ann', 'p1', 1]]);
  const data = createTrainingData(log, { nowMs: 900 * MINUTE_MS });
  const newest = new Set(Array.from({ length: 500 }, (_, index) => `p${400 + index}`));
  const named = (products: Iterable<number>) =>
    new Set([...products].map((product) => log.productIds[product]));

  const [busy = []] = [...data.histories()];
  expect(named(busy)).toEqual(newest);
  const { starts, columns } = data.matrix().byShopper;
  expect(named(columns.subarray(starts[0], starts[1]))).toEqual(newest);
  const longest = data.visits().toSorted((left, right) => right.length - left.length)[0] ?? [];
  expect(named(longest)).toEqual(newest);
});
