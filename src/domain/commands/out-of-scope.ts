import * as z from 'zod';
import { commandNotes } from './command-notes.ts';

export const outOfScopeCommand = z
  .object({
    type: z.literal('out-of-scope'),
  })
  .register(commandNotes, {
    meaning: 'Nothing a shop can do.',
    examples: ['who won the match yesterday?'],
  });
