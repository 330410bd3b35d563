import * as z from 'zod';
import { DRAFT_STATES } from '../../domain/desk/draft.ts';
import { productSchema } from './product.ts';
import { colleagueSchema } from './queue.ts';
import { identifier, shopperText } from './text.ts';

/** Products of a list that an agent makes. */
const MOST_PRODUCTS = 20;
const MOST_BANNED = 20;
const LONGEST_NOTE = 300;

const productId = identifier(200);
const note = shopperText(LONGEST_NOTE);

const refinementSchema = (limitCharacters: number) =>
  z
    .strictObject({
      products: z
        .array(
          z.strictObject({
            productId,
            note: note.exactOptional().meta({ description: 'Said with it in the place of its reasons' }),
            isPinned: z.boolean().exactOptional().meta({
              description: 'Keeps its place in further lists of this need',
            }),
          }),
        )
        .max(MOST_PRODUCTS)
        .meta({ description: 'The list as it shall be, in its order' }),
      banned: z
        .array(z.strictObject({ productId, reason: note.exactOptional() }))
        .max(MOST_BANNED)
        .default([])
        .meta({ description: 'Not to be suggested any more in this conversation' }),
      text: shopperText(limitCharacters).exactOptional().meta({ description: 'Plain text' }),
      original: shopperText(limitCharacters).exactOptional().meta({
        description: 'As it was written, where `text` is its translation; kept for the desk alone',
      }),
      reason: note.exactOptional().meta({ description: 'Why, for colleagues and for what is learned' }),
    })
    .meta({ description: 'What an agent makes of a list and its words' });

const version = z.int().min(0).meta({ description: 'Of the draft that it was made on' });

export const draftChangeSchema = (limitCharacters: number) =>
  z.strictObject({ version, refinement: refinementSchema(limitCharacters) }).meta({ id: 'DraftChange' });

export const draftSendSchema = (limitCharacters: number) =>
  z
    .strictObject({
      version,
      refinement: refinementSchema(limitCharacters),
      clientMessageId: identifier().meta({ description: 'The same again sends nothing twice' }),
    })
    .meta({ id: 'DraftSend' });

/** @param id In the document. */
export const correctionOfListSchema = (limitCharacters: number, id = 'ListCorrection') =>
  z
    .strictObject({
      messageId: identifier().meta({ description: 'Of the draft' }),
      version,
      refinement: refinementSchema(limitCharacters),
      clientMessageId: identifier().meta({ description: 'The same again sends nothing twice' }),
    })
    .meta({ id });

export const draftCheckSchema = (limitCharacters: number) =>
  z
    .strictObject({
      messageId: identifier().exactOptional().meta({ description: 'Of a suggestion that it is made of' }),
      refinement: refinementSchema(limitCharacters),
    })
    .meta({ id: 'DraftCheck' });

export const adviceSchema = z
  .object({ advice: z.array(z.object({ text: z.string(), reason: z.string() })) })
  .meta({ id: 'Advice', description: 'Sentences that state what the data of the shop do not hold' });

const replySchema = z.object({ text: z.string(), products: z.array(productSchema) });

export const draftSchema = z
  .object({
    messageId: z.string(),
    conversationId: z.string(),
    version: z.int().min(0).meta({ description: 'Grows along the conversation' }),
    state: z.enum(DRAFT_STATES),
    heldUntil: z.string().optional(),
    proposed: replySchema.extend({ claims: z.array(z.object({ text: z.string(), evidence: z.string() })) }),
    alternatives: z.array(productSchema),
    reply: replySchema,
    refinement: z
      .object({
        products: z.array(
          z.object({
            productId: z.string(),
            note: z.string().optional(),
            isPinned: z.boolean().optional(),
          }),
        ),
        banned: z.array(z.object({ productId: z.string(), reason: z.string().optional() })),
        text: z.string().optional(),
        original: z.string().optional(),
        reason: z.string().optional(),
      })
      .optional(),
    warnings: z.array(
      z.object({
        productId: z.string(),
        kind: z.enum(['limit', 'out-of-stock', 'left-out-by-rule', 'not-sold']),
        words: z.string().optional(),
      }),
    ),
    changedBy: colleagueSchema.optional(),
  })
  .meta({ id: 'Draft', description: 'A held reply, or the last list that the shopper got' });
