import * as z from 'zod';

const count = (fallback: number, max: number) => z.coerce.number().int().min(0).max(max).default(fallback);

/** What is kept of how a turn came about, and how long one is made for nobody. */
export const turnSettings = {
  TRACES: z
    .enum(['on', 'off'])
    .default('on')
    .describe('Whether it is kept with every turn how it came about'),
  LIMIT_TRACE_DAYS: count(30, 10_000).describe('Days that it is kept how a turn came about'),
  LIMIT_ABANDONED_MS: count(800, 600_000).describe(
    'Longest wait for somebody to listen before the models of a turn are no longer asked, milliseconds',
  ),
};
