import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runOrders } from '../../eval/suites/orders.ts';
import { TAU_SHOP } from '../support/tau-shop.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const order_id = fc.constantFrom('#1', '#2', '#3', '#4', '#5', '#9');
const payment_method_id = fc.constantFrom('amy-card', 'amy-gift', 'ben-paypal', 'ben-gift', 'nobody');
const itemOf = fc.constantFrom('c1', 'c2', 'h1', 'h2');
const home = fc.record({
  address1: fc.constantFrom('2 Lane', '3 Hill'),
  address2: fc.constantFrom('', 'Flat 2'),
  city: fc.constant('Village'),
  country: fc.constant('USA'),
  state: fc.constant('TX'),
  zip: fc.constant('75001'),
});
const swap = fc
  .array(fc.tuple(itemOf, fc.constantFrom('c1', 'c2', 'c3', 'c4', 'h1', 'h2', 'x')), {
    minLength: 1,
    maxLength: 3,
  })
  .map((pairs) => ({
    item_ids: pairs.map(([old]) => old),
    new_item_ids: pairs.map(([, next]) => next),
  }));

const named = (name: string, given: fc.Arbitrary<object>) =>
  given.map((all) => ({ name, arguments: all as Record<string, unknown> }));

const action = fc.oneof(
  named(
    'cancel_pending_order',
    fc.record({
      order_id,
      reason: fc.constantFrom('no longer needed', 'ordered by mistake', 'a whim'),
    }),
  ),
  named('modify_pending_order_payment', fc.record({ order_id, payment_method_id })),
  named(
    'modify_pending_order_address',
    fc.tuple(order_id, home).map(([id, to]) => ({ order_id: id, ...to })),
  ),
  named(
    'modify_user_address',
    fc.tuple(fc.constantFrom('amy', 'ben'), home).map(([id, to]) => ({ user_id: id, ...to })),
  ),
  named(
    'return_delivered_order_items',
    fc.record({
      order_id,
      payment_method_id,
      item_ids: fc.array(itemOf, { minLength: 1, maxLength: 2 }),
    }),
  ),
  ...['modify_pending_order_items', 'exchange_delivered_order_items'].map((name) =>
    named(
      name,
      fc
        .tuple(order_id, payment_method_id, swap)
        .map(([id, method, items]) => ({ order_id: id, payment_method_id: method, ...items })),
    ),
  ),
  named('get_order_details', fc.record({ order_id })),
);

it('leaves the backend as the reference says, whatever is asked in whatever order, and refuses what is forbidden', {
  timeout: 60_000,
}, async () => {
  const sequences = fc.sample(fc.array(action, { minLength: 1, maxLength: 8 }), 150);
  const directory = temporaryDirectory();
  const [db, tasks] = [join(directory, 'db.json'), join(directory, 'tasks.json')];
  writeFileSync(db, JSON.stringify(TAU_SHOP));
  writeFileSync(
    tasks,
    JSON.stringify(sequences.map((actions, index) => ({ id: `${index}`, evaluation_criteria: { actions } }))),
  );
  const { metrics, failures } = await runOrders({ db, tasks });
  expect(failures).toEqual([]);
  expect(metrics.equal).toBe(150);
  expect(metrics.forbidden).toBeGreaterThan(10);
  expect(metrics.refused).toBe(metrics.forbidden);
});
