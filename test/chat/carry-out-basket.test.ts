import { describe, expect, it } from 'vitest';
import { carryOut, type Outcome } from '../../src/chat/carry-out.ts';
import type { TurnContext } from '../../src/chat/turn-context.ts';
import type { BasketAct } from '../../src/domain/basket-act.ts';
import { EMPTY_NEED } from '../../src/domain/need.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import type { CommerceBackend } from '../../src/ports/commerce-backend.ts';
import { createReplier } from '../../src/reply/replier.ts';
import { memoryCommerce } from '../support/memory-commerce.ts';
import { limit, product } from '../support/small-shop.ts';
import { turnIn } from './turn-context.ts';

const { signal } = new AbortController();
const SCARF = product({ id: 'scarf', title: 'Wool scarf', color: ['red', 'blue'] });
const LAMP = product({ id: 'lamp', title: 'Oak lamp', type: 'lamp' });
const GONE = product({ id: 'gone', title: 'Sold scarf', isSoldOut: true });

const optionsOf = (variantId: string): Record<string, string> =>
  variantId.startsWith('scarf-') ? { color: variantId.slice('scarf-'.length) } : {};
const honest = (stock?: number) =>
  memoryCommerce({
    optionsOf,
    ...(stock === undefined ? {} : { stock }),
    checkoutUrl: 'https://shop.example/pay',
  });

const add = (productId: string, more: Partial<Extract<BasketAct, { action: 'add' }>> = {}): BasketAct => ({
  type: 'basket',
  action: 'add',
  productId,
  constraints: [],
  ...more,
});
const red = [limit('color', 'eq', 'red')];

const inShop = (commerce: CommerceBackend, more: Partial<TurnContext> = {}) =>
  turnIn([SCARF, LAMP, GONE], { commerce, messageKey: 'talk.message', ...more });

async function does(
  context: TurnContext,
  ...acts: BasketAct[]
): Promise<Outcome & { readonly text: string }> {
  const outcome = await carryOut(acts, context, signal);
  const plan = { locale: 'en-US', language: 'en', steps: outcome.steps };
  return { ...outcome, text: createReplier().compose(plan).text };
}

describe('putting something into the basket', () => {
  it('says what was added, what it costs, and what the basket comes to', async () => {
    const { text, cart, happened, chips } = await does(
      await inShop(honest()),
      add('scarf', { constraints: red, quantity: 2 }),
    );
    expect(text).toBe('Added to your basket: 2 × Wool scarf (red) at $20.00 each. The total is $40.00.');
    expect(cart).toMatchObject({
      pieces: 2,
      changedLineIds: ['line-scarf-red'],
      total: { formatted: '$40.00' },
    });
    expect(happened).toMatchObject([{ type: 'add-to-cart', productId: 'scarf', quantity: 2 }]);
    expect(chips.map(({ message }) => message)).toEqual(['show my basket', 'go to checkout']);
  });

  it('asks which variant, with what can be had, and writes nothing', async () => {
    const backend = honest();
    const { text, chips, state, cart } = await does(await inShop(backend), add('scarf'));
    expect(text).toBe('Please choose for Wool scarf – Color: red or blue.');
    expect(chips.map(({ message }) => message)).toEqual(['red', 'blue']);
    expect(state.choosing).toMatchObject({
      attribute: 'color',
      command: { references: [{ productId: 'scarf' }] },
    });
    expect([backend.asked, cart]).toEqual([[], undefined]);
  });

  it('takes the variant that is wanted anyway', async () => {
    const context = await inShop(honest());
    const state = { ...context.state, need: { ...EMPTY_NEED, constraints: red } };
    expect((await does({ ...context, state }, add('scarf'))).text).toContain('Wool scarf (red)');
  });

  it('says what is not made and what is sold out, with what there is', async () => {
    const context = await inShop(honest());
    const pink = await does(context, add('scarf', { constraints: [limit('color', 'eq', 'pink')] }));
    expect(pink.text).toBe(
      'Wool scarf is not available in “pink”. Please choose for Wool scarf – Color: red or blue.',
    );
    expect((await does(context, add('gone'))).text).toMatch(/^Sold scarf is sold out/u);
  });

  it('asks one thing at a time: what comes after waits', async () => {
    const { steps, state } = await does(await inShop(honest()), add('scarf'), add('lamp'));
    expect(steps).toHaveLength(1);
    expect(state.choosing?.rest).toMatchObject([{ references: [{ productId: 'lamp' }] }]);
  });

  it('tells how few are left, of all that may be had', async () => {
    const { text } = await does(await inShop(honest(3)), add('lamp', { quantity: 4 }));
    expect(text).toBe('Only 3 pieces of Oak lamp are left; nothing was changed.');
  });

  it('has no second effect when the message comes again, and says what is so', async () => {
    const backend = honest();
    const context = await inShop(backend);
    await does(context, add('lamp'));
    const again = await does(context, add('lamp'));
    expect(again.text).toBe('Nothing changed in your basket. It holds 1 × Oak lamp.');
    expect(again.happened).toEqual([]);
    const other = await does({ ...context, messageKey: 'talk.other' }, add('lamp'));
    expect(other.text).toContain('It now holds 2 × Oak lamp.');
  });
});

