import type { Draft, RefinedProduct, Refinement } from '../../domain/desk/draft.ts';
import type { ProductView } from '../../domain/turn.ts';

/** As the server takes it. */
export const MOST_PRODUCTS = 20;
export const MOST_NOTE_CHARACTERS = 300;

/** Where an agent begins: what was changed and not sent, or the list as it stands. */
export const refinementOf = ({ refinement, reply }: Draft): Refinement =>
  refinement ?? { products: reply.products.map(({ productId }) => ({ productId })), banned: [] };

/** Every product that a draft names. */
export const productsOf = ({ reply, proposed, alternatives }: Draft): ReadonlyMap<string, ProductView> =>
  new Map(
    [...alternatives, ...proposed.products, ...reply.products].map((product) => [product.productId, product]),
  );

/** @param by -1 is one up; it stays at the ends. */
export function moveProduct(refinement: Refinement, productId: string, by: number): Refinement {
  const from = placeOf(refinement, productId);
  return from === -1 ? refinement : placeProduct(refinement, productId, from + by);
}

/** @param at Its place then, from 0; beyond the end is the end. */
export function placeProduct(refinement: Refinement, productId: string, at: number): Refinement {
  const from = placeOf(refinement, productId);
  const moved = refinement.products[from];
  if (moved === undefined) return refinement;
  const products = refinement.products.toSpliced(from, 1);
  return {
    ...refinement,
    products: products.toSpliced(Math.max(0, Math.min(at, products.length)), 0, moved),
  };
}

/** Not banned any more, at the end unless `at` says where; a full list stays as it is. */
export function addProduct(refinement: Refinement, productId: string, at?: number): Refinement {
  const { products } = refinement;
  if (placeOf(refinement, productId) !== -1 || products.length >= MOST_PRODUCTS) return refinement;
  return {
    ...refinement,
    products: products.toSpliced(at ?? products.length, 0, { productId }),
    banned: refinement.banned.filter((ban) => ban.productId !== productId),
  };
}

export const removeProduct = (refinement: Refinement, productId: string): Refinement => ({
  ...refinement,
  products: refinement.products.filter((product) => product.productId !== productId),
});

/** Another product in its place. */
export function swapProduct(refinement: Refinement, productId: string, other: string): Refinement {
  const at = placeOf(refinement, productId);
  if (at === -1 || placeOf(refinement, other) !== -1) return refinement;
  return addProduct(removeProduct(refinement, productId), other, at);
}

/** Out of the list, and not to come back. */
export function banProduct(refinement: Refinement, productId: string, reason: string): Refinement {
  const ban = { productId, ...(reason.trim() !== '' && { reason: reason.trim() }) };
  const { banned, ...kept } = removeProduct(refinement, productId);
  return { ...kept, banned: [...banned.filter((known) => known.productId !== productId), ban] };
}

export const allowProduct = (refinement: Refinement, productId: string): Refinement => ({
  ...refinement,
  banned: refinement.banned.filter((ban) => ban.productId !== productId),
});

export const pinProduct = (refinement: Refinement, productId: string): Refinement =>
  changeProduct(refinement, productId, ({ isPinned, ...product }) => ({
    ...product,
    ...(isPinned !== true && { isPinned: true }),
  }));

export const noteProduct = (refinement: Refinement, productId: string, written: string): Refinement =>
  changeProduct(refinement, productId, ({ note: _before, ...product }) => ({
    ...product,
    ...(written !== '' && { note: written }),
  }));

/** @param text Undefined is the words of the proposal, which nobody wrote in another language. */
export function withText(
  { text: _before, original, ...kept }: Refinement,
  text: string | undefined,
): Refinement {
  return { ...kept, ...(text !== undefined && { text, ...(original !== undefined && { original }) }) };
}

/** @param written In the agent's own language; undefined: the words are the shopper's alone. */
export function withOriginal(
  { original: _before, ...kept }: Refinement,
  written: string | undefined,
): Refinement {
  return { ...kept, ...(written !== undefined && { original: written }) };
}

export function withReason({ reason: _before, ...kept }: Refinement, reason: string): Refinement {
  return { ...kept, ...(reason !== '' && { reason }) };
}

const placeOf = ({ products }: Refinement, productId: string): number =>
  products.findIndex((product) => product.productId === productId);

const changeProduct = (
  refinement: Refinement,
  productId: string,
  change: (product: RefinedProduct) => RefinedProduct,
): Refinement => ({
  ...refinement,
  products: refinement.products.map((product) =>
    product.productId === productId ? change(product) : product,
  ),
});

/** Whether the shopper would get the same of both, written in the same words; a reason is for colleagues. */
export function isSameReply(one: Refinement, other: Refinement): boolean {
  const shown = ({ products, banned, text, original }: Refinement) =>
    JSON.stringify([
      products.map(({ productId, note, isPinned }) => [productId, note ?? '', isPinned === true]),
      banned.map(({ productId, reason }) => [productId, reason ?? '']).sort(),
      [text ?? null, original ?? null],
    ]);
  return shown(one) === shown(other);
}

/** What somebody changed, a line each, for whoever changed something else meanwhile. */
export function tellChanges(
  before: Refinement,
  after: Refinement,
  titleOf: (productId: string) => string,
): string[] {
  const ids = ({ products }: Refinement) => products.map(({ productId }) => productId);
  const [was, is] = [ids(before), ids(after)];
  const bannedBefore = new Set(before.banned.map(({ productId }) => productId));
  const banned = after.banned.filter(({ productId }) => !bannedBefore.has(productId));
  const bannedNow = new Set(after.banned.map(({ productId }) => productId));
  const kept = (list: readonly string[], other: readonly string[]) => list.filter((id) => other.includes(id));
  return [
    ...is.filter((id) => !was.includes(id)).map((id) => `Added: ${titleOf(id)}`),
    ...was.filter((id) => !is.includes(id) && !bannedNow.has(id)).map((id) => `Taken out: ${titleOf(id)}`),
    ...banned.map(({ productId }) => `Banned: ${titleOf(productId)}`),
    ...(kept(was, is).join('\n') === kept(is, was).join('\n') ? [] : ['Another order']),
    ...after.products
      .filter(
        ({ productId, note }) =>
          note !== before.products.find((old) => old.productId === productId)?.note && note !== undefined,
      )
      .map(({ productId, note }) => `Note at ${titleOf(productId)}: “${note}”`),
    ...(before.text === after.text
      ? []
      : [after.text === undefined ? 'The words of the assistant again' : `Words: “${after.text}”`]),
  ];
}

/** How the list differs from the assistant's at this place. */
export function markOf({ proposed }: Draft, productId: string, place: number): string | undefined {
  const before = proposed.products.findIndex((product) => product.productId === productId);
  if (before === -1) return 'added';
  return before === place ? undefined : `was ${before + 1}`;
}
