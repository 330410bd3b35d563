import * as z from 'zod';
import { commandNotes } from './command-notes.ts';
import { queryWords } from './constraint.ts';

export const reorderCommand = z
  .object({
    type: z.literal('reorder'),
    query: queryWords,
  })
  .register(commandNotes, {
    meaning: 'The same again as was bought before.',
    examples: ['the same coffee as last time', 'order my usual again'],
  });
