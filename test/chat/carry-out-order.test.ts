import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/domain/command.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import type { CommerceBackend } from '../../src/ports/commerce-backend.ts';
import { orderShop } from '../support/order-shop.ts';

describe('orders of nobody who is proved', () => {
  it('are not told apart from orders that are not there', async () => {
    const { visit, talk } = await orderShop();
    const say = await visit();
    const known = await say('where is my order 1001?');
    const unknown = await (await visit())('where is my order 9999?');
    expect(known.text).toBe(unknown.text);
    expect(known.text).toContain('signed in');
    expect(known.order).toBeUndefined();
    const ada = await talk('ada');
    const others = await ada('where is my order 2000?');
    const nobodys = await ada('where is my order 7000?');
    expect(others.text.replace('2000', '7000')).toBe(nobodys.text);
    expect(others.order).toBeUndefined();
  });

  it('are changed by nobody', async () => {
    const { visit, talk, order } = await orderShop();
    await (await visit())('cancel order 1001, no longer needed');
    const bob = await talk('bob');
    expect((await bob('cancel order 1001, no longer needed')).text).toContain('no order 1001');
    expect((await bob('yes')).confirmation).toBeUndefined();
    expect((await order('#W1001'))?.status).toBe('pending');
  });
});

describe('how an order stands', () => {
  it('is told of the newest, of the one that is numbered, and of the one that is named', async () => {
    const { talk } = await orderShop();
    const say = await talk();
    const newest = await say('where is my order?');
    expect(newest.order).toMatchObject({
      orderNumber: '#W1001',
      status: 'pending',
      statusLabel: 'being prepared',
    });
    const numbered = await say('where is my order #W1000?');
    expect(numbered.order?.shipments).toEqual([
      { trackingIds: ['TRACK77'], carrier: 'UPS', lineIds: ['l1', 'l2'] },
    ]);
    expect(numbered.text).toContain('UPS TRACK77');
    const named = await say('where is my order with the scarf?');
    expect(named.order?.orderNumber).toBe('#W1000');
  });

  it('is proved by the order, claim by claim', async () => {
    const { talk } = await orderShop();
    const turn = await (await talk())('where is my order 1000?');
    expect(turn.claims.length).toBeGreaterThan(5);
    for (const { text, evidence } of turn.claims) {
      expect(evidence).toMatch(/^order:#W1000#/);
      expect(turn.text).toContain(text);
    }
  });

  it('is of nothing where there are no orders', async () => {
    const { talk } = await orderShop();
    expect((await (await talk('new'))('where is my order?')).text).toContain('no order in your account');
  });
});

describe('changing an order', () => {
  it('asks one thing, shows what will happen, and does it after a yes', async () => {
    const { talk, order } = await orderShop();
    const say = await talk();
    const asked = await say('please cancel my order');
    expect(asked.chips.map(({ label }) => label)).toEqual(['no longer needed', 'ordered by mistake']);
    const shown = await say('no longer needed');
    expect(shown.confirmation?.effects).toEqual([
      'order #W1001: cancelled',
      'reason: no longer needed',
      '$79.00 back to Visa, ending in 9212 (5–7 days)',
    ]);
    for (const effect of shown.confirmation?.effects ?? []) expect(shown.text).toContain(effect);
    expect((await order('#W1001'))?.status).toBe('pending');
    const done = await say(shown.confirmation?.confirmMessage ?? '');
    expect(done.text).toMatch(/^Done: order #W1001: cancelled/);
    expect((await order('#W1001'))?.status).toBe('cancelled');
    expect((await say('yes')).text).not.toContain('Done');
    expect((await say('cancel order 1001')).text).toContain('Nothing was changed');
  });

  it('takes what is said at once, and "yes, cancel it" for a yes', async () => {
    const { talk, order } = await orderShop();
    const say = await talk();
    expect((await say('cancel my order 1001, I ordered it by mistake')).confirmation).toBeDefined();
    expect((await say('yes, cancel it')).text).toContain('Done');
    expect((await order('#W1001'))?.cancelReason).toBe('ordered by mistake');
  });

  it('is let go by a no, by another wish, and by what nobody understands', async () => {
    for (const [other, words] of [
      ['no', 'nothing was changed'],
      ['show me scarves', 'scarf'],
    ] as const) {
      const { talk, order } = await orderShop();
      const say = await talk();
      await say('cancel order 1001, no longer needed');
      expect((await say(other)).text).toContain(words);
      await say('yes');
      expect((await order('#W1001'))?.status).toBe('pending');
    }
  });

  it('returns some of the lines to a gift card', async () => {
    const { talk, order } = await orderShop();
    const say = await talk();
    await say('I want to return my order 1000');
    await say('the scarf');
    const shown = await say('to the gift card');
    expect(shown.text).toContain('$39.00 back to Gift card');
    await say('yes please');
    expect((await order('#W1000'))?.returning).toEqual({ lineIds: ['l2'], methodId: 'gift-1' });
  });

  it('exchanges for another size, chosen by its place', async () => {
    const { talk, order } = await orderShop();
    const say = await talk();
    const asked = await say('can I exchange the shoes?');
    expect(asked.chips.map(({ label }) => label)).toEqual(['43', '44']);
    await say('the second');
    expect((await say('yes')).text).toContain('in: 1 × Trail running shoes (44)');
    expect((await order('#W1000'))?.exchanging?.replacements).toEqual([
      { lineId: 'l1', variantId: 'shoes-44' },
    ]);
  });

  it('reads an address, and asks for the parts of one that it cannot read', async () => {
    const { talk, order } = await orderShop();
    const say = await talk();
    await say('please change the delivery address of my order');
    expect((await say('5 Main Street')).text).toContain('postal code');
    expect((await say('80201')).text).toContain('city');
    const shown = await say('Denver');
    expect(shown.text).toContain('order #W1001; delivery to Ada Lane, 5 Main Street, 80201 Denver, US');
    await say('ok');
    expect((await order('#W1001'))?.address).toMatchObject({ line1: '5 Main Street', city: 'Denver' });
  });

  it('asks which order when several could be meant, and again when the answer is none of them', async () => {
    const { talk } = await orderShop();
    const say = await talk();
    await say('I want to return my order 1000');
    const again = await say('hmm blub');
    expect(again.text).toContain('none of the answers');
    expect(again.chips.length).toBe(2);
    expect((await say('both')).text).toContain('way of payment');
  });

  it('says which rule stands against it, and offers a person', async () => {
    const { talk } = await orderShop();
    const say = await talk();
    const refused = await say('cancel order 1000');
    expect(refused.text).toContain('“delivered”');
    expect(refused.text).toContain('a person');
    expect((await say('yes please')).handoff?.reason).toBe('requested');
  });
});

describe('a yes', () => {
  it('is asked for anew when something else would happen by now', async () => {
    const { talk, commerce, order } = await orderShop();
    const say = await talk();
    await say('exchange the shoes for a 43');
    const other = await talk();
    await other('I want to return the scarf');
    await other('gift card');
    await other('yes');
    const late = await say('yes');
    expect(late.text).not.toContain('Done');
    expect((await order('#W1000'))?.exchanging).toBeUndefined();
    expect(commerce.name).toBe('embedded');
  });

  it('does it once, however many conversations say it', async () => {
    const writes: string[] = [];
    const { talk, order } = await orderShop((commerce) => ({
      ...commerce,
      async write(write, buyer, options) {
        writes.push(options.idempotencyKey);
        return await commerce.write(write, buyer, options);
      },
    }));
    const conversations = await Promise.all([talk(), talk()]);
    for (const say of conversations) await say('cancel order 1001, no longer needed');
    const answers = await Promise.all(conversations.map((say) => say('yes')));
    expect(new Set(writes).size).toBe(2);
    expect((await order('#W1001'))?.payments.filter(({ kind }) => kind === 'refund')).toHaveLength(1);
    expect(answers.filter(({ text }) => text.startsWith('Done')).length).toBeGreaterThanOrEqual(1);
  });

  it('is done even where the answer of the system was lost, and said to be when it can be seen', async () => {
    const lost = (commerce: CommerceBackend): CommerceBackend => ({
      ...commerce,
      async write(write, buyer, options) {
        await commerce.write(write, buyer, options);
        throw new AssistantError('COMMERCE_UNAVAILABLE', 'No answer in time');
      },
    });
    const { talk } = await orderShop(lost);
    const say = await talk();
    await say('cancel order 1001, no longer needed');
    expect((await say('yes')).text).toContain('Done: order #W1001: cancelled');
  });

  it('is not called done where nobody knows, and the order tells afterwards', async () => {
    const failing = (commerce: CommerceBackend): CommerceBackend => ({
      ...commerce,
      write: async () => {
        throw new AssistantError('COMMERCE_UNAVAILABLE', 'No answer in time');
      },
    });
    const { talk } = await orderShop(failing);
    const say = await talk();
    await say('cancel order 1001, no longer needed');
    const turn = await say('yes');
    expect(turn.text).toContain('I do not know whether it took place');
    expect((await say('where is my order 1001?')).order?.status).toBe('pending');
  });

  it('that changed nothing is never called done', async () => {
    const { talk } = await orderShop((commerce) => ({
      ...commerce,
      write: async (write, buyer, { signal }) => await commerce.preview(write, buyer, signal),
    }));
    const say = await talk();
    await say('cancel order 1001, no longer needed');
    expect((await say('yes')).text).toContain('I see no change');
  });

  it('is never a model’s', async () => {
    const model = {
      parse: async () => ({
        language: 'en',
        commands: [{ type: 'affirm' } satisfies Command],
        confidence: 1,
        by: 'model' as const,
        usage: { inputTokens: 1, outputTokens: 1 },
      }),
    };
    const { talk, order } = await orderShop(undefined, model);
    const say = await talk();
    const shown = await say('cancel order 1001, no longer needed');
    expect(shown.confirmation).toBeDefined();
    const heard = await say('hmm let me think about the weather');
    expect(heard.text).not.toContain('Done');
    expect((await order('#W1001'))?.status).toBe('pending');
  });
});

it('says that orders cannot be reached, and keeps the conversation', async () => {
  const { talk } = await orderShop((commerce) => ({
    ...commerce,
    orders: async () => {
      throw new AssistantError('COMMERCE_UNAVAILABLE', 'Not reached');
    },
  }));
  const say = await talk();
  const turn = await say('where is my order?');
  expect(turn.degraded).toContainEqual({ component: 'commerce-backend', reason: 'COMMERCE_UNAVAILABLE' });
  expect((await say('scarves')).products.length).toBeGreaterThan(0);
});

it('offers what was bought before and is still sold', async () => {
  const { talk, commerce, shop } = await orderShop();
  const say = await talk();
  const again = await say('order the same shoes as last time');
  expect(again.products.map(({ variantId }) => variantId)).toEqual(['shoes-42']);
  await say('yes');
  const buyer = { shopperId: 'customer:ada', customerId: 'ada', market: 'US' };
  const { lines } = await commerce.basket(buyer, AbortSignal.timeout(30_000));
  expect(lines.map(({ variantId }) => variantId)).toEqual(['shoes-42']);
  shop.stock.delete('lamp');
  expect((await say('the same again as last time')).text).toContain('No longer sold: Brass lamp');
});
