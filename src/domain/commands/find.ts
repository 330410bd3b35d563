import * as z from 'zod';
import { commandNotes } from './command-notes.ts';
import { wishFields } from './constraint.ts';

export const findCommand = z
  .object({
    type: z.literal('find'),
    ...wishFields,
  })
  .register(commandNotes, {
    meaning: 'A new wish, another kind of thing than before: replaces what is wanted.',
    examples: ["I'm looking for a warm scarf under 60", 'red wool scarf'],
  });
