import * as z from 'zod';
import { commandNotes } from './command-notes.ts';

export const greetCommand = z
  .object({
    type: z.literal('greet'),
  })
  .register(commandNotes, {
    meaning: 'A greeting.',
    examples: ['hi'],
  });
