import { describe, expect, it } from 'vitest';
import type { ProductView, Turn } from '../../src/domain/turn.ts';
import { startSchema } from '../../src/server/schemas/conversation.ts';
import { productSchema } from '../../src/server/schemas/product.ts';
import { cleanText, shopperText } from '../../src/server/schemas/text.ts';
import { turnSchema } from '../../src/server/schemas/turn.ts';

/** Every part, by the compiler: a part that is added to the domain is missing here until it is described. */
const TURN = {
  messageId: true,
  language: true,
  text: true,
  seen: true,
  products: true,
  total: true,
  chips: true,
  question: true,
  commands: true,
  need: true,
  claims: true,
  sources: true,
  relaxed: true,
  comparison: true,
  order: true,
  confirmation: true,
  handoff: true,
  cart: true,
  understoodBy: true,
  otherReading: true,
  repliedBy: true,
  review: true,
  degraded: true,
  timing: true,
  usage: true,
} satisfies Record<keyof Required<Turn>, true>;

const PRODUCT = {
  productId: true,
  variantId: true,
  title: true,
  description: true,
  brand: true,
  category: true,
  price: true,
  listPrice: true,
  availability: true,
  stock: true,
  url: true,
  imageUrl: true,
  attributes: true,
  score: true,
  parts: true,
  alike: true,
  reasons: true,
} satisfies Record<keyof Required<ProductView>, true>;

describe('the described answers', () => {
  it('name every part of a turn and of a product', () => {
    expect(Object.keys(turnSchema.shape).sort()).toEqual(Object.keys(TURN).sort());
    expect(Object.keys(productSchema.shape).sort()).toEqual(Object.keys(PRODUCT).sort());
  });
});

describe('shopperText', () => {
  const read = (text: string) => shopperText(10).safeParse(text).data;

  it.each([
    ['a\u0000b\u001b[31m', 'ab[31m'],
    ['a\r\nb\tc', 'a\nb\tc'],
    ['\u202Etxt\u2066', 'txt'],
    ['s\u200Bcarf', 'scarf'],
    ['👩‍👧', '👩‍👧'],
    ['می‌خواهم', 'می‌خواهم'],
    ['hi\u{E0041}\u{E0042}', 'hi'],
    ['ß İ ı', 'ß İ ı'],
  ])('keeps what can be read of %j', (text, kept) => {
    expect(read(text)).toBe(kept);
  });

  it.each(['', ' ', '\u200D', '\u00AD\u034F', '\u3164', '\u2800', '\u0301\u0301', '\u{E0041}'])(
    'refuses %j as blank',
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );

  it('counts code points after cleaning', () => {
    expect(read(`${'x'.repeat(10)}\u200B`)).toBe('x'.repeat(10));
    expect(read('x'.repeat(11))).toBeUndefined();
    expect(cleanText('e\u0301')).toBe('é');
  });
});

it('takes the channels there are, and no other', () => {
  expect(startSchema.safeParse({ channel: 'sms' }).success).toBe(true);
  expect(startSchema.safeParse({}).success).toBe(true);
  expect(startSchema.safeParse({ channel: 'fax' }).success).toBe(false);
});

it('takes a language as pages write it too', () => {
  expect(startSchema.parse({ locale: 'de_DE' })).toEqual({ locale: 'de-DE' });
  expect(startSchema.safeParse({ locale: 'de_' }).success).toBe(false);
});
