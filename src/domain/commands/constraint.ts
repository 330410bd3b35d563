import * as z from 'zod';

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

export const constraintsSchema = z.array(constraintSchema).max(30);

/** "cheaper", "dearer" than the reference, or than what was shown when there is none. */
export const pricePull = z.enum(['cheaper', 'dearer']);

/** "lighter", "bigger": lower or higher on a measured attribute than the reference, or than what was shown. */
export const attributeShifts = z
  .array(z.object({ attribute: z.string().max(60), direction: z.enum(['lower', 'higher']) }))
  .max(5);

/** Words of the shopper that are no constraint. */
export const queryWords = z.string().max(400);

/** What a message says about the thing that is wanted. */
export const wishFields = {
  query: queryWords,
  constraints: constraintsSchema,
  /** A lexicon concept. */
  recipient: z.string().max(60).optional(),
  /** A lexicon concept. */
  occasion: z.string().max(60).optional(),
};

/** The question in the shopper's words. */
export const questionWords = z.string().max(400);
