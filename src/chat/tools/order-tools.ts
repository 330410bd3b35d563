import type { OrderWrite } from '../../domain/commerce.ts';
import type { ModelTool } from '../../ports/tool-model.ts';
import type { OrderDesk } from '../order-desk.ts';
import { allowTools } from './allow-tools.ts';
import { handOverTool } from './hand-over-tool.ts';
import { lookUpOrder, lookUpOrders } from './look-up-orders.ts';
import { productVariants } from './product-variants.ts';
import { type ProposedChange, proposeOrderChange } from './propose-order-change.ts';

export interface OrderTools {
  readonly tools: readonly ModelTool[];
  /** What the run has come to so far. */
  outcome(): { readonly write?: OrderWrite; readonly isHandedOver: boolean };
}

/**
 * The tools for a proved customer's orders: they read that customer's orders alone, and write nothing. No words of the catalogue are
 * among their answers.
 *
 * The last change that the shop's rules allow is what is proposed; where none is allowed, the last one that was looked into, so that the
 * shopper hears what is missing or why not.
 *
 * @param options.isReading Something is asked, and nothing is to be changed: no change can be proposed.
 */
export function createOrderTools(
  desk: OrderDesk,
  { isReading }: { readonly isReading: boolean },
): OrderTools {
  const proposed: ProposedChange[] = [];
  let isHandedOver = false;
  return {
    tools: allowTools([
      lookUpOrders(desk),
      lookUpOrder(desk),
      productVariants(desk),
      ...(isReading ? [] : [proposeOrderChange(desk, (change) => proposed.push(change))]),
      handOverTool(() => {
        isHandedOver = true;
      }),
    ]),
    outcome() {
      const chosen =
        proposed.findLast(({ preview }) => preview.kind === 'allowed') ?? proposed.findLast(isOwn);
      return { isHandedOver, ...(chosen === undefined ? {} : { write: chosen.write }) };
    },
  };
}

/** The number of an order that is not theirs is the model's own, and is not said back. */
const isOwn = ({ preview }: ProposedChange): boolean =>
  preview.kind !== 'refused' || preview.refusal !== 'no-such-order';
