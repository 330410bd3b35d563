import * as z from 'zod';
import type { EntryKind } from '../../domain/person.ts';
import { productSchema } from './product.ts';
import { identifier, shopperText } from './text.ts';

export const handlingSchema = z
  .union([
    z.object({
      by: z.literal('assistant'),
      waitingSince: z.string().optional().meta({ description: 'A person was asked for; ISO 8601' }),
    }),
    z.object({ by: z.literal('person'), firstName: z.string() }),
  ])
  .meta({ id: 'Handling', description: 'Who answers the conversation now' });

export const languageTag = z.string().regex(/^[a-z]{2,3}$/, 'must be a language such as "de"');

const TOLD_KINDS = [
  'said',
  'approved',
  'corrected',
  'lapsed',
  'closed',
  'asked',
  'joined',
  'left',
] as const satisfies readonly EntryKind[];

export const entrySchema = z
  .object({
    number: z.int().positive().meta({ description: 'Grows within the conversation' }),
    afterMessageId: z.string().optional().meta({ description: 'The turn it stands after' }),
    kind: z.enum(TOLD_KINDS),
    firstName: z.string().optional(),
    text: z.string().optional().meta({ description: 'Plain text, as written' }),
    products: z.array(productSchema).optional().meta({
      description: 'Of `approved` and `corrected`: the list as a person of the shop left it',
    }),
    listId: z.string().optional().meta({
      description: 'Names that list: an event of a product chosen from it says so by `list_id`',
    }),
    createdAt: z.string(),
  })
  .meta({ id: 'Entry', description: 'What stands in a conversation beside its turns' });

export const deskEntrySchema = entrySchema
  .extend({
    kind: z.enum([...TOLD_KINDS, 'need-changed']),
    original: z.string().optional().meta({ description: 'As it was written, where `text` is a translation' }),
  })
  .meta({ id: 'DeskEntry' });

export const attendedSchema = z
  .object({
    handling: handlingSchema,
    entries: z.array(entrySchema),
    askSatisfaction: z.literal(true).optional().meta({ description: 'Ask how it was, until it is answered' }),
  })
  .meta({ id: 'Attended' });

export const entriesQuery = z.object({
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
});

export const agentMessageSchema = (limitCharacters: number) =>
  z
    .strictObject({
      text: shopperText(limitCharacters),
      clientMessageId: identifier().exactOptional(),
      language: languageTag.exactOptional().meta({
        description: "What it is written in: put into the shopper's language; sent as it is when absent",
      }),
      original: shopperText(limitCharacters).exactOptional().meta({
        description: 'As it was written, where `text` is its translation already; kept for the desk alone',
      }),
    })
    .meta({ id: 'AgentMessage' });

export const saidEntrySchema = deskEntrySchema
  .extend({
    translation: z.enum(['done', 'not-needed', 'failed', 'no-model']).optional().meta({
      description: 'Where its language was named; `failed` and `no-model`: it was sent as it is',
    }),
  })
  .meta({ id: 'SaidEntry' });

const LONGEST_COMMENT = 1_000;

export const satisfactionSchema = z
  .union([
    z.strictObject({
      score: z.int().min(1).max(5).meta({ description: '5 is best' }),
      comment: shopperText(LONGEST_COMMENT).exactOptional(),
    }),
    z.strictObject({ declined: z.literal(true) }),
  ])
  .meta({ id: 'Satisfaction' });
