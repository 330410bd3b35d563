import * as z from 'zod';
import { commandNotes } from './command-notes.ts';

/** Of the answers that a form offers, or words in place of one. */
const MOST_VALUES = 20;

export const provideCommand = z
  .object({
    type: z.literal('provide'),
    /** Offered answers as they were offered, or the words of an answer that is free, such as an address. */
    values: z.array(z.string().max(400)).min(1).max(MOST_VALUES),
  })
  .register(commandNotes, {
    meaning: 'Tells what was asked about an order: one of the answers offered, or an address.',
    examples: ['no longer needed', 'Hauptstraße 5, 10115 Berlin'],
  });
