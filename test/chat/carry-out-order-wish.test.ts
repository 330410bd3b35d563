import { describe, expect, it } from 'vitest';
import { orderShop } from '../support/order-shop.ts';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const VISA = { methodId: 'card-1', kind: 'card', label: 'Visa, ending in 9212' } as const;
const GIFT = { methodId: 'gift-1', kind: 'gift-card', label: 'Gift card' } as const;

describe('a change of an order that waits for a yes', () => {
  it('shows anew what has become something else since, and waits for another yes', async () => {
    const { talk, order, amendOrder } = await orderShop();
    const say = await talk();
    await say('cancel order 1001, no longer needed');
    await amendOrder('#W1001', { payments: [{ kind: 'payment', amount: usd(6900), methodId: 'card-1' }] });
    const anew = await say('yes');
    expect(anew.text).toContain('Something has changed meanwhile');
    expect(anew.confirmation?.effects).toContain('$69.00 back to Visa, ending in 9212 (5–7 days)');
    expect((await order('#W1001'))?.status).toBe('pending');
    expect((await say('yes')).text).toContain('Done');
    expect((await order('#W1001'))?.status).toBe('cancelled');
  });

  it('says that nothing was changed when what follows has nothing to do with it', async () => {
    const { talk, order } = await orderShop();
    const say = await talk();
    await say('cancel order 1001, no longer needed');
    expect((await say('xqzt blorp')).text).toContain('Nothing was changed.');
    expect((await say('yes')).text).not.toContain('Done');
    expect((await say('cancel order 1001, no longer needed')).confirmation).toBeDefined();
    expect((await say('tell me a joke')).text).toContain('Nothing was changed.');
    expect((await order('#W1001'))?.status).toBe('pending');
  });

  it.each([
    ['no longer needed', 'I ordered it by mistake'],
    ['no longer needed', 'I ordered by mistake'],
    ['ordered by mistake', 'I ordered by mistake'],
  ])('takes a reason while a cancellation waits for its yes: %s, then %s', async (first, then) => {
    const { talk, order } = await orderShop();
    const say = await talk();
    await say(`cancel order 1001, ${first}`);
    const amended = await say(then);
    expect(amended.confirmation?.effects).toContain('reason: ordered by mistake');
    expect((await order('#W1001'))?.status).toBe('pending');
    await say('yes');
    expect((await order('#W1001'))?.cancelReason).toBe('ordered by mistake');
  });

  it('has it paid another way', async () => {
    const { talk, order, amendAccount } = await orderShop();
    const say = await talk();
    expect((await say('I want to pay order 1001 with my gift card instead')).text).toContain(
      'not enough left',
    );
    await amendAccount('ada', { methods: [VISA, { ...GIFT, balance: usd(9000) }] });
    const shown = await say('I want to pay order 1001 with my gift card instead');
    expect(shown.text).toMatch(/\$79\.00.*Gift card/);
    expect((await order('#W1001'))?.payments).toHaveLength(1);
    await say('yes');
    expect((await order('#W1001'))?.payments.map(({ kind, methodId }) => [kind, methodId])).toEqual([
      ['payment', 'card-1'],
      ['payment', 'gift-1'],
      ['refund', 'card-1'],
    ]);
    expect((await say('change the payment of order 1001 back')).text).toContain('Nothing was changed');
  });

  it('changes the address of the account, called so', async () => {
    const { talk, account } = await orderShop();
    const say = await talk();
    await say('please change the address in my account');
    const shown = await say('5 Main Street, 80201 Denver');
    expect(shown.text).toContain('address of your account: Ada Lane, 5 Main Street, 80201 Denver, US');
    await say('yes');
    expect((await account('ada'))?.address).toMatchObject({ line1: '5 Main Street' });
  });
});
