import * as z from 'zod';
import { commandNotes } from './command-notes.ts';

export const handoffCommand = z
  .object({
    type: z.literal('handoff'),
    reason: z.enum(['requested', 'order', 'complaint']),
  })
  .register(commandNotes, {
    meaning: 'A person please. Decided by rules, never by a model alone.',
    examples: ['can I talk to a human?'],
  });
