import * as z from 'zod';
import { commandNotes } from './command-notes.ts';

/** What is to become of what is known of the shopper. */
export const historyWishSchema = z.enum([
  /** Nothing that was done before or is done now may count any more. */
  'stop',
  /** It may count again: asks for consent. */
  'resume',
  /** Gives consent, in these very words. Only ever read from the shopper's own words, never said by a model. */
  'agree',
  /** What was looked at in this visit is to be forgotten. */
  'forget',
  /** What is known? */
  'tell',
]);
export type HistoryWish = z.infer<typeof historyWishSchema>;

export const historyCommand = z
  .object({
    type: z.literal('history'),
    wish: historyWishSchema,
  })
  .register(commandNotes, {
    meaning: "What is to become of what is known of the shopper's behaviour.",
    examples: ['stop using my history', 'what do you know about me?'],
  });
