import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { loadPrompt } from '../../prompts/load-prompt.ts';
import type { CommerceBackend } from '../../src/ports/commerce-backend.ts';
import { throughLangChain } from '../connectors/chat-model/langchain-support.ts';
import { fake } from '../connectors/chat-model/openai-support.ts';
import { callsTools, type FakeModes, good, type RecordedRequest } from '../support/fake-openai/server.ts';
import { orderShop } from '../support/order-shop.ts';

const prompts = { orderHelp: await loadPrompt('order-help'), planSet: await loadPrompt('plan-set') };

/** The shop with a model behind a fake endpoint, and what was written. */
async function helped(mode: FakeModes, modelTimeoutMs = 20_000) {
  const server = await fake(mode);
  const written: string[] = [];
  const watched = (commerce: CommerceBackend): CommerceBackend => ({
    ...commerce,
    async write(write, buyer, options) {
      written.push(write.type);
      return await commerce.write(write, buyer, options);
    },
  });
  const { tools: model } = throughLangChain(server);
  const help = { tools: { model, prompts }, modelTimeoutMs };
  return { ...(await orderShop(watched, undefined, help)), server, written };
}

const proposes = (given: object) => callsTools({ name: 'propose_order_change', given });
const done = good('done');

const told = (server: { readonly requests: readonly RecordedRequest[] }): string =>
  z
    .array(z.looseObject({ role: z.string(), content: z.unknown() }))
    .parse(server.requests.at(-1)?.body.messages)
    .flatMap(({ role, content }) => (role === 'tool' ? [String(content)] : []))
    .join('\n');

describe('an order wish that a model with tools looks into', () => {
  it('becomes a proposal of several lines at once, and is done after a yes alone', async () => {
    const change = { type: 'return-lines', orderNumber: '#W1000', lineIds: ['l1', 'l2'], methodId: 'gift-1' };
    const { talk, order, written } = await helped([
      callsTools({ name: 'look_up_orders', given: {} }),
      callsTools({ name: 'look_up_order', given: { orderNumber: '#W1000' } }),
      proposes(change),
      done,
    ]);
    const say = await talk();
    const shown = await say('I want to return both things of my order 1000 to the gift card');
    expect(shown.confirmation?.effects.join(' ')).toContain('$119.00 back to Gift card');
    expect(shown.degraded).toBeUndefined();
    expect(written).toEqual([]);
    expect((await say('yes')).text).toContain('Done');
    expect(written).toEqual(['return-lines']);
    expect((await order('#W1000'))?.returning).toEqual({ lineIds: ['l1', 'l2'], methodId: 'gift-1' });
  });

  it.each([
    [
      'cancel my order',
      { type: 'cancel-order', orderNumber: '#W1001', reason: 'no longer needed' },
      'cancelled',
    ],
    [
      'I want to exchange the shoes',
      {
        type: 'exchange-lines',
        orderNumber: '#W1000',
        replacements: [{ lineId: 'l1', variantId: 'shoes-43' }],
        methodId: 'card-1',
      },
      '43',
    ],
    [
      'change the address of my order',
      {
        type: 'change-order-address',
        orderNumber: '#W1001',
        address: { line1: '1 New Road', line2: null, city: 'Salem', postalCode: '97301', country: 'US' },
      },
      'Salem',
    ],
    [
      'change the address of my order and my account',
      {
        type: 'change-account-address',
        address: { line1: '1 New Road', city: 'Salem', postalCode: '97301', country: 'US' },
      },
      'Salem',
    ],
  ])('is shown by the shop and confirmed: %s', async (text, change, words) => {
    const { talk, written } = await helped([proposes(change), done]);
    const say = await talk();
    const shown = await say(text);
    expect(shown.confirmation?.effects.join(' ')).toContain(words);
    expect(written).toEqual([]);
    expect((await say('yes')).text).toContain('Done');
    expect(written).toEqual([change.type]);
  });

  it.each(['where is my order 1001?', 'what is the status of order 1001?'])(
    'proposes nothing where something is only asked: %s',
    async (text) => {
      const change = { type: 'cancel-order', orderNumber: '#W1001', reason: 'no longer needed' };
      const { talk, server, order } = await helped([proposes(change), done]);
      const say = await talk();
      const told = await say(text);
      expect(told.confirmation).toBeUndefined();
      expect(told.order?.orderNumber).toBe('#W1001');
      expect(JSON.stringify(server.requests.map(({ body }) => body.tools))).not.toContain('propose');
      await say('yes');
      expect((await order('#W1001'))?.status).toBe('pending');
    },
  );

  it('asks what is missing, and goes on from it', async () => {
    const { talk } = await helped([
      proposes({ type: 'return-lines', orderNumber: '#W1000', lineIds: ['l2'] }),
      good('ok'),
    ]);
    const say = await talk();
    const asked = await say('I want to return my order 1000');
    expect(asked.chips.map(({ label }) => label)).toContain('Gift card');
    expect((await say('to the gift card')).confirmation).toBeDefined();
  });

  it('is refused by the shop, not by the model', async () => {
    const { talk } = await helped([
      proposes({ type: 'cancel-order', orderNumber: '#W1000', reason: 'no longer needed' }),
      good('It is cancelled.'),
    ]);
    const turn = await (await talk())('cancel order 1000');
    expect(turn.confirmation).toBeUndefined();
    expect(turn.text).toContain('Nothing was changed');
  });

  it('is handed to a person where the model asks for one', async () => {
    const { talk } = await helped([
      callsTools({ name: 'hand_over', given: { reason: 'two orders in one' } }),
      done,
    ]);
    const turn = await (await talk())('I want to return my order 1000');
    expect(turn.handoff?.reason).toBe('order');
  });
});

