import * as z from 'zod';

const MOST = 1_000_000_000_000;

const budget = (fallback: number) => z.coerce.number().int().min(0).max(MOST).default(fallback);

const ratesSchema = z
  .strictObject({
    inputPriceMicros: z.int().min(0),
    outputPriceMicros: z.int().min(0),
    activeParametersBillion: z.number().min(0),
    totalParametersBillion: z.number().min(0),
  })
  .partial();

/**
 * What may be spent on language models. The defaults let 60 turns of 8,000 tokens be had in a conversation, 250 from one address; money
 * counts as soon as prices are set. 0 lets nothing be spent.
 */
export const budgetSettings = {
  BUDGET_CONVERSATION_TOKENS: budget(500_000).describe('Tokens that one conversation may cost in a day'),
  BUDGET_CONVERSATION_MICROS: budget(1_000_000).describe(
    'Money that one conversation may cost in a day, in millionths of a currency unit',
  ),
  BUDGET_ADDRESS_DAY_TOKENS: budget(2_000_000).describe(
    'Tokens that all conversations of one address may cost in a day',
  ),
  BUDGET_ADDRESS_DAY_MICROS: budget(4_000_000).describe(
    'Money that all conversations of one address may cost in a day, in millionths of a currency unit',
  ),
  BUDGET_DAY_TOKENS: budget(20_000_000).describe('Tokens that the shop spends in a day (UTC)'),
  BUDGET_DAY_MICROS: budget(20_000_000).describe(
    'Money that the shop spends in a day (UTC), in millionths of a currency unit',
  ),
  BUDGET_MONTH_TOKENS: budget(400_000_000).describe('Tokens that the shop spends in a month (UTC)'),
  BUDGET_MONTH_MICROS: budget(400_000_000).describe(
    'Money that the shop spends in a month (UTC), in millionths of a currency unit',
  ),
  BUDGET_SCARCE_ABOVE: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(0.8)
    .describe('Share of a budget, from 0 to 1, above which replies of the model are kept half as long'),
  CHAT_TOTAL_PARAMETERS_BILLION: z.coerce
    .number()
    .min(0)
    .max(100_000)
    .optional()
    .describe('All parameters of the model, for the energy estimate; empty: as many as are active'),
  CHAT_MODEL_RATES: z
    .string()
    .trim()
    .default('{}')
    .transform((value, context): unknown => {
      try {
        return JSON.parse(value);
      } catch {
        context.addIssue('must be JSON');
        return {};
      }
    })
    .pipe(z.record(z.string(), ratesSchema, { error: 'must be a JSON object of an object for each model' }))
    .describe(
      'JSON object with prices and parameters of single models where they differ, as {"openai:small": {"inputPriceMicros": 50000}}',
    ),
};
