import * as z from 'zod';
import { commandNotes } from './command-notes.ts';

export const moreCommand = z
  .object({
    type: z.literal('more'),
  })
  .register(commandNotes, {
    meaning: 'The next products of the same need, none repeated.',
    examples: ['show me more', 'what else do you have?'],
  });
