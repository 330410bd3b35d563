import type { ProductReference } from '../domain/command.ts';
import type { DialogueState, ShownProduct } from '../domain/dialogue-state.ts';

/** Ambiguity is a value: nothing is guessed. */
export type Resolution =
  | { readonly kind: 'product'; readonly productId: string; readonly shown?: ShownProduct }
  /** Fits several, or none: then everything on screen is offered. */
  | { readonly kind: 'unclear'; readonly options: readonly ShownProduct[] };

/** What a reference may point at: the list last shown, the focus, the page the shopper looks at. */
export interface ReferenceContext {
  readonly state: Pick<DialogueState, 'shown' | 'focus' | 'screens' | 'earlierFocus'>;
  readonly pageProductId?: string;
  /** The page's product with its price, when the shop sells it. */
  readonly pageProduct?: ShownProduct;
}

/** Finds the one product that is meant. Ties ("the cheapest" of two at one price) are unclear. */
export function resolveReference(reference: ProductReference, context: ReferenceContext): Resolution {
  const { shown } = context.state;
  switch (reference.kind) {
    case 'ordinal':
      return oneOf(atPosition(shown, reference.position), shown);
    case 'attribute':
      return oneOf(
        shown.filter(({ attributes }) => attributes[reference.attribute]?.includes(reference.value)),
        shown,
      );
    case 'extreme':
      return oneOf(
        reference.of === 'cheapest' || reference.of === 'dearest' ? atExtreme(shown, reference.of) : [],
        shown,
      );
    case 'product':
      return product(reference.productId, context);
    case 'focus':
      return focus(context);
    case 'earlier':
    case 'other':
    case 'basket':
      return { kind: 'unclear', options: shown };
  }
}

function focus(context: ReferenceContext): Resolution {
  const pageProductId = context.pageProductId ?? context.pageProduct?.productId;
  const productId = context.state.focus ?? pageProductId;
  return productId === undefined
    ? oneOf(context.state.shown, context.state.shown)
    : product(productId, context);
}

function product(productId: string, { state, pageProduct }: ReferenceContext): Resolution {
  const known = [...state.shown, ...(pageProduct === undefined ? [] : [pageProduct])];
  const shown = known.find((candidate) => candidate.productId === productId);
  return shown === undefined ? { kind: 'product', productId } : { kind: 'product', productId, shown };
}

function oneOf(matches: readonly ShownProduct[], shown: readonly ShownProduct[]): Resolution {
  const [match, another] = matches;
  if (match === undefined) return { kind: 'unclear', options: shown };
  if (another !== undefined) return { kind: 'unclear', options: matches };
  return { kind: 'product', productId: match.productId, shown: match };
}

function atPosition(shown: readonly ShownProduct[], position: number): readonly ShownProduct[] {
  const match = position === -1 ? shown.at(-1) : shown[position - 1];
  return match === undefined ? [] : [match];
}

function atExtreme(shown: readonly ShownProduct[], of: 'cheapest' | 'dearest'): readonly ShownProduct[] {
  const prices = shown.map(({ priceMinor }) => priceMinor);
  const extreme = of === 'cheapest' ? Math.min(...prices) : Math.max(...prices);
  return shown.filter(({ priceMinor }) => priceMinor === extreme);
}
