import * as z from 'zod';

/** Which product is meant. Resolved against what is on screen, the page and the basket by the dialogue, never guessed. */
export const productReferenceSchema = z.discriminatedUnion('kind', [
  /** 1-based position in the list last shown; -1 is the last one. `list` counts back: 1 is the list before it. */
  z.object({
    kind: z.literal('ordinal'),
    position: z.int().min(-1).max(50),
    list: z.int().min(0).max(10).optional(),
  }),
  /** "the blue one", "the blue wool one". */
  z.object({
    kind: z.literal('attribute'),
    attribute: z.string().max(60),
    value: z.string().max(120),
    /** Further values that it has. */
    also: z
      .array(z.object({ attribute: z.string().max(60), value: z.string().max(120) }))
      .max(3)
      .optional(),
  }),
  /** "the cheapest", "the lightest" of the list last shown. */
  z.object({
    kind: z.literal('extreme'),
    of: z.enum(['cheapest', 'dearest', 'lowest', 'highest']),
    /** Of `lowest` and `highest`: the measured attribute. */
    attribute: z.string().max(60).optional(),
  }),
  z.object({ kind: z.literal('product'), productId: z.string().max(200) }),
  /** "that", "it", "this one": what was talked about last, or the page. */
  z.object({ kind: z.literal('focus') }),
  /** "the one from before": what was talked about before the present list. */
  z.object({ kind: z.literal('earlier') }),
  /** "the other one": the one of two that is not meant by "it". */
  z.object({ kind: z.literal('other') }),
  /** "the one in my basket". */
  z.object({ kind: z.literal('basket') }),
]);
export type ProductReference = z.infer<typeof productReferenceSchema>;

export const productReferences = z.array(productReferenceSchema).max(4);
