import { createHash } from 'node:crypto';
import type { Schemas } from '@qdrant/js-client-rest';
import * as z from 'zod';
import { AssistantError } from '../../../src/errors/assistant-error.ts';
import {
  INDEX_FIELDS,
  type IndexDocument,
  type IndexedVariant,
  type ReadQuantity,
} from '../../../src/ports/product-index.ts';
import { mapFields, type Words } from './word-statistics.ts';

/** A variant in one market: the smallest thing a filter holds for as a whole. */
interface OfferPayload {
  readonly market: string;
  readonly variantId: string;
  readonly price: number;
  readonly availability: 'in-stock' | 'out-of-stock' | 'preorder';
  /** One token per attribute and value: names of attributes are data, and keys of a payload need an index each. */
  readonly attributes: readonly string[];
  /** What attribute values read as numbers, for ranges. */
  readonly quantities: readonly { readonly name: string; readonly value: number }[];
}

const wordList = z.object({ terms: z.array(z.string()), counts: z.array(z.number()) });
const payloadSchema = z.object({
  productId: z.string(),
  categoryKeys: z.array(z.string()),
  offers: z.array(
    z.object({
      market: z.string(),
      variantId: z.string(),
      price: z.number(),
      availability: z.enum(['in-stock', 'out-of-stock', 'preorder']),
      attributes: z.array(z.string()),
    }),
  ),
  /** Of all offers, in whatever market: what lists by price are bounded with. Absent without an offer. */
  lowestPrice: z.number().optional(),
  highestPrice: z.number().optional(),
  words: z.object(mapFields(() => wordList)).optional(),
  /** Only when they were asked for. */
  titles: z.array(z.array(z.string())).default([]),
});

/** What a filter, a facet or an order may name; every one has an index, as a server in strict mode demands. */
export const INDEXED_KEYS: Readonly<Record<string, Schemas['PayloadSchemaType']>> = {
  categoryKeys: 'keyword',
  lowestPrice: 'integer',
  highestPrice: 'integer',
  'offers[].market': 'keyword',
  'offers[].price': 'integer',
  'offers[].availability': 'keyword',
  'offers[].attributes': 'keyword',
  'offers[].quantities[].name': 'keyword',
  'offers[].quantities[].value': 'float',
  ...Object.fromEntries(INDEX_FIELDS.map((field) => [`words.${field}.terms`, 'keyword'])),
};

/** A product as it comes back. */
export interface HeldProduct extends Omit<IndexDocument, 'vector'> {
  readonly lowestPrice: number;
  readonly highestPrice: number;
  /** Only when they were asked for; `terms` then holds each term once per field, else nothing. */
  readonly words?: Words;
}

export const FACTS = ['productId', 'categoryKeys', 'offers', 'lowestPrice', 'highestPrice'];

export function toPayload(
  document: IndexDocument,
  words: Words,
  readQuantity: ReadQuantity,
): Record<string, unknown> {
  const { productId, categoryKeys, titles, variants } = document;
  const offers = variants.flatMap((variant) => toOffers(variant, readQuantity));
  const prices = offers.map(({ price }) => price);
  return {
    productId,
    categoryKeys,
    offers,
    words,
    titles,
    ...(prices.length === 0
      ? {}
      : { lowestPrice: least(prices), highestPrice: -least(prices.map((price) => -price)) }),
  };
}

/** @throws {AssistantError} INDEX_FAILED when it is none of ours. */
export function fromPayload(payload: unknown): HeldProduct {
  const parsed = payloadSchema.safeParse(payload);
  if (!parsed.success)
    throw new AssistantError('INDEX_FAILED', 'Qdrant holds a point that is no product', {
      cause: parsed.error,
    });
  const { offers, words, lowestPrice = 0, highestPrice = 0, ...rest } = parsed.data;
  return {
    ...rest,
    lowestPrice,
    highestPrice,
    variants: offers.map(toVariant),
    terms: mapFields((field) => words?.[field].terms ?? []),
    ...(words === undefined ? {} : { words }),
  };
}

export const attributeToken = (attribute: string, value: string): string =>
  JSON.stringify([attribute, value]);

/** The attribute and the values in it that a token stands for. @throws {AssistantError} INDEX_FAILED when it is none of ours. */
export function readToken(token: string): readonly [attribute: string, value: string] {
  const parsed = tokenSchema.safeParse(token);
  if (parsed.success) return parsed.data;
  throw new AssistantError('INDEX_FAILED', 'Qdrant holds an attribute that is none of ours', {
    cause: parsed.error,
  });
}

/** Quantities of one attribute in one unit. */
export const quantityName = (attribute: string, unit: string | undefined): string =>
  JSON.stringify(unit === undefined ? [attribute] : [attribute, unit]);

const NAMESPACE = Buffer.from('6f1d8c1a9c5e5b0f8a3f6b6c3b1f7e42', 'hex');

/** The same product is the same point: UUID of version 5 of the product's id. @see RFC 9562, section 5.5 */
export function toPointId(productId: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(productId).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function toOffers(
  { variantId, attributes, offers }: IndexedVariant,
  readQuantity: ReadQuantity,
): OfferPayload[] {
  const pairs = Object.entries(attributes).flatMap(([attribute, values]) =>
    values.map((value) => ({ attribute, value })),
  );
  const tokens = pairs.map(({ attribute, value }) => attributeToken(attribute, value));
  const quantities = pairs.flatMap(({ attribute, value }) => {
    const quantity = readQuantity(value);
    return quantity === undefined
      ? []
      : [{ name: quantityName(attribute, quantity.unit), value: quantity.value }];
  });
  return Object.entries(offers).map(([market, { priceMinor, availability }]) => ({
    market,
    variantId,
    price: priceMinor,
    availability,
    attributes: tokens,
    quantities,
  }));
}

const tokenSchema = z
  .string()
  .transform((token, context) => {
    try {
      return JSON.parse(token) as unknown;
    } catch {
      context.addIssue('not JSON');
      return z.NEVER;
    }
  })
  .pipe(z.tuple([z.string(), z.string()]));

/** A variant with one of its offers. */
function toVariant(offer: Omit<OfferPayload, 'quantities'>): IndexedVariant {
  const { variantId, market, price, availability, attributes } = offer;
  const entries = attributes.map(readToken);
  const byName = Map.groupBy(entries, ([attribute]) => attribute);
  return {
    variantId,
    attributes: Object.fromEntries(
      [...byName].map(([attribute, pairs]) => [attribute, pairs.map(([, value]) => value)]),
    ),
    offers: Object.fromEntries([[market, { priceMinor: price, availability }]]),
  };
}

const least = (numbers: readonly number[]): number =>
  numbers.reduce((lowest, number) => Math.min(lowest, number), Number.POSITIVE_INFINITY);
