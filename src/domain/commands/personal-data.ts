import * as z from 'zod';
import { commandNotes } from './command-notes.ts';

export const personalDataCommand = z
  .object({
    type: z.literal('personal-data'),
    wish: z.enum(['export', 'delete']),
  })
  .register(commandNotes, {
    meaning: 'Wants a copy of all personal data, or all of it erased. Decided by rules, never by a model.',
    examples: ['send me my data', 'delete my account'],
  });
