import * as z from 'zod';
import { CHANNELS } from '../../domain/channel.ts';
import { imageSchema } from './image.ts';
import { identifier, localeTag, marketCode, shopperText } from './text.ts';

export const textVersion = z.int().min(1).max(Number.MAX_SAFE_INTEGER).meta({
  description: 'Of `consentTexts` of `GET /v1/widget`: what was read when it was answered',
});

export const consentSchema = z
  .strictObject({
    personalization: z
      .boolean()
      .meta({ description: 'Behaviour across visits may be kept and used to choose products' }),
    textVersion: textVersion.exactOptional(),
  })
  .meta({ id: 'Consent' });

export const startSchema = z
  .strictObject({
    market: marketCode.exactOptional(),
    locale: localeTag.exactOptional(),
    customerToken: z.string().min(1).max(4_096).exactOptional(),
    consent: z
      .strictObject({
        personalization: z.boolean().exactOptional(),
        textVersion: textVersion.exactOptional(),
      })
      .exactOptional(),
    channel: z.enum(CHANNELS).exactOptional().meta({
      description:
        'Where the conversation is held: how long replies may be, and whether cards stand beside them',
    }),
  })
  .meta({ id: 'StartRequest' });

export const startedSchema = z
  .object({
    conversationId: z.string(),
    token: z.string().meta({ description: 'Bearer token of this conversation; shown once' }),
    market: z.string(),
    locale: z.string(),
    greeting: z.object({ text: z.string(), language: z.string() }),
    privacy: z
      .object({ globalPrivacyControl: z.literal('honored') })
      .optional()
      .meta({
        description: 'There when the browser asked not to be profiled (Sec-GPC: 1): no consent is kept',
      }),
  })
  .meta({ id: 'StartedConversation' });

export const conversationPath = z.object({ conversationId: identifier() });

const MOST_PAGE_CODES = 8;

export const messageSchema = (limitCharacters: number, limitImageBytes: number) =>
  z
    .strictObject({
      text: shopperText(limitCharacters).meta({
        description: `1 to ${limitCharacters} characters, not blank`,
      }),
      image: imageSchema(limitImageBytes).exactOptional().meta({
        description: 'Looked at in this turn, and kept nowhere; only where `capabilities.images` is true',
      }),
      clientMessageId: identifier().exactOptional(),
      page: z
        .strictObject({
          productId: identifier().exactOptional(),
          url: z.string().max(2_000).exactOptional(),
          codes: z.array(identifier(100)).max(MOST_PAGE_CODES).exactOptional().meta({
            description: 'SKU, GTIN and MPN as the page states them, the surest first',
          }),
        })
        .exactOptional()
        .meta({ description: 'What is known of the page: it is not kept, only the product it shows' }),
    })
    .meta({ id: 'MessageRequest' });

const MOST_MESSAGES = 200;

export const historyQuery = z.object({
  after: identifier().exactOptional().meta({ description: 'Messages after this one' }),
  before: identifier().exactOptional().meta({ description: 'Messages before this one' }),
  limit: z
    .string()
    .regex(/^[0-9]{1,3}$/, `must be a whole number from 1 to ${MOST_MESSAGES}`)
    .transform(Number)
    .refine(
      (value) => value >= 1 && value <= MOST_MESSAGES,
      `must be a whole number from 1 to ${MOST_MESSAGES}`,
    )
    .exactOptional()
    .meta({
      description: 'At most so many: with `after` the first of them, else the latest. All when absent',
      override: { type: 'integer', minimum: 1, maximum: MOST_MESSAGES },
    }),
});
