import type { RawMethod } from '../../eval/suites/orders/raw-shop.ts';

/** A shop in the shape of tau_retail, made up: two kinds of things, three users, orders of every status. */
const variant = (item_id: string, price: number, available = true) => ({
  item_id,
  price,
  available,
  options: { color: item_id },
});
const item = (product_id: string, item_id: string, price: number) => ({
  name: product_id,
  product_id,
  item_id,
  price,
  options: { color: item_id },
});
const ADDRESS = { address1: '1 Road', address2: '', city: 'Town', country: 'USA', state: 'NY', zip: '10001' };

const user = (user_id: string, methods: readonly RawMethod[], orders: readonly string[]) => ({
  user_id,
  name: { first_name: user_id, last_name: 'X' },
  address: ADDRESS,
  email: `${user_id}@example.com`,
  payment_methods: Object.fromEntries(methods.map((method) => [method.id, method])),
  orders,
});

const order = (
  order_id: string,
  user_id: string,
  { status, items, by }: { status: string; items: ReturnType<typeof item>[]; by: string },
) => ({
  order_id,
  user_id,
  address: ADDRESS,
  items,
  status,
  fulfillments:
    status === 'pending' ? [] : [{ tracking_id: ['9'], item_ids: items.map(({ item_id }) => item_id) }],
  payment_history: [
    {
      transaction_type: 'payment',
      amount: Math.round(items.reduce((sum, { price }) => sum + price, 0) * 100) / 100,
      payment_method_id: by,
    },
  ],
});

export const TAU_SHOP = {
  products: {
    cup: {
      name: 'cup',
      product_id: 'cup',
      variants: {
        c1: variant('c1', 10.1),
        c2: variant('c2', 12.35),
        c3: variant('c3', 10.1),
        c4: variant('c4', 9, false),
      },
    },
    hat: {
      name: 'hat',
      product_id: 'hat',
      variants: { h1: variant('h1', 30.2), h2: variant('h2', 24.99) },
    },
  },
  users: {
    amy: user(
      'amy',
      [
        { source: 'credit_card', id: 'amy-card', brand: 'visa', last_four: '1111' },
        { source: 'gift_card', id: 'amy-gift', balance: 41 },
      ] as RawMethod[],
      ['#1', '#2', '#3'],
    ),
    ben: user(
      'ben',
      [
        { source: 'paypal', id: 'ben-paypal' },
        { source: 'gift_card', id: 'ben-gift', balance: 1.5 },
      ] as RawMethod[],
      ['#4', '#5'],
    ),
    cat: user('cat', [{ source: 'paypal', id: 'cat-paypal' }] as RawMethod[], []),
  },
  orders: {
    '#1': order('#1', 'amy', {
      status: 'pending',
      items: [item('cup', 'c1', 10.1), item('cup', 'c1', 10.1), item('hat', 'h1', 30.2)],
      by: 'amy-gift',
    }),
    '#2': order('#2', 'amy', {
      status: 'delivered',
      items: [item('cup', 'c2', 12.35), item('hat', 'h1', 28)],
      by: 'amy-card',
    }),
    '#3': order('#3', 'amy', { status: 'processed', items: [item('hat', 'h2', 24.99)], by: 'amy-card' }),
    '#4': order('#4', 'ben', { status: 'pending', items: [item('hat', 'h1', 30.2)], by: 'ben-paypal' }),
    '#5': order('#5', 'ben', {
      status: 'delivered',
      items: [item('cup', 'c1', 10.1), item('hat', 'h1', 30.2)],
      by: 'ben-paypal',
    }),
  },
};
