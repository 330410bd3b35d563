import * as z from 'zod';
import { commandNotes } from './command-notes.ts';

export const showAskedCommand = z
  .object({
    type: z.literal('show-asked'),
  })
  .register(commandNotes, {
    meaning: 'What the last question was about is what is wanted from now on.',
    examples: ['show them'],
  });
