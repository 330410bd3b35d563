import * as z from 'zod';
import { invitationsSchema } from '../../domain/widget-settings.ts';

export const widgetSchema = z
  .object({
    shopName: z.string().optional(),
    privacyPolicyUrl: z.string().optional(),
    preset: z.string().optional(),
    capabilities: z.object({
      models: z.boolean().meta({ description: 'Language models answer; else templates do' }),
      images: z.boolean().meta({ description: 'One picture may come with a message' }),
      markets: z.array(z.string()),
      languages: z.array(z.string()),
    }),
    consentTexts: z
      .object({
        version: z.int().meta({ description: 'A consent names the one it was given to' }),
        texts: z.record(z.string(), z.object({ question: z.string(), explanation: z.string() })),
      })
      .optional()
      .meta({ description: 'What is said where it is asked whether something may be kept, by language' }),
    formality: z
      .object({ default: z.enum(['formal', 'familiar']) })
      .catchall(z.enum(['formal', 'familiar']))
      .optional()
      .meta({ description: 'How shoppers are addressed, by market, language or both; absent: formally' }),
    invitations: invitationsSchema.meta({
      description: 'When shoppers are invited to talk, and how often at most',
    }),
  })
  .meta({ id: 'WidgetSettings' });
