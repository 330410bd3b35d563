import type { ProductDetail, ProductView } from '../domain/turn.ts';
import type { BasketClient, BasketFailure } from './basket-client.ts';
import type { BasketController } from './basket-controller.ts';
import { MOST_COMPARED, targetOf } from './views/product-card.ts';

/** A product whose variant is being chosen. */
export interface Picking {
  readonly listId: string;
  readonly product: ProductView;
  /** Absent while it is fetched. */
  readonly detail?: ProductDetail;
  readonly failure?: BasketFailure;
  /** Value by attribute. */
  readonly chosen: Readonly<Record<string, string>>;
}

/** What a shopper is choosing on screen: which products to compare, and which variant to have. */
export interface Choosing {
  readonly picking: Picking | undefined;
  /** Cards under each other instead of side by side. */
  isStacked: boolean;
  /** Positions in a list, in the order of choice. */
  compared(listId: string): readonly number[];
  toggleCompared(listId: string, position: number): void;
  /** Which card of a list is in front, from 1. */
  position(listId: string): number;
  setPosition(listId: string, position: number): void;
  /** Puts a product into the basket, or asks which variant of it. */
  want(listId: string, product: ProductView): Promise<void>;
  choose(attribute: string, value: string): void;
  stopPicking(): void;
  setStacked(isStacked: boolean): void;
}

export function createChoosing(options: {
  readonly client: BasketClient;
  readonly basket: BasketController;
  readonly place: () => { readonly market: string | undefined; readonly locale: string };
  readonly changed: () => void;
}): Choosing {
  const { client, basket, changed } = options;
  const positions = new Map<string, number>();
  let comparing: { readonly listId: string; readonly positions: readonly number[] } | undefined;
  const set = (picking: Picking | undefined) => {
    choosing.picking = picking;
    changed();
  };

  const choosing = {
    picking: undefined as Picking | undefined,
    isStacked: false,
    compared: (listId: string) => (comparing?.listId === listId ? comparing.positions : []),
    toggleCompared(listId: string, position: number) {
      const before = choosing.compared(listId);
      const isIn = before.includes(position);
      if (!isIn && before.length === MOST_COMPARED) return;
      comparing = {
        listId,
        positions: isIn ? before.filter((each) => each !== position) : [...before, position],
      };
      changed();
    },
    position: (listId: string) => positions.get(listId) ?? 1,
    setPosition(listId: string, position: number) {
      if (choosing.position(listId) === position) return;
      positions.set(listId, position);
      changed();
    },
    async want(listId: string, product: ProductView) {
      const target = targetOf(listId, product.productId);
      if (basket.isPending(target)) return;
      basket.forgetOutcome(target);
      set({ listId, product, chosen: {} });
      const isStill = () =>
        choosing.picking?.product.productId === product.productId && choosing.picking.listId === listId;
      const answer = await client.product(product.productId, options.place());
      if (!isStill()) return;
      if (answer.kind === 'failed') return set({ listId, product, chosen: {}, failure: answer.failure });
      const [only, another] = answer.value.variants;
      if (another !== undefined) return set({ listId, product, chosen: {}, detail: answer.value });
      set(undefined);
      const { variantId } = only ?? product;
      await basket.add(
        { productId: product.productId, ...(variantId !== undefined && { variantId }), quantity: 1, listId },
        target,
      );
    },
    choose(attribute: string, value: string) {
      const { picking } = choosing;
      if (picking !== undefined) set({ ...picking, chosen: { ...picking.chosen, [attribute]: value } });
    },
    stopPicking: () => set(undefined),
    setStacked(isStacked: boolean) {
      choosing.isStacked = isStacked;
      changed();
    },
  };
  return choosing;
}
