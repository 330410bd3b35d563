import * as z from 'zod';
import { commandNotes } from './command-notes.ts';

export const noPreferenceCommand = z
  .object({
    type: z.literal('no-preference'),
    /** What does not matter; absent: what was just asked. */
    attribute: z.string().max(60).optional(),
  })
  .register(commandNotes, {
    meaning: 'Any answer to the question is fine.',
    examples: ["I don't mind", 'whatever'],
  });
