import * as z from 'zod';
import { isCurrency } from '../domain/money.ts';
import { payloadProblem } from './payload-problem.ts';

const MOST_PRODUCTS = 1_000;

const identifier = z
  .union([z.string().trim().min(1).max(200), z.number().int().nonnegative().transform(String)])
  .nullish()
  .transform((value) => value ?? undefined);
/** With its zone: a local time would mean something else on every machine. */
const timestamp = z.iso
  .datetime({ offset: true, error: 'must be a date and time with its zone, as 2026-03-01T09:30:00Z' })
  .nullish()
  .transform((value) => (value == null ? undefined : Date.parse(value)));
const amount = z
  .union([z.number(), z.string().regex(/^\d{1,12}(\.\d{1,6})?$/, 'must be a number with a decimal point')])
  .transform(Number)
  .pipe(z.number().min(0).max(1e12))
  .nullish();
const quantity = z
  .union([z.number(), z.string().regex(/^\d{1,6}$/)])
  .transform(Number)
  .pipe(z.int().min(1).max(10_000))
  .nullish()
  .transform((value) => value ?? 1);
const currency = z
  .string()
  .transform((code) => code.toUpperCase())
  .refine(isCurrency, 'must be an ISO 4217 code')
  .nullish();

/** What Segment's e-commerce events tell of a product; the rest is left unread. */
const productFields = {
  product_id: identifier,
  productId: identifier,
  sku: identifier,
  quantity,
  price: amount,
  currency,
};

const propertiesSchema = z.object({
  ...productFields,
  market: z.string().max(60).nullish(),
  products: z.array(z.object(productFields)).max(MOST_PRODUCTS).nullish(),
  /** The list it was chosen from, as an answer named it. */
  list_id: identifier,
  /** Of a review; 5 is best. */
  rating: z
    .union([
      z.number(),
      z
        .string()
        .regex(/^\d(\.\d+)?$/)
        .transform(Number),
    ])
    .nullish()
    .catch(undefined),
});

const pageSchema = z.object({
  product_id: identifier,
  productId: identifier,
  url: z.string().max(2_000).nullish(),
});

const contextSchema = z.object({
  sessionId: identifier,
  market: z.string().max(60).nullish(),
  page: z.object({ url: z.string().max(2_000).nullish() }).nullish(),
  consent: z
    .object({ categoryPreferences: z.object({ personalization: z.boolean().nullish() }).nullish() })
    .nullish(),
});

const common = {
  messageId: z.string().min(1).max(200).nullish(),
  userId: identifier,
  anonymousId: identifier,
  timestamp,
  originalTimestamp: timestamp,
  sentAt: timestamp,
  context: contextSchema.nullish(),
};

/**
 * One event of the Segment specification, as far as we read it; properties we do not read may hold anything within
 * the limits of `payloadProblem`. Times come out as epoch milliseconds, numeric identifiers as text.
 *
 * @see https://segment.com/docs/connections/spec/ (calls, common fields) and .../spec/ecommerce/v2/ (names, properties).
 */
const segmentEventSchema = z.discriminatedUnion(
  'type',
  [
    z.object({
      ...common,
      type: z.literal('track'),
      event: z.string().trim().min(1).max(200),
      properties: propertiesSchema.nullish(),
    }),
    z.object({ ...common, type: z.literal('identify') }),
    z.object({
      ...common,
      type: z.literal('page'),
      name: z.string().max(400).nullish(),
      properties: pageSchema.nullish(),
    }),
    z.object({
      ...common,
      type: z.literal('alias'),
      previousId: z.union([
        z.string().trim().min(1).max(200),
        z.number().int().nonnegative().transform(String),
      ]),
    }),
  ],
  { error: 'must be "track", "identify", "page" or "alias"' },
);
export type SegmentEvent = z.infer<typeof segmentEventSchema>;
export type ProductProperties = z.infer<z.ZodObject<typeof productFields>>;

export type ParsedEvent =
  | { readonly kind: 'event'; readonly event: SegmentEvent }
  | { readonly kind: 'rejected'; readonly reason: string };

/** Never throws: what is wrong is said in one sentence, without repeating the input. */
export function parseSegmentEvent(value: unknown): ParsedEvent {
  const problem = payloadProblem(value);
  if (problem !== undefined) return { kind: 'rejected', reason: problem };
  const parsed = segmentEventSchema.safeParse(value);
  if (parsed.success) return { kind: 'event', event: parsed.data };
  const [issue] = parsed.error.issues;
  const path = issue?.path.join('.') ?? '';
  return { kind: 'rejected', reason: `${path === '' ? 'event' : path}: ${issue?.message ?? 'not valid'}` };
}
