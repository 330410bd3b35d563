import { createHash } from 'node:crypto';
import type { Cart } from './cart.ts';

/** Attribute of a cart that holds the marks of the last writes; two underscores keep it from the pages of the shop. */
const MARKS_KEY = '__floorwalker_writes';
const MARKS_KEPT = 12;
const MARK_CHARACTERS = 16;

/** What a write leaves on the cart, in the request that makes its effect: whether it arrived can be read later. */
export const markOf = (idempotencyKey: string): string =>
  createHash('sha256').update(idempotencyKey).digest('base64url').slice(0, MARK_CHARACTERS);

export const hasMark = (cart: Cart | undefined, mark: string): boolean => marksOf(cart).includes(mark);

/** All attributes of the cart, with the mark of one more write: Shopify replaces the whole set. */
export function withMark(cart: Cart | undefined, mark: string): { key: string; value: string }[] {
  const marks = [...marksOf(cart), mark].slice(-MARKS_KEPT);
  return [
    ...(cart?.attributes ?? []).filter(({ key }) => key !== MARKS_KEY),
    { key: MARKS_KEY, value: marks.join(' ') },
  ];
}

function marksOf(cart: Cart | undefined): readonly string[] {
  const value = cart?.attributes.find(({ key }) => key === MARKS_KEY)?.value ?? '';
  return value.split(' ').filter((mark) => mark !== '');
}
