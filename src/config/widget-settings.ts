import * as z from 'zod';

const optionalText = z
  .string()
  .trim()
  .optional()
  .transform((value) => (value === '' ? undefined : value));

/** What shoppers see of the shop in the widget. */
export const widgetSettings = {
  SHOP_NAME: optionalText
    .pipe(z.string().max(80).optional())
    .describe('Name of the shop, as shoppers read it in the widget'),
  PRIVACY_POLICY_URL: optionalText
    .pipe(z.url({ protocol: /^https?$/ }).optional())
    .describe('Address of the privacy policy, linked from what is remembered'),
  WIDGET_PRESET: optionalText
    .pipe(
      z
        .string()
        .regex(/^[a-z][a-z-]{0,30}$/, 'must be the name of a preset')
        .optional(),
    )
    .describe('Look of the widget where the page names none'),
  INVITATIONS: optionalText.describe(
    'JSON file with the rules by which the widget invites shoppers to talk; read at the start',
  ),
  LIMIT_INVITATIONS: z.coerce
    .number()
    .int()
    .min(0)
    .max(100)
    .default(20)
    .describe('Most rules of invitation in their file'),
  LIMIT_WIDGET_VERSIONS: z.coerce
    .number()
    .int()
    .min(0)
    .max(1_000)
    .default(20)
    .describe('Most earlier versions of the widget that are kept for the pages that pinned one'),
  LIMIT_WIDGET_BYTES: z.coerce
    .number()
    .int()
    .min(0)
    .default(50_000_000)
    .describe('Most bytes of earlier versions of the widget'),
};
