import { createHash } from 'node:crypto';
import { categoryKey } from '../domain/category.ts';
import type { DialogueState } from '../domain/dialogue-state.ts';
import type { InteractionType } from '../domain/interaction.ts';
import type { Language } from '../domain/locale.ts';
import type { MemoryFact } from '../domain/memory.ts';
import { type Constraint, type Need, sameConstraint } from '../domain/need.ts';
import { type Product, productText } from '../domain/product.ts';
import type { ShopperAction } from '../recommendation/shopper-action.ts';
import { concept, conceptLabel } from '../text/lexicon/index.ts';
import type { Shop } from './shop.ts';

/** One thing that is remembered, and how it is taken away. */
export interface Remembered {
  readonly id: string;
  readonly fact: MemoryFact;
  readonly isUsed: boolean;
  readonly productId?: string;
  /** The conversation as if it had never been known. */
  readonly without: (state: DialogueState) => DialogueState;
  /** Products whose doings lose their person with it. */
  readonly behaviourOf: readonly string[];
  /** What was shown loses its person with it. */
  readonly isShown?: true;
}

export interface RememberedFrom {
  readonly state: DialogueState;
  /** With consent, newest first; else empty. */
  readonly actions: readonly ShopperAction[];
  /** Products of lists that are kept with the shopper. */
  readonly shown: number;
  /** When the turns of the conversation were, epoch milliseconds, by their number. */
  readonly saidAtMs: ReadonlyMap<number, number>;
  readonly shop: Pick<Shop, 'vocabulary' | 'isSensitive'>;
  /** Of what was dealt with, as far as it is sold still. */
  readonly products: ReadonlyMap<string, Product>;
  readonly language: Language;
}

/** Fewer products of a kind are no interest yet, just products. */
const LEAST_OF_A_KIND = 2;
/** The weightiest first. */
const DEEDS: readonly InteractionType[] = [
  'purchase',
  'checkout',
  'add-to-cart',
  'wishlist',
  'view',
  'click',
];

/** What is remembered of a shopper: what was said first, then what was done. None twice; the same each time. */
export function rememberedOf(from: RememberedFrom): readonly Remembered[] {
  return [...saidThings(from), ...rejections(from), ...interests(from), ...doings(from), ...shownLists(from)];
}

/** Ids of products that titles and kinds are needed of. */
export const productsDealtWith = ({
  state,
  actions,
}: Pick<RememberedFrom, 'state' | 'actions'>): string[] => [
  ...new Set([
    ...state.opened,
    ...actions.map(({ productId }) => productId),
    ...(state.rejected ?? []).map(({ productId }) => productId),
  ]),
];

function saidThings({ state, saidAtMs, shop, language }: RememberedFrom): Remembered[] {
  const said = (kind: 'wish' | 'preference', constraint: Constraint): Remembered => {
    const atMs = saidAtMs.get(constraint.sourceTurn);
    const { attribute, operator, value, words, known } = constraint;
    const label = words === '' ? shop.vocabulary.labelOf(attribute, String(value), language) : words;
    return {
      id: idOf(kind, attribute, operator, String(value)),
      fact: { kind, words: label, ...(atMs === undefined ? {} : { saidAtMs: atMs }) },
      isUsed: known,
      without: (before) => withoutConstraint(before, kind, constraint),
      behaviourOf: [],
    };
  };
  const { query } = state.need;
  return [
    ...(state.preferences ?? []).map((constraint) => said('preference', constraint)),
    ...(query === '' ? [] : [lookedFor(query)]),
    ...state.need.constraints.map((constraint) => said('wish', constraint)),
    ...SLOTS.flatMap((slot) => filled(slot, state.need[slot], language)),
    ...(state.indifferent ?? []).map(
      (attribute): Remembered => ({
        id: idOf('indifferent', attribute),
        fact: { kind: 'indifferent', attribute: shop.vocabulary.attributeLabel(attribute, language) },
        isUsed: true,
        without: (before) => ({
          ...before,
          indifferent: (before.indifferent ?? []).filter((name) => name !== attribute),
        }),
        behaviourOf: [],
      }),
    ),
  ];
}

/** Whom it is for, and what for: kept for what is looked for now. */
const SLOTS = ['recipient', 'occasion'] as const;

function filled(slot: (typeof SLOTS)[number], value: string | undefined, language: Language): Remembered[] {
  if (value === undefined) return [];
  const found = concept(slot, value);
  const without = (need: Need): Need => {
    const { [slot]: known, ...rest } = need;
    return known === value ? rest : need;
  };
  return [
    {
      id: idOf('wish', slot, value),
      fact: { kind: 'wish', words: found === undefined ? value : conceptLabel(found, language) },
      isUsed: true,
      without: (state) => inNeeds(state, without),
      behaviourOf: [],
    },
  ];
}

const lookedFor = (query: string): Remembered => ({
  id: idOf('wish', query),
  fact: { kind: 'wish', words: query },
  isUsed: true,
  without: (state) => inNeeds(state, (need) => (need.query === query ? { ...need, query: '' } : need)),
  behaviourOf: [],
});

