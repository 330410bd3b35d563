import * as z from 'zod';

const parts = z.array(z.string().min(1).max(200)).max(50);

/** What must be so after a turn; what is not named is not judged. How each part is written stands in eval/README.md. */
export const expectationSchema = z.strictObject({
  /** Types in order, each with parts that the command must have. */
  commands: parts.optional(),
  /** What is done about it, in order. */
  act: parts.optional(),
  /** Slots that the need must have, and must not have. */
  need: parts.optional(),
  notNeed: parts.optional(),
  /** Holds for the shopper whatever is wanted. */
  preferences: parts.optional(),
  /** Limits that every product shown keeps, and that none keeps. At least one product must be shown. */
  all: parts.optional(),
  none: parts.optional(),
  products: z
    .strictObject({
      count: z.int().min(0).optional(),
      min: z.int().min(0).optional(),
      /** Exactly these, in any order: ids, or `@2.1` for the first product of the second turn. */
      ids: parts.optional(),
      /** These are among them, and none of those is. */
      has: parts.optional(),
      never: parts.optional(),
      /** The same list as after that turn, in that order. */
      sameAs: z.int().min(1).optional(),
      /** None of the products of that turn. */
      notOf: z.int().min(1).optional(),
      /** Every price is below the dearest (above the cheapest) of that turn. */
      cheaperThan: z.int().min(1).optional(),
      dearerThan: z.int().min(1).optional(),
    })
    .optional(),
  /** Reason why a person is asked to take over; null: none is. */
  handoff: z.string().max(60).nullable().optional(),
  /** The attribute that is asked about; null: none is. */
  asks: z.string().max(200).nullable().optional(),
  /** Titles of the shop's texts that the answer quotes, in order; none: they do not state it. */
  answeredFrom: z.array(z.string().min(1).max(200)).max(10).optional(),
  /** Whether a wish had to be given up for the list. */
  relaxed: z.boolean().optional(),
  language: z.string().max(20).optional(),
  /** Chips that lead on are offered, at least so many. */
  chips: z.int().min(0).optional(),
  /** The order that is told about, with its status: "10023 delivered". */
  order: z.string().max(200).optional(),
  /** Whether a summary waits for a yes. */
  confirms: z.boolean().optional(),
  /** Orders of the customer with their status, as the shop's system holds them after the turn. */
  stored: parts.optional(),
  /** Lines of the basket, all of them in order, as the shop's system holds them after the turn; see `judgeBasket`. */
  basket: parts.optional(),
});
export type Expectation = z.infer<typeof expectationSchema>;

/** A conversation with what must come of it, as `eval dialogue` plays it. */
export const writtenConversationSchema = z.strictObject({
  id: z.string().min(1).max(200),
  /** What people do in it. */
  group: z.string().min(1).max(60),
  /** BCP 47. */
  locale: z.string().min(2).max(35),
  /** ISO 3166-1 alpha-2; as the locale tells when absent. */
  market: z.string().length(2).optional(),
  /** Who is signed in, of `eval/cases/orders`; nobody when absent. */
  customer: z.string().max(200).optional(),
  turns: z
    .array(
      z.strictObject({
        say: z.string().min(1).max(4_000),
        /** Id of the product whose page is open, or `@1.2` for the second product of the first turn. */
        page: z.string().max(200).optional(),
        expect: expectationSchema.optional(),
      }),
    )
    .min(1)
    .max(60),
});
export type WrittenConversation = z.infer<typeof writtenConversationSchema>;
