import * as z from 'zod';
import { commandNotes } from './command-notes.ts';
import { constraintsSchema } from './constraint.ts';
import { productReferenceSchema } from './product-reference.ts';

export const goesWithCommand = z
  .object({
    type: z.literal('goes-with'),
    reference: productReferenceSchema,
    constraints: constraintsSchema,
  })
  .register(commandNotes, {
    meaning: 'What completes a product.',
    examples: ['something to go with it under 100', 'what matches these boots?'],
  });
