import * as z from 'zod';
import { commandNotes } from './command-notes.ts';
import { attributeShifts, constraintsSchema, pricePull } from './constraint.ts';
import { productReferenceSchema } from './product-reference.ts';

export const similarCommand = z
  .object({
    type: z.literal('similar'),
    reference: productReferenceSchema,
    constraints: constraintsSchema,
    pull: pricePull.optional(),
    shifts: attributeShifts.optional(),
  })
  .register(commandNotes, {
    meaning: 'A list that resembles a product, without it; constraints say what differs.',
    examples: ['like the first, in leather', 'that but cheaper'],
  });
