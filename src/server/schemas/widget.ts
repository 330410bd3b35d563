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
    invitations: invitationsSchema.meta({
      description: 'When shoppers are invited to talk, and how often at most',
    }),
  })
  .meta({ id: 'WidgetSettings' });