describe('a system that lies', () => {
  const failing = async (): Promise<never> => {
    throw new AssistantError('COMMERCE_UNAVAILABLE', 'No answer');
  };
  const lying = (backend: CommerceBackend, lies: Partial<CommerceBackend>): CommerceBackend => ({
    ...backend,
    ...lies,
  });
  const fine = async () => ({ kind: 'allowed', effects: [], digest: '' }) as const;

  it('is never believed to have added what is not there', async () => {
    const { text, happened } = await does(await inShop(lying(honest(), { write: fine })), add('lamp'));
    expect(text).toBe('Nothing changed in your basket.');
    expect(happened).toEqual([]);
  });

  it('is told of by what it did where it did something else', async () => {
    const backend = honest();
    const half: CommerceBackend = lying(backend, {
      write: async (write, buyer, options) =>
        backend.write(write.type === 'add-line' ? { ...write, quantity: 1 } : write, buyer, options),
    });
    expect((await does(await inShop(half), add('lamp', { quantity: 5 }))).text).toContain('1 × Oak lamp');
    const other: CommerceBackend = lying(backend, {
      write: async (write, buyer, options) =>
        backend.write(
          write.type === 'add-line' ? { ...write, variantId: 'scarf-red' } : write,
          buyer,
          options,
        ),
    });
    const swapped = await does({ ...(await inShop(other)), messageKey: 'talk.2' }, add('lamp'));
    expect(swapped.text).toBe('Nothing changed in your basket. It holds 1 × Oak lamp.');
    expect(swapped.cart).toMatchObject({ pieces: 2, changedLineIds: ['line-scarf-red'] });
  });

  it('is told of by what is there where its answer was lost', async () => {
    const backend = honest();
    const lost = lying(backend, {
      write: async (...call) => {
        await backend.write(...call);
        return await failing();
      },
    });
    expect((await does(await inShop(lost), add('lamp'))).text).toContain(
      'Added to your basket: 1 × Oak lamp',
    );
  });

  it('leaves it open where it does not answer, and shows what can be read', async () => {
    const silent = await does(await inShop(lying(honest(), { write: failing })), add('lamp'));
    expect(silent.text).toBe('I could not confirm whether that worked. Your basket is empty.');
    const backend = honest();
    const readings = [backend.basket];
    const deaf = lying(backend, {
      basket: async (...call) => await (readings.pop() ?? failing)(...call),
    });
    const unread = await does(await inShop(deaf), add('lamp'));
    expect(unread.text).toMatch(/^I could not confirm whether that worked\. Your basket cannot be read/u);
    expect(unread.happened).toEqual([]);
  });

  it('is said not to answer where nothing was written, once a turn', async () => {
    const down = lying(honest(), { basket: failing });
    const { text, degraded } = await does(await inShop(down), add('lamp'), { type: 'checkout' });
    expect(text).toMatch(/^The shop's basket and orders cannot be reached/u);
    expect(degraded).toContainEqual({ component: 'commerce-backend', reason: 'COMMERCE_UNAVAILABLE' });
    expect(text.match(/cannot be reached/gu)).toHaveLength(1);
  });

  it('names no address to pay at that is none', async () => {
    for (const url of ['javascript:alert(1)', 'https://user:word@shop.example', 'nowhere']) {
      const context = await inShop(lying(honest(), { checkout: async () => ({ url }) }));
      await does(context, add('lamp'));
      const { text, cart } = await does(context, { type: 'checkout' });
      expect(text).toContain('nothing was ordered');
      expect(cart?.checkoutUrl).toBeUndefined();
    }
  });
});

describe('what is in the basket', () => {
  const filled = async () => {
    const context = await inShop(honest());
    await does(context, add('scarf', { constraints: red }), add('lamp', { quantity: 2 }));
    return { ...context, messageKey: 'talk.next' };
  };
  const of = (kind: 'type' | 'focus', productId?: string) => ({
    reference:
      kind === 'focus'
        ? ({ kind } as const)
        : ({ kind: 'attribute', attribute: 'type', value: 'scarf' } as const),
    isOfBasket: false,
    ...(productId === undefined ? {} : { productId }),
  });
  const lines = (action: 'change' | 'remove', line: ReturnType<typeof of>, more = {}): BasketAct => ({
    type: 'basket',
    action,
    lines: [line],
    constraints: [],
    ...more,
  });

  it('is read out, and paid for at the address of the shop', async () => {
    const context = await filled();
    const shown = await does(context, { type: 'basket', action: 'show' });
    expect(shown.text).toBe(
      'In your basket: 1 × Wool scarf (red), $20.00 · 2 × Oak lamp, $40.00. The total is $60.00.',
    );
    const { text, cart } = await does(context, { type: 'checkout' });
    expect(text).toContain('You can pay here.');
    expect(text).not.toContain('shop.example');
    expect(cart?.checkoutUrl).toBe('https://shop.example/pay');
  });

  it('is changed and taken out by what it is called, by what was talked about, or by its place', async () => {
    const context = await filled();
    const changed = await does(context, lines('change', of('focus', 'lamp'), { quantity: 5 }));
    expect(changed.text).toBe('Changed in your basket: 5 × Oak lamp instead of 2. The total is $120.00.');
    const less = await does(
      { ...context, messageKey: 'talk.3' },
      lines('remove', of('focus', 'lamp'), { quantity: 4 }),
    );
    expect(less.text).toContain('1 × Oak lamp instead of 5');
    const removed = await does({ ...context, messageKey: 'talk.4' }, lines('remove', of('type')));
    expect(removed.text).toBe('Removed from your basket: Wool scarf (red). The total is $20.00.');
    expect(removed.happened).toMatchObject([{ type: 'remove-from-cart', productId: 'scarf' }]);
  });

  it('takes another variant in place of one', async () => {
    const context = await filled();
    const blue = [limit('color', 'eq', 'blue')];
    const { text, cart } = await does(context, lines('change', of('focus', 'scarf'), { constraints: blue }));
    expect(text).toContain('Added to your basket: 1 × Wool scarf (blue)');
    expect(text).toContain('Removed from your basket: Wool scarf (red).');
    expect(cart?.pieces).toBe(3);
  });

  it('is said not to hold what it does not hold', async () => {
    const { text } = await does(await filled(), lines('remove', of('focus', 'gone')));
    expect(text).toMatch(/^I do not find that in your basket\. In your basket: /u);
  });

  it('is emptied after a yes, and said to be empty only when it is', async () => {
    const context = await filled();
    expect((await does(context, { type: 'basket', action: 'ask-clear' })).text).toBe(
      'Shall I take everything out of your basket (3 pieces)?',
    );
    expect((await does(context, { type: 'basket', action: 'clear' })).text).toBe(
      'Your basket has been emptied.',
    );
    const deaf = { ...honest(), write: async () => ({ kind: 'allowed', effects: [], digest: '' }) as const };
    const stubborn = { ...(await inShop({ ...deaf, basket: async () => ({ lines: [lineOfLamp] }) })) };
    const { text } = await does(stubborn, { type: 'basket', action: 'clear' });
    expect(text).toBe('Nothing changed in your basket.');
  });
});

const lineOfLamp = {
  lineId: 'line-lamp-1',
  productId: 'lamp',
  variantId: 'lamp-1',
  title: 'Oak lamp',
  options: {},
  quantity: 1,
  unitPrice: { amountMinor: 2000, currency: 'USD' },
};

it('offers a person where there is no basket at all', async () => {
  const context = await turnIn([LAMP]);
  const { steps, state, chips } = await carryOut([{ type: 'checkout' }], context, signal);
  expect(steps).toEqual([{ act: 'cannot', about: 'checkout' }]);
  expect(state.offer?.accepted).toEqual([{ type: 'handoff', reason: 'requested' }]);
  expect(chips).toHaveLength(1);
});
