import * as z from 'zod';
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

export const entrySchema = z
  .object({
    number: z.int().positive().meta({ description: 'Grows within the conversation' }),
    afterMessageId: z.string().optional().meta({ description: 'The turn it stands after' }),
    kind: z.enum(['said', 'asked', 'joined', 'left']),
    firstName: z.string().optional(),
    text: z.string().optional().meta({ description: 'Plain text, as written' }),
    createdAt: z.string(),
  })
  .meta({ id: 'Entry', description: 'What stands in a conversation beside its turns' });

export const attendedSchema = z
  .object({ handling: handlingSchema, entries: z.array(entrySchema) })
  .meta({ id: 'Attended' });

export const entriesQuery = z.object({
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
});

export const agentMessageSchema = (limitCharacters: number) =>
  z
    .strictObject({
      text: shopperText(limitCharacters),
      clientMessageId: identifier().exactOptional(),
    })
    .meta({ id: 'AgentMessage' });
