import * as z from 'zod';

const count = z.int().min(0);
const tokens = count.meta({ description: 'Tokens' });

const day = z.iso.date().meta({ description: 'Day, UTC', example: '2026-11-23' });

export const usageQuery = z.object({ from: day.optional(), to: day.optional() });

const calls = {
  calls: count.meta({ description: 'Calls that were made, failed ones among them' }),
  failures: count,
  refused: count.meta({ description: 'Calls that were not made because a budget was spent' }),
  inputTokens: tokens,
  outputTokens: tokens,
  costMicros: count.meta({ description: 'Millionths of the currency unit of the configured prices' }),
  energyWh: z
    .object({ low: z.number(), mid: z.number(), high: z.number() })
    .meta({ description: 'Watt-hours, an estimate by the method of EcoLogits, with its range' }),
};

export const usageSchema = z
  .object({
    from: day,
    to: day,
    rows: z.array(z.object({ day, purpose: z.string(), model: z.string(), ...calls })),
    total: z.object(calls),
    budgets: z
      .array(
        z.object({
          budget: z.enum(['day', 'month']),
          period: z.string(),
          unit: z.enum(['tokens', 'micros']),
          limit: count,
          spent: count.meta({ description: 'With what calls under way may cost' }),
          left: count,
        }),
      )
      .meta({ description: 'Of the whole shop, in the day and the month under way' }),
  })
  .meta({ id: 'ModelUsage' });
