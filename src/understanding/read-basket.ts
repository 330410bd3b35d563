import type { Command, CommandOf, ProductReference } from '../domain/command.ts';
import type { Message } from './message.ts';
import { cueSpans, hasProductInView, namesThing, referencesOf } from './message-content.ts';
import type { Meaning } from './span.ts';

type Action = CommandOf<'basket'>['action'];

/** What phrases about the basket do; some count from what is in it: "two more of them", "one less". */
const DONE: Readonly<Record<BasketCue, { readonly action: Action; readonly quantity?: number }>> = {
  'basket-show': { action: 'show' },
  'basket-add': { action: 'add' },
  'basket-more': { action: 'add', quantity: 1 },
  'basket-change': { action: 'change' },
  'basket-remove': { action: 'remove' },
  'basket-less': { action: 'remove', quantity: 1 },
  'basket-clear': { action: 'clear' },
};
type BasketCue = `basket-${Action | 'more' | 'less'}`;
const CUES = Object.keys(DONE) as BasketCue[];

/** What is done without a product on the screen; for the rest there must be one to point at. */
const NEEDS_NO_PRODUCT: ReadonlySet<Action> = new Set(['show', 'clear', 'remove', 'change']);

/** Without a product named, what is talked about is meant. */
const POINTS: ReadonlySet<Action> = new Set(['add', 'remove']);

/** "Add the second in size 42", "two of those please", "what is in my basket?" */
export function readBasket(message: Message): Command | undefined {
  const [first] = cueSpans(message, CUES);
  const cue = CUES.find((each) => each === first?.meaning.cue);
  if (cue === undefined) return undefined;
  const { action } = DONE[cue];
  if (!(NEEDS_NO_PRODUCT.has(action) || hasProductInView(message))) return undefined;
  const { quantity = DONE[cue].quantity } = amountOf(message);
  const references = action === 'show' || action === 'clear' ? [] : productsOf(message);
  if (action === 'add' && references.length === 0 && namesThing(message.wish)) return undefined;
  // "Take it out": many languages hang the pronoun on the verb.
  const isOfOne = POINTS.has(action) && references.length === 0;
  return {
    type: 'basket',
    action,
    references: isOfOne ? [{ kind: 'focus' }] : references.slice(0, 4),
    ...(quantity === undefined ? {} : { quantity }),
    constraints: variantOf(message),
  };
}

/** Products pointed at, else the kind of thing that is named: "remove the scarf". */
function productsOf(message: Message): ProductReference[] {
  const references = referencesOf(message);
  if (references.length > 0) return references;
  const named = cueSpans(message, CUES).flatMap(({ meaning }) => meaning.fillings.flatMap(typesOf));
  if (named.length > 0) return named;
  return message.wish.constraints.flatMap(({ attribute, operator, value }) =>
    attribute === 'type' && operator === 'eq'
      ? [{ kind: 'attribute' as const, attribute, value: String(value) }]
      : [],
  );
}

/** A kind of thing within a phrase about the basket. */
function typesOf(filling: Meaning): ProductReference[] {
  const found =
    filling.kind === 'concepts' ? filling.concepts.find(({ kind }) => kind === 'type') : undefined;
  const head = filling.kind === 'compound' ? filling.head : found;
  const value = filling.kind === 'shop-type' ? filling.type : head?.id;
  return value === undefined ? [] : [{ kind: 'attribute', attribute: 'type', value }];
}

/** How many: the number that a phrase about the basket holds. */
function amountOf(message: Message): { quantity?: number } {
  const counts = cueSpans(message, CUES).flatMap(({ meaning }) =>
    meaning.fillings.flatMap((filling) => {
      if (filling.kind === 'count') return [filling.count];
      return filling.kind === 'number' ? [filling.value] : [];
    }),
  );
  const quantity = counts.find((count) => Number.isInteger(count) && count >= 1 && count <= MOST);
  return quantity === undefined ? {} : { quantity };
}

const MOST = 999;

const variantOf = ({ wish }: Message) =>
  wish.constraints.filter(({ attribute }) => attribute !== 'type' && attribute !== 'price');
