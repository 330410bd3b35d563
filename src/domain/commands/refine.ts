import * as z from 'zod';
import { commandNotes } from './command-notes.ts';
import { attributeShifts, pricePull, wishFields } from './constraint.ts';

export const refineCommand = z
  .object({
    type: z.literal('refine'),
    ...wishFields,
    /** Attributes whose wish is taken back. */
    drop: z.array(z.string().max(60)).max(20),
    pull: pricePull.optional(),
    shifts: attributeShifts.optional(),
    /** The order of the list from now on. */
    sort: z.enum(['relevance', 'price-ascending', 'price-descending', 'rating-descending']).optional(),
  })
  .register(commandNotes, {
    meaning:
      'Changes what is wanted: adds words and constraints, replacing those on the same attribute, and forgets dropped ones.',
    examples: ['cheaper', 'not so dark', 'in blue instead', "the size doesn't matter"],
  });