function rejections({ state, products, ...from }: RememberedFrom): Remembered[] {
  return (state.rejected ?? []).map(({ productId, title }) => ({
    id: idOf('rejected', productId),
    fact: { kind: 'rejected', ...titleOf(products.get(productId), from, title) },
    isUsed: true,
    productId,
    without: (before) => ({
      ...before,
      rejected: (before.rejected ?? []).filter((rejected) => rejected.productId !== productId),
    }),
    behaviourOf: [],
  }));
}

/** Kinds of thing that more than one product was looked at of. */
function interests({ state, actions, products, ...from }: RememberedFrom): Remembered[] {
  const ids = [...new Set([...state.opened, ...actions.map(({ productId }) => productId)])];
  const byKind = Map.groupBy(ids, (productId) => categoryKey(products.get(productId)?.category ?? []));
  return [...byKind].flatMap(([kind, ofKind]): Remembered[] => {
    const isNamed = ofKind.every((productId) => isNameable(products.get(productId), from));
    if (kind === '' || ofKind.length < LEAST_OF_A_KIND || !isNamed) return [];
    const name = from.shop.vocabulary.labelOf('category', kind, from.language);
    return [
      {
        id: idOf('interest', kind),
        fact: { kind: 'interest', name, products: ofKind.length },
        isUsed: state.historyPaused !== true,
        without: (before) => withoutOpened(before, ofKind),
        behaviourOf: ofKind,
      },
    ];
  });
}

function doings({ state, actions, products, ...from }: RememberedFrom): Remembered[] {
  const byProduct = Map.groupBy(actions, ({ productId }) => productId);
  const done = [...byProduct].map(([productId, ofProduct]): Remembered => {
    const deed = DEEDS.find((type) => ofProduct.some((action) => action.type === type));
    const told = ofProduct.find(({ type }) => type === deed) ?? ofProduct[0];
    return behaviour(productId, {
      kind: 'history',
      ...titleOf(products.get(productId), from),
      deed: told?.type ?? 'view',
      lastAtMs: told?.occurredAtMs ?? 0,
    });
  });
  const opened = state.opened
    .toReversed()
    .filter((productId) => !byProduct.has(productId))
    .map((productId) => behaviour(productId, { kind: 'viewed', ...titleOf(products.get(productId), from) }));
  return [...opened, ...done].map((item) => ({ ...item, isUsed: state.historyPaused !== true }));
}

const behaviour = (productId: string, fact: MemoryFact): Remembered => ({
  id: idOf('done', productId),
  fact,
  isUsed: true,
  productId,
  without: (state) => withoutOpened(state, [productId]),
  behaviourOf: [productId],
});

/** Of no use for the shopper's own lists. */
const shownLists = ({ shown }: RememberedFrom): Remembered[] =>
  shown === 0
    ? []
    : [
        {
          id: idOf('shown'),
          fact: { kind: 'shown', products: shown },
          isUsed: false,
          without: (state) => state,
          behaviourOf: [],
          isShown: true,
        },
      ];

type Naming = Pick<RememberedFrom, 'shop' | 'language'>;

const isNameable = (product: Product | undefined, { shop }: Pick<Naming, 'shop'>): boolean =>
  product === undefined || !shop.isSensitive(product);

/** @param told As it was called when it was dealt with, for what is not sold any more. */
function titleOf(product: Product | undefined, from: Naming, told?: string): { readonly title?: string } {
  if (!isNameable(product, from)) return {};
  const title = product === undefined ? told : productText(product, from.language).title;
  return title === undefined ? {} : { title };
}

function withoutOpened(state: DialogueState, productIds: readonly string[]): DialogueState {
  return { ...state, opened: state.opened.filter((productId) => !productIds.includes(productId)) };
}

function withoutConstraint(
  state: DialogueState,
  kind: 'wish' | 'preference',
  constraint: Constraint,
): DialogueState {
  const isKept = (other: Constraint) => !sameConstraint(other, constraint);
  return kind === 'preference'
    ? { ...state, preferences: (state.preferences ?? []).filter(isKept) }
    : inNeeds(state, (need) => ({ ...need, constraints: need.constraints.filter(isKept) }));
}

/** In what is looked for now, and in all that "undo" and a question about the shop would go back to. */
function inNeeds(state: DialogueState, change: (need: Need) => Need): DialogueState {
  return {
    ...state,
    need: change(state.need),
    ...(state.past === undefined ? {} : { past: state.past.map(change) }),
    ...(state.asked === undefined ? {} : { asked: { ...state.asked, need: change(state.asked.need) } }),
  };
}

/** Short enough for an address, and the same for the same thing. */
const idOf = (kind: string, ...key: readonly string[]): string =>
  `${kind}-${createHash('sha256').update(JSON.stringify(key)).digest('base64url').slice(0, 16)}`;
