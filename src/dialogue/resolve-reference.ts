import type { CommandOf, ProductReference } from '../domain/command.ts';
import type { DialogueState, ShownProduct } from '../domain/dialogue-state.ts';
import { expectedStars, RATING, ratingOf } from '../domain/rating.ts';
import { namesValue } from '../text/names-value.ts';
import { amountsOf } from './shift-attributes.ts';

/** Ambiguity is a value: nothing is guessed. */
export type Resolution =
  | { readonly kind: 'product'; readonly productId: string; readonly shown?: ShownProduct }
  /** Fits several, or none: then everything it could have pointed at is offered. */
  | { readonly kind: 'ambiguous'; readonly options: readonly ShownProduct[] };

/** What a reference may point at: the list last shown, lists before it, the focus, the page the shopper looks at. */
export interface ReferenceContext {
  readonly state: Pick<DialogueState, 'shown' | 'focus' | 'screens' | 'earlierFocus'>;
  readonly pageProductId?: string;
  /** The page's product with its price, when the shop sells it. */
  readonly pageProduct?: ShownProduct;
}

/** Finds the one product that is meant. Ties ("the cheapest" of two at one price) are ambiguous. */
export function resolveReference(reference: ProductReference, context: ReferenceContext): Resolution {
  const { shown } = context.state;
  switch (reference.kind) {
    case 'ordinal': {
      const list = listAt(reference.list ?? 0, context);
      return oneOf(atPosition(list, reference.position), list);
    }
    case 'attribute':
      return oneOf(
        shown.filter((each) =>
          [reference, ...(reference.also ?? [])].every(({ attribute, value }) =>
            namesValue(each, attribute, value),
          ),
        ),
        shown,
      );
    case 'extreme':
      return oneOf(atExtreme(shown, reference), shown);
    case 'product':
      return product(reference.productId, context);
    case 'focus':
      return focus(context);
    case 'earlier':
      return earlier(context);
    case 'other':
      return other(context);
    case 'basket':
      // What is in the basket is not known here.
      return { kind: 'ambiguous', options: [] };
  }
}

function focus(context: ReferenceContext): Resolution {
  const pageProductId = context.pageProductId ?? context.pageProduct?.productId;
  const productId = context.state.focus ?? pageProductId;
  return productId === undefined
    ? oneOf(context.state.shown, context.state.shown)
    : product(productId, context);
}

/** "The one from before": what was talked about before this list, else the only product of the list before it. */
function earlier(context: ReferenceContext): Resolution {
  const before = listAt(1, context);
  const { earlierFocus } = context.state;
  return earlierFocus === undefined ? oneOf(before, before) : product(earlierFocus, context);
}

/** "The other one": what is on screen beside what "it" means. */
function other(context: ReferenceContext): Resolution {
  const { shown } = context.state;
  const it = context.state.focus ?? context.pageProductId;
  const others = shown.filter(({ productId }) => productId !== it);
  return oneOf(others, shown);
}

function product(productId: string, { state, pageProduct }: ReferenceContext): Resolution {
  const known = [
    ...state.shown,
    ...(pageProduct === undefined ? [] : [pageProduct]),
    ...(state.screens ?? []).flat(),
  ];
  const shown = known.find((candidate) => candidate.productId === productId);
  return shown === undefined ? { kind: 'product', productId } : { kind: 'product', productId, shown };
}

/** @param back Lists before the present one. */
const listAt = (back: number, { state }: ReferenceContext): readonly ShownProduct[] =>
  back === 0 ? state.shown : (state.screens?.[back - 1] ?? []);

function oneOf(matches: readonly ShownProduct[], all: readonly ShownProduct[]): Resolution {
  const [match, another] = matches;
  if (match === undefined) return { kind: 'ambiguous', options: all };
  if (another !== undefined) return { kind: 'ambiguous', options: matches };
  return { kind: 'product', productId: match.productId, shown: match };
}

function atPosition(list: readonly ShownProduct[], position: number): readonly ShownProduct[] {
  const match = position === -1 ? list.at(-1) : list[position - 1];
  return match === undefined ? [] : [match];
}

/** By the stars that their ratings let expect, as a list is ordered by them. */
const ratedAmong = (shown: readonly ShownProduct[]) =>
  shown.flatMap((product) => {
    const rating = ratingOf(product.attributes);
    return rating === undefined ? [] : [{ product, amount: expectedStars(rating) }];
  });

type Extreme = Extract<ProductReference, { kind: 'extreme' }>;

function atExtreme(shown: readonly ShownProduct[], { of, attribute }: Extreme): readonly ShownProduct[] {
  const isPrice = of === 'cheapest' || of === 'dearest';
  const figures = isPrice
    ? shown.map((each) => ({ product: each, amount: each.priceMinor }))
    : attribute === RATING
      ? ratedAmong(shown)
      : amountsOf(attribute ?? '', shown);
  const amounts = figures.map(({ amount }) => amount);
  const extreme = of === 'cheapest' || of === 'lowest' ? Math.min(...amounts) : Math.max(...amounts);
  return figures.filter(({ amount }) => amount === extreme).map((figure) => figure.product);
}

/** A command that only points at a product and says nothing of it: "the second one". */
export const isPointing = (command: CommandOf<'ask-product'>): boolean =>
  command.attribute === undefined && command.question.trim() === '';
