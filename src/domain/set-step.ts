import type { Money } from './money.ts';
import type { Need } from './need.ts';
import type { PlannedProduct } from './reply-plan.ts';

/** One thing of a set. */
export interface SetPart {
  /** As the shopper calls it, or the shop. */
  readonly name: string;
  /** What it is to be; what holds for the whole set stands beside. */
  readonly need: Need;
  /** What stands for it; absent while it is to be found. */
  readonly productId?: string;
  /** Not wanted for it. */
  readonly refused: readonly string[];
}

/** Several things for one purpose. */
export interface PlannedSet {
  /** What holds for all of them. A ceiling of the price is for all together. */
  readonly need: Need;
  readonly parts: readonly SetPart[];
}

export type SetAct =
  /** @param named The parts, in the shopper's words; empty when the shop is to find them. */
  | { readonly type: 'plan-set'; readonly need: Need; readonly named: readonly string[] }
  /** Some parts are chosen anew, the others stay. @param places Of these parts. */
  | { readonly type: 'change-set'; readonly set: PlannedSet; readonly places: readonly number[] };

/** A set as it was put together. */
export interface SetStep {
  readonly act: 'plan-set';
  /** One of each part that something was found for, in order; empty when there is no set. */
  readonly products: readonly PlannedProduct[];
  /** What each of them is, in the same order. */
  readonly names: readonly string[];
  readonly total?: Money;
  readonly budget?: Money;
  /** Parts that nothing was found for. */
  readonly without: readonly string[];
  /** Wishes that the shop cannot go by, in the shopper's words. */
  readonly unknown: readonly string[];
  /** Limits in another currency than the shop's, in the shopper's words. */
  readonly foreignPrices: readonly string[];
  /** All of it can be put into the basket by a yes. */
  readonly isOffered: boolean;
}
