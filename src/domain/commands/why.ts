import * as z from 'zod';
import { commandNotes } from './command-notes.ts';
import { productReferenceSchema } from './product-reference.ts';

export const whyCommand = z
  .object({
    type: z.literal('why'),
    reference: productReferenceSchema,
  })
  .register(commandNotes, {
    meaning: 'Why a product was suggested.',
    examples: ['why this one?'],
  });
