import type { LineReference } from '../domain/basket-act.ts';
import type { CommandOf, ProductReference } from '../domain/command.ts';
import type { DialogueState } from '../domain/dialogue-state.ts';
import type { Constraint } from '../domain/need.ts';
import { namesValue } from '../text/names-value.ts';
import { find } from './apply-wish.ts';
import { clarify, type Draft, resolve, withAct, withOffer } from './draft.ts';
import type { Resolution } from './resolve-reference.ts';

type BasketWish = CommandOf<'basket'>;
type Found = Extract<Resolution, { kind: 'product' }>;

const FOCUS: ProductReference = { kind: 'focus' };
/** More at once is hardly meant, unless it is all on the screen. */
const MOST_AT_ONCE = 2;

/** What is wanted of the basket. It is looked into when the act is carried out: nothing of it is remembered. */
export function basketWish(draft: Draft, command: BasketWish): Draft {
  switch (command.action) {
    case 'show':
      return withAct(draft, { type: 'basket', action: 'show' });
    case 'clear':
      return clear(draft, command);
    case 'add':
      return add(draft, command);
    case 'change':
    case 'remove':
      return changeLines(draft, command, command.action);
  }
}

/** Only a yes to just that question empties it, or saying the same again. */
function clear(draft: Draft, command: BasketWish): Draft {
  const isAgreed = draft.offered?.accepted?.some((each) => each.type === 'basket' && each.action === 'clear');
  if (isAgreed === true) return withAct(draft, { type: 'basket', action: 'clear' });
  return withOffer(withAct(draft, { type: 'basket', action: 'ask-clear' }), {
    accepted: [{ ...command, references: [], constraints: [] }],
  });
}

function add(draft: Draft, command: BasketWish): Draft {
  const references = command.references.length === 0 ? [FOCUS] : command.references.map(intoBasket);
  const sought = references.find((reference) => isNotShown(draft, reference));
  if (sought !== undefined) return search(draft, sought, command);
  const found = references.map((reference) => resolve(draft, reference));
  const unclear = found.find((each) => each.kind === 'ambiguous');
  if (unclear !== undefined) return clarify(draft, { ...command, references }, unclear.options);
  const products = onePerProduct(found.filter((each) => each.kind === 'product'));
  if (products.length > Math.max(MOST_AT_ONCE, allOnScreen(draft, products)))
    return clarify(
      draft,
      { ...command, references: [FOCUS] },
      products.flatMap(({ shown }) => shown ?? []),
    );
  const { constraints, quantity } = command;
  let acted = draft;
  for (const { productId } of products) {
    const focused = { ...acted, state: { ...acted.state, focus: productId } };
    const amount = quantity === undefined ? {} : { quantity };
    acted = withAct(focused, { type: 'basket', action: 'add', productId, constraints, ...amount });
  }
  return acted;
}

/** "Put that in my basket" names the basket as where to, not as what. */
const intoBasket = (reference: ProductReference): ProductReference =>
  reference.kind === 'basket' ? FOCUS : reference;

/** As many as there are, where all on the screen are meant; else none. */
const allOnScreen = ({ state: { shown } }: Draft, products: readonly Found[]): number =>
  shown.every(({ productId }) => products.some((product) => product.productId === productId))
    ? products.length
    : 0;

const onePerProduct = (found: readonly Found[]): readonly Found[] => [
  ...new Map(found.map((product) => [product.productId, product])).values(),
];

/**
 * Whether a reference names what this conversation has not shown: an id from elsewhere, or a kind of thing that is not on the screen.
 * It is looked for then, and put nowhere unseen.
 */
function isNotShown({ state, context }: Draft, reference: ProductReference): boolean {
  if (reference.kind === 'product') return !isMet(reference.productId, state, context);
  if (reference.kind !== 'attribute' || reference.attribute !== 'type') return false;
  return !state.shown.some((shown) => namesValue(shown, reference.attribute, reference.value));
}

function isMet(productId: string, state: DialogueState, context: Draft['context']): boolean {
  const { shown, screens = [], seen, opened, focus, earlierFocus } = state;
  const onScreens = [...shown, ...screens.flat()].map((each) => each.productId);
  const page = context.pageProductId ?? context.pageProduct?.productId;
  return [...onScreens, ...seen, ...opened, focus, earlierFocus, page].includes(productId);
}

/** A list of what was named; the next message may point into it. */
function search(draft: Draft, reference: ProductReference, { constraints }: BasketWish): Draft {
  const named = toLimit(reference, draft.state.turn);
  const wanted = constraints.filter(({ attribute }) => attribute !== named?.attribute);
  return find(draft, {
    type: 'find',
    query: '',
    constraints: [...(named === undefined ? [] : [named]), ...wanted],
  });
}

function toLimit(reference: ProductReference, sourceTurn: number): Constraint | undefined {
  const named =
    reference.kind === 'product'
      ? { attribute: 'product', value: reference.productId }
      : reference.kind === 'attribute'
        ? { attribute: reference.attribute, value: reference.value }
        : undefined;
  if (named === undefined) return undefined;
  return {
    ...named,
    operator: 'eq',
    strength: 'hard',
    words: reference.kind === 'product' ? '' : named.value,
    confidence: 1,
    sourceTurn,
    known: true,
  };
}

/** Which lines are meant shows when the basket is read; a reference is kept together with what it points at on the screen. */
function changeLines(draft: Draft, command: BasketWish, action: 'change' | 'remove'): Draft {
  const { turn, basketTold } = draft.state;
  const isOfBasket = basketTold === turn - 1;
  const references = command.references.length === 0 ? [FOCUS] : command.references;
  const lines = references.map((reference): LineReference => {
    const found = resolve(draft, reference);
    return {
      reference,
      isOfBasket,
      ...(found.kind === 'product' ? { productId: found.productId } : {}),
    };
  });
  return withAct(draft, {
    type: 'basket',
    action,
    lines,
    constraints: command.constraints,
    ...(command.quantity === undefined ? {} : { quantity: command.quantity }),
  });
}
