import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { RawAction } from '../../eval/suites/orders/raw-shop.ts';
import { runOrdersChat } from '../../eval/suites/orders-chat.ts';
import { goodJson, startFakeOpenAi } from '../support/fake-openai/server.ts';
import { TAU_SHOP } from '../support/tau-shop.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const act = (name: string, given: Readonly<Record<string, unknown>>): RawAction => ({
  name,
  arguments: given,
});
const HOME = {
  address1: '2 Lane',
  address2: 'Flat 2',
  city: 'Village',
  country: 'USA',
  state: 'TX',
  zip: '75001',
};

/** Each kind of write, several in one conversation, an item that an order holds twice, and what may not be done. */
const TASKS: readonly (readonly RawAction[])[] = [
  [
    act('get_order_details', { order_id: '#1' }),
    act('modify_pending_order_address', { order_id: '#1', ...HOME }),
    act('modify_user_address', { user_id: 'amy', ...HOME }),
    act('modify_pending_order_payment', { order_id: '#1', payment_method_id: 'amy-card' }),
    act('cancel_pending_order', { order_id: '#1', reason: 'ordered by mistake' }),
  ],
  [
    act('get_product_details', { product_id: 'cup' }),
    act('modify_pending_order_items', {
      order_id: '#1',
      item_ids: ['c1', 'c1', 'h1'],
      new_item_ids: ['c2', 'c3', 'h2'],
      payment_method_id: 'amy-card',
    }),
  ],
  [
    act('return_delivered_order_items', {
      order_id: '#2',
      item_ids: ['c2', 'h1'],
      payment_method_id: 'amy-gift',
    }),
    act('cancel_pending_order', { order_id: '#3', reason: 'no longer needed' }),
  ],
  [
    act('exchange_delivered_order_items', {
      order_id: '#5',
      item_ids: ['h1'],
      new_item_ids: ['h2'],
      payment_method_id: 'ben-paypal',
    }),
    act('cancel_pending_order', { order_id: '#1', reason: 'no longer needed' }),
    act('transfer_to_human_agents', { summary: 'more than can be done' }),
  ],
  [act('calculate', { expression: '1 + 1' }), act('get_user_details', { user_id: 'cat' })],
];

it.each(['forms', 'chat'] as const)(
  'leaves orders as the tasks mean them, by %s, and nothing that nobody agreed to',
  {
    timeout: 120_000,
  },
  async (way) => {
    const directory = temporaryDirectory();
    const [db, tasks] = [join(directory, 'db.json'), join(directory, 'tasks.json')];
    writeFileSync(db, JSON.stringify(TAU_SHOP));
    writeFileSync(
      tasks,
      JSON.stringify(TASKS.map((actions, index) => ({ id: `${index}`, evaluation_criteria: { actions } }))),
    );

    const { metrics, failures } = await runOrdersChat({ db, tasks, way });

    expect(failures).toEqual([]);
    expect(metrics).toMatchObject({ tasks: 5, equal: 5, writes: 9, confirmed: 8, handoffs: 1 });
    if (way === 'forms') return;
    expect(metrics.questions).toBe(0);
    expect(metrics.refused).toBe(metrics.forbidden);
    expect(metrics.forbidden).toBeGreaterThan(10);
    expect(metrics.held).toBe(metrics.breaches);
    expect(metrics.breaches).toBeGreaterThan(15);
  },
);

it('asks an endpoint of the environment in place of the scripted model', { timeout: 120_000 }, async () => {
  const directory = temporaryDirectory();
  const [db, tasks] = [join(directory, 'db.json'), join(directory, 'tasks.json')];
  writeFileSync(db, JSON.stringify(TAU_SHOP));
  const actions = [act('cancel_pending_order', { order_id: '#1', reason: 'ordered by mistake' })];
  writeFileSync(tasks, JSON.stringify([{ id: '1', evaluation_criteria: { actions } }]));
  const server = await startFakeOpenAi({
    mode: goodJson({ language: 'en', confidence: 1, commands: [{ type: 'cancel-order', orderNumber: '1' }] }),
  });
  onTestFinished(() => server.close());
  const settings = { FLOORWALKER_CHAT_MODEL: 'openai:one', FLOORWALKER_CHAT_BASE_URL: server.baseUrl };

  const model = { name: 'openai:one', settings };
  const { metrics, failures } = await runOrdersChat({ db, tasks, way: 'chat', model });

  expect(failures).toEqual([]);
  expect(metrics).toMatchObject({ tasks: 1, equal: 1, writes: 1, confirmed: 1 });
  expect(metrics).not.toHaveProperty('forbidden');
  expect(server.requests.length).toBeGreaterThan(0);
});
