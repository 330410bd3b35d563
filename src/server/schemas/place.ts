import * as z from 'zod';
import { cleanText, identifier, localeTag, marketCode } from './text.ts';

export const placeQuery = z.object({ market: marketCode.exactOptional(), locale: localeTag.exactOptional() });

const limit = z
  .string()
  .regex(/^[0-9]{1,3}$/, 'must be a whole number from 1 to 50')
  .transform(Number)
  .refine((value) => value >= 1 && value <= 50, 'must be a whole number from 1 to 50')
  .meta({ description: 'Products wanted, 1 to 50', override: { type: 'integer', minimum: 1, maximum: 50 } });

const decimal = z
  .string()
  .regex(/^[0-9]{1,12}(\.[0-9]{1,4})?$/, 'must be a decimal number such as 59.90')
  .transform(Number)
  .meta({ description: "In the market's currency, inclusive", override: { type: 'number', minimum: 0 } });

export const listQuery = placeQuery.extend({ limit: limit.default(10) });

export const searchQuery = placeQuery.extend({
  q: z
    .string()
    .max(1_000)
    .transform((text) => cleanText(text).trim())
    .default(''),
  limit: limit.default(20),
  filter: z
    .record(identifier(60), z.array(z.string().max(200)).max(20))
    .default({})
    .meta({
      description:
        'filter[attribute]=value; several values of one attribute are alternatives, an amount in any unit is the same value. filter[capacity]=10..20 l, filter[memory]=16 GB.. or filter[weight]=..2 kg is a range of amounts, ends included, one for an attribute',
      param: { style: 'deepObject', explode: true },
    }),
  minPrice: decimal.exactOptional(),
  maxPrice: decimal.exactOptional(),
  sort: z.enum(['relevance', 'price-asc', 'price-desc', 'rating']).default('relevance').meta({
    description:
      '`rating`: what is rated best first, few ratings counting less than many; what nobody rated comes last',
  }),
  cursor: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,100}$/, 'must be the `next` of an answer')
    .exactOptional()
    .meta({ description: '`next` of the page before; everything but `limit` must be asked as there' }),
});

export const bundleQuery = placeQuery.extend({
  budgetMinor: z
    .string()
    .regex(/^[0-9]{1,12}$/, 'must be a whole number of minor units')
    .transform(Number)
    .exactOptional()
    .meta({
      description: "Of all pieces together, in the minor unit of the market's currency",
      override: { type: 'integer', minimum: 0 },
    }),
});

export const recommendationsQuery = placeQuery.extend({
  explain: z.literal('counterfactual').exactOptional().meta({
    description: 'Tells also what would come first without the few things that speak most for what does',
  }),
  conversationId: identifier().exactOptional(),
  customerId: identifier().exactOptional(),
  limit: limit.default(10),
});

export const productPath = z.object({ productId: identifier() });