describe('a model that does what it must not', () => {
  it("reads nobody else's order, and proposes nothing for it", async () => {
    const { talk, server, order } = await helped([
      callsTools(
        { name: 'look_up_order', given: { orderNumber: '#W2000' }, id: 'a' },
        { name: 'look_up_order', given: { orderNumber: '#W9999' }, id: 'b' },
        {
          name: 'propose_order_change',
          given: { type: 'cancel-order', orderNumber: '#W2000', reason: 'no longer needed' },
          id: 'c',
        },
      ),
      done,
    ]);
    const turn = await (await talk())('cancel order 1001');
    expect(told(server).match(/no-such-order/g)).toHaveLength(3);
    expect(told(server)).not.toContain('Brass lamp');
    expect(turn.confirmation).toBeUndefined();
    expect((await order('#W2000', 'bob'))?.status).toBe('pending');
  });

  it('finds no tool that writes, whatever it calls it', async () => {
    const { talk, server, written, order } = await helped([
      callsTools(
        { name: 'cancel_order', given: { orderNumber: '#W1001' }, id: 'a' },
        { name: 'write', given: { type: 'cancel-order', orderNumber: '#W1001' }, id: 'b' },
        { name: 'search_products', given: { query: 'lamp' }, id: 'c' },
      ),
      good('I have cancelled it.'),
    ]);
    const turn = await (await talk())('cancel order 1001');
    expect(told(server).match(/unknown-tool/g)).toHaveLength(3);
    expect(turn.text).not.toContain('I have cancelled');
    expect(turn.chips.map(({ label }) => label)).toEqual(['no longer needed', 'ordered by mistake']);
    expect(written).toEqual([]);
    expect((await order('#W1001'))?.status).toBe('pending');
  });

  it('is told of no product that the customer did not order', async () => {
    const { talk, server } = await helped([
      callsTools(
        { name: 'product_variants', given: { productId: 'shoes' }, id: 'a' },
        { name: 'product_variants', given: { productId: 'nothing' }, id: 'b' },
      ),
      done,
    ]);
    await (await talk('ada'))('I want to exchange the shoes');
    expect(told(server)).toContain('shoes-44');
    expect(told(server)).toContain('no-such-product');
  });

  it('has six calls, and what it did not come to is asked by the shop', async () => {
    const { talk, server } = await helped(callsTools({ name: 'look_up_orders', given: {} }));
    const turn = await (await talk())('cancel order 1001');
    expect(turn.chips.map(({ label }) => label)).toContain('no longer needed');
    expect(server.requests.length).toBeLessThanOrEqual(7);
  });

  it('is not waited for beyond the time of the turn', async () => {
    const { talk } = await helped({ kind: 'hang' }, 300);
    const turn = await (await talk())('cancel order 1001');
    expect(turn.chips.map(({ label }) => label)).toContain('no longer needed');
    expect(turn.degraded).toEqual([{ component: 'chat-model', reason: expect.any(String) }]);
  });

  it('is not asked for anybody who is not proved', async () => {
    const { visit, server } = await helped(done);
    expect((await (await visit())('cancel order 1001')).text).toContain('signed in');
    expect(server.requests).toHaveLength(0);
  });
});
