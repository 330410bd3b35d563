import * as z from 'zod';
import { effectivePrice } from '../../domain/product.ts';
import type { OrderDesk } from '../order-desk.ts';
import { offeredVariants } from '../product-view.ts';
import type { CapableTool } from './allow-tools.ts';
import { defineTool } from './define-tool.ts';
import { amountOf } from './look-up-orders.ts';

const MOST_ORDERS = 20;
const MOST_VARIANTS = 60;
/** A value that sets a variant apart is a size or a colour, no text. */
const LONGEST_VALUE = 60;

/** What a product that the customer ordered can be exchanged for: values and figures of its variants, and no words about it. */
export const productVariants = ({ commerce, buyer, context }: OrderDesk): CapableTool =>
  defineTool({
    name: 'product_variants',
    description:
      "The variants of a product in one of the customer's orders: options, price, whether it is in stock.",
    capabilities: ['private'],
    parameters: z.object({ productId: z.string().min(1).max(200) }),
    async answer({ productId }, signal) {
      const orders = await commerce.orders(buyer.customerId, MOST_ORDERS, signal);
      const isOrdered = orders.some(({ lines }) => lines.some((line) => line.productId === productId));
      const product = isOrdered ? (await context.shop.store.products([productId])).get(productId) : undefined;
      if (product === undefined) return { error: 'no-such-product' };
      const { market, nowMs } = context;
      return offeredVariants(product, market.country, nowMs)
        .slice(0, MOST_VARIANTS)
        .map(({ variant, offer }) => ({
          variantId: variant.variantId,
          options: Object.fromEntries(
            Object.entries(variant.attributes).map(([name, values]) => [
              name,
              values.join(' / ').slice(0, LONGEST_VALUE),
            ]),
          ),
          price: amountOf(effectivePrice(offer, nowMs)),
          inStock: offer.availability !== 'out-of-stock',
        }));
    },
  });
