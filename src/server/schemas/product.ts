import * as z from 'zod';

const money = z
  .object({
    amountMinor: z.int().meta({ description: 'In the minor unit of the currency' }),
    currency: z.string(),
    formatted: z.string().meta({ description: 'As the locale writes it' }),
  })
  .meta({ id: 'Price' });

const scorePart = z
  .object({ signal: z.string(), weight: z.number(), value: z.number(), contribution: z.number() })
  .meta({ id: 'ScorePart', description: 'One addend of the score: contribution = weight · value' });

const attributesSchema = z.record(z.string(), z.array(z.string()));

export const productSchema = z
  .object({
    productId: z.string(),
    variantId: z.string().optional(),
    title: z.string(),
    description: z.string().optional(),
    brand: z.string().optional(),
    category: z.array(z.string()),
    price: money,
    listPrice: money.optional().meta({ description: 'The regular price while a sale runs' }),
    availability: z.enum(['in-stock', 'out-of-stock', 'preorder']),
    stock: z.int().optional(),
    url: z.string().optional(),
    imageUrl: z.string().optional(),
    attributes: attributesSchema,
    score: z.number().optional().meta({ description: 'The sum of the contributions of `parts`' }),
    parts: z.array(scorePart).optional(),
    alike: z.int().positive().optional().meta({ description: 'Near-duplicates left out of the list for it' }),
    reasons: z.array(z.string()).optional(),
  })
  .meta({ id: 'Product' });

const listId = z
  .string()
  .meta({ description: 'Names this list: an event of a product chosen from it says so by `list_id`' });

export const productListSchema = z
  .object({ listId, products: z.array(productSchema) })
  .meta({ id: 'ProductList' });

export const productDetailSchema = productSchema
  .extend({
    variants: z.array(productSchema),
    attributeLabels: z
      .record(z.string(), z.string())
      .meta({ description: "What the attributes are called in the shopper's language" }),
  })
  .meta({ id: 'ProductDetail' });

export const bundleListSchema = z
  .object({
    bundles: z.array(
      z.object({
        products: z.array(productSchema).meta({ description: 'The product itself first' }),
        total: money,
      }),
    ),
  })
  .meta({ id: 'BundleList' });

const counterfactualSchema = z
  .object({
    removed: z.array(z.object({ productId: z.string(), title: z.string().optional() })),
    before: productSchema.optional(),
    after: productSchema
      .optional()
      .meta({ description: 'First without what is `removed`; absent: there is no single reason' }),
  })
  .meta({ id: 'Counterfactual' });

export const recommendationListSchema = productListSchema
  .extend({ counterfactual: counterfactualSchema.optional() })
  .meta({ id: 'RecommendationList' });

const attributeValue = z.object({ attribute: z.string(), value: z.string() });

export const searchAnswerSchema = z
  .object({
    listId,
    products: z.array(productSchema),
    total: z.int(),
    facets: z.array(
      z.object({
        attribute: z.string(),
        label: z.string().meta({ description: "In the shopper's language, as that of each value" }),
        values: z.array(z.object({ value: z.string(), label: z.string(), count: z.int() })),
      }),
    ),
    applied: z.array(attributeValue),
    dropped: z.array(attributeValue.extend({ reason: z.string() })),
    corrected: z.string().optional(),
    next: z
      .string()
      .optional()
      .meta({ description: 'Cursor of the next page; absent after the last product of `total`' }),
  })
  .meta({ id: 'SearchAnswer' });

export const marketListSchema = z
  .object({
    markets: z.array(z.object({ country: z.string(), currency: z.string(), languages: z.array(z.string()) })),
  })
  .meta({ id: 'MarketList' });
