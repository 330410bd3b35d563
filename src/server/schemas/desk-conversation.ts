import * as z from 'zod';
import { OUTCOMES } from '../../domain/desk/queue.ts';
import { FACTS } from '../../domain/desk/translation.ts';
import { deskEntrySchema, languageTag } from './person.ts';
import { colleagueSchema, queueItemSchema, viewerSchema } from './queue.ts';
import { identifier, shopperText } from './text.ts';
import { handoverCardSchema, needSchema, turnSchema } from './turn.ts';

const LONGEST_REASON = 300;
const LONGEST_VALUE = 200;

export const noteSchema = z
  .object({ noteId: z.string(), by: colleagueSchema, text: z.string(), at: z.string() })
  .meta({ id: 'Note', description: 'For colleagues alone' });

export const deskConversationSchema = z
  .object({
    item: queueItemSchema,
    messages: z.array(
      z.object({
        messageId: z.string(),
        utterance: z.string(),
        turn: turnSchema,
        at: z.string(),
      }),
    ),
    hasEarlier: z.boolean().optional().meta({ description: 'There are messages before these' }),
    entries: z.array(deskEntrySchema),
    need: needSchema,
    draft: z.unknown().optional(),
    card: handoverCardSchema.optional(),
    notes: z.array(noteSchema),
    corrections: z.array(z.unknown()),
    satisfaction: z.object({ score: z.int(), comment: z.string().optional() }).optional(),
    viewers: z.array(viewerSchema),
  })
  .meta({ id: 'DeskConversation' });

export const deskConversationQuery = z.object({
  before: identifier().exactOptional().meta({ description: 'Messages before this one' }),
});

const MOST_TEXTS = 10;

export const translationSchema = (limitCharacters: number) =>
  z
    .strictObject({
      to: languageTag,
      texts: z
        .array(z.strictObject({ text: z.string().max(limitCharacters * 2), from: languageTag }))
        .min(1)
        .max(MOST_TEXTS),
    })
    .meta({ id: 'TranslationRequest' });

export const translationsSchema = z
  .object({
    translations: z
      .array(
        z.union([
          z.object({ outcome: z.literal('done'), text: z.string() }),
          z.object({ outcome: z.enum(['not-needed', 'no-model']) }),
          z
            .object({
              outcome: z.literal('changed'),
              facts: z.array(
                z.object({ fact: z.enum(FACTS), text: z.string(), is: z.enum(['missing', 'added']) }),
              ),
            })
            .meta({ description: 'What the model answered says something else, and is not told' }),
          z.object({ outcome: z.literal('failed'), code: z.string() }),
        ]),
      )
      .meta({ description: 'In the order of the texts' }),
  })
  .meta({ id: 'Translations' });

export const newNoteSchema = (limitCharacters: number) =>
  z
    .strictObject({
      noteId: identifier(60).meta({ description: 'Chosen by the page: the same again is the same note' }),
      text: shopperText(limitCharacters),
    })
    .meta({ id: 'NewNote' });

export const noteListSchema = z.object({ notes: z.array(noteSchema) }).meta({ id: 'NoteList' });

export const presenceSchema = z.strictObject({ isEditing: z.boolean() }).meta({ id: 'PresenceSign' });

export const viewersSchema = z.object({ viewers: z.array(viewerSchema) }).meta({ id: 'Viewers' });

export const closingSchema = z.strictObject({ outcome: z.enum(OUTCOMES) }).meta({ id: 'Closing' });

export const assignmentSchema = z.strictObject({ agentId: identifier() }).meta({ id: 'Assignment' });

export const profileQuery = z.object({
  reason: shopperText(LONGEST_REASON).meta({ description: 'Why it is looked at, for the audit log' }),
});

export const needEditSchema = z
  .strictObject({
    remove: z
      .array(
        z.strictObject({
          attribute: identifier(LONGEST_VALUE),
          operator: z.enum(['eq', 'ne', 'lt', 'lte', 'gt', 'gte']),
          value: z.union([z.string().max(LONGEST_VALUE), z.number()]),
        }),
      )
      .max(100)
      .exactOptional()
      .meta({ description: 'As they stand in the need' }),
    add: z
      .array(
        z.strictObject({
          attribute: identifier(LONGEST_VALUE),
          value: identifier(LONGEST_VALUE).meta({ description: 'One of the catalogue, in any spelling' }),
          strength: z.enum(['hard', 'soft']),
          isRefused: z.boolean().exactOptional(),
        }),
      )
      .max(20)
      .exactOptional(),
    budget: z
      .strictObject({
        minMinor: z.int().min(0).exactOptional(),
        maxMinor: z.int().min(0).exactOptional(),
      })
      .exactOptional()
      .meta({ description: 'Takes the place of what was said of prices; empty: no limits' }),
  })
  .meta({ id: 'NeedEdit' });

export const profileSchema = z
  .object({
    isCustomer: z.boolean(),
    hasConsented: z.boolean(),
    recent: z.array(
      z.object({ productId: z.string(), title: z.string(), action: z.string(), at: z.string() }),
    ),
  })
  .meta({ id: 'ShopperProfile', description: 'As far as the shopper consented' });

const MOST_DAYS = 400;

export const readCountsQuery = z.object({
  days: z.coerce.number().int().min(1).max(MOST_DAYS).default(30),
});

export const readCountsSchema = z
  .object({
    counts: z.array(
      z.object({
        agentId: z.string(),
        day: z.string(),
        conversations: z.int(),
        reads: z.int(),
        profiles: z.int(),
      }),
    ),
  })
  .meta({ id: 'ReadCounts', description: 'How much agents read, by day (UTC), newest first' });
