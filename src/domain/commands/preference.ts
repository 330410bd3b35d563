import * as z from 'zod';
import { commandNotes } from './command-notes.ts';
import { constraintsSchema } from './constraint.ts';

export const preferenceCommand = z
  .object({
    type: z.literal('preference'),
    action: z.enum(['set', 'forget', 'tell']),
    /** What holds from now on for whatever is looked for; of `set` and `forget`. */
    constraints: constraintsSchema,
    /** What is forgotten; of `forget`. */
    attributes: z.array(z.string().max(60)).max(20),
  })
  .register(commandNotes, {
    meaning: 'Something that is always true of the shopper, not only of this wish.',
    examples: ["I'm vegan", 'I always wear a 42', 'forget my size'],
  });
