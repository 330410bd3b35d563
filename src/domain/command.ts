import * as z from 'zod';

/** Which product is meant. Resolved against the last list, the focus and the page by the dialogue, never guessed. */
export const productReferenceSchema = z.discriminatedUnion('kind', [
  /** 1-based position in the list last shown; -1 is the last one. */
  z.object({ kind: z.literal('ordinal'), position: z.int().min(-1).max(50) }),
  /** "the blue one". */
  z.object({ kind: z.literal('attribute'), attribute: z.string().max(60), value: z.string().max(120) }),
  /** "the cheapest", "the dearest" of the list last shown. */
  z.object({ kind: z.literal('extreme'), of: z.enum(['cheapest', 'dearest']) }),
  z.object({ kind: z.literal('product'), productId: z.string().max(200) }),
  /** "that", "it", "this one": what was talked about last, or the page. */
  z.object({ kind: z.literal('focus') }),
]);
export type ProductReference = z.infer<typeof productReferenceSchema>;

export const constraintSchema = z.object({
  attribute: z.string().min(1).max(60),
  operator: z.enum(['eq', 'ne', 'lt', 'lte', 'gt', 'gte']),
  value: z.union([z.string().max(120), z.number()]),
  strength: z.enum(['hard', 'soft']),
  words: z.string().max(200),
  confidence: z.number().min(0).max(1),
  sourceTurn: z.int().min(0),
  known: z.boolean(),
});

const query = z.string().max(400);
const constraints = z.array(constraintSchema).max(30);
/** "cheaper", "dearer" than the reference, or than what was shown when there is none. */
const pricePull = z.enum(['cheaper', 'dearer']);

/** What can be counted over the whole shop. */
export const catalogueQuestionSchema = z.enum([
  'cheapest',
  'dearest',
  'count',
  /** Which values of an attribute there are. */
  'values',
  'price-range',
  'exists',
  /** What the shop sells at all. */
  'departments',
]);
export type CatalogueQuestion = z.infer<typeof catalogueQuestionSchema>;

/** What is to become of what is known of the shopper. */
export const historyWishSchema = z.enum([
  /** Nothing that was done before or is done now may count any more. */
  'stop',
  /** It may count again: asks for consent. */
  'resume',
  /** Gives consent, in these very words. Only ever read from the shopper's own words, never said by a model. */
  'agree',
  /** What was looked at in this visit is to be forgotten. */
  'forget',
  /** What is known? */
  'tell',
]);
export type HistoryWish = z.infer<typeof historyWishSchema>;

/** What a shopper can mean. One utterance may hold several, in order. */
export const commandSchema = z.discriminatedUnion('type', [
  /** A new wish: replaces the need. */
  z.object({
    type: z.literal('find'),
    query,
    constraints,
    recipient: z.string().max(60).optional(),
    occasion: z.string().max(60).optional(),
  }),
  /** Changes the present need: adds words and constraints (replacing those on the same attribute), forgets `drop`ped attributes. */
  z.object({
    type: z.literal('refine'),
    query,
    constraints,
    drop: z.array(z.string().max(60)).max(20),
    pull: pricePull.optional(),
    /** The order of the list from now on. */
    sort: z.enum(['relevance', 'price-ascending', 'price-descending']).optional(),
    recipient: z.string().max(60).optional(),
    occasion: z.string().max(60).optional(),
  }),
  /** "like that but ...": a list that resembles the reference, without it. */
  z.object({
    type: z.literal('similar'),
    reference: productReferenceSchema,
    constraints,
    pull: pricePull.optional(),
  }),
  /** The next products of the same need, none repeated. */
  z.object({ type: z.literal('more') }),
  z.object({ type: z.literal('compare'), references: z.array(productReferenceSchema).min(2).max(4) }),
  /** "why this?", "why the second?" */
  z.object({ type: z.literal('why'), reference: productReferenceSchema }),
  /** "what would you show without that?": the fewest reasons without which another product would come first. */
  z.object({ type: z.literal('without-reasons') }),
  /** "something to go with it under 100". */
  z.object({ type: z.literal('goes-with'), reference: productReferenceSchema, constraints }),
  z.object({ type: z.literal('history'), wish: historyWishSchema }),
  /** A question about one product; `attribute` names what is asked when it could be told ("material", "price"), else absent. */
  z.object({
    type: z.literal('ask-product'),
    reference: productReferenceSchema,
    attribute: z.string().max(60).optional(),
    question: z.string().max(400),
  }),
  /**
   * A question that is answered by counting over everything it is about, never by the top of a list. It changes nothing of what
   * is wanted. All its words bind: "how many warm scarves" counts those that are said to be warm.
   */
  z.object({
    type: z.literal('ask-catalogue'),
    question: catalogueQuestionSchema,
    /** Of `values`. */
    attribute: z.string().max(60).optional(),
    /** `shop`: what it names itself. `need`: what is wanted so far, narrowed. `asked`: what the last question was about, changed. */
    about: z.enum(['shop', 'need', 'asked']),
    query,
    constraints,
  }),
  /** "Show them": what the last question was about is what is wanted from now on. */
  z.object({ type: z.literal('show-asked') }),
  /** Forgets the whole need. */
  z.object({ type: z.literal('reset') }),
  z.object({ type: z.literal('greet') }),
  z.object({ type: z.literal('thank') }),
  z.object({ type: z.literal('goodbye') }),
  /** A person please. */
  z.object({ type: z.literal('handoff'), reason: z.enum(['requested', 'order', 'complaint']) }),
  z.object({ type: z.literal('out-of-scope') }),
]);
export type Command = z.infer<typeof commandSchema>;
export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;
