import * as z from 'zod';
import { CHANNELS } from '../../domain/channel.ts';
import { REPORT_METRICS, REPORT_TABLES } from '../../domain/desk/report.ts';
import { queueItemSchema } from './queue.ts';
import { marketCode } from './text.ts';

const MOST_LINES = 200;
const LONGEST_VALUE = 200;

const count = z.int().min(0);
const day = z.iso.date().meta({ description: 'Day, whole', example: '2026-11-23' });

const scope = {
  from: day,
  to: day,
  timeZone: z
    .string()
    .max(60)
    .default('UTC')
    .meta({ description: 'Where days begin', example: 'Europe/Berlin' }),
  market: marketCode.exactOptional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/, 'must be a language such as "de"')
    .exactOptional(),
  channel: z.enum(CHANNELS).exactOptional(),
};

const figure = {
  metric: z.enum(REPORT_METRICS),
  attribute: z.string().max(LONGEST_VALUE).exactOptional(),
  value: z.string().max(LONGEST_VALUE).exactOptional(),
};

export const reportQuery = z.object(scope);

export const reportTableQuery = z.object({ ...scope, table: z.enum(REPORT_TABLES) });

export const figureQuery = z.object({ ...scope, ...figure });

export const figurePageQuery = z.object({
  ...scope,
  ...figure,
  after: z.string().max(400).exactOptional().meta({ description: '`next` of the page before' }),
  limit: z.coerce.number().int().min(1).max(MOST_LINES).default(50),
});

export const figurePageSchema = z
  .object({
    conversations: z.array(queueItemSchema),
    next: z.string().optional().meta({ description: '`after` of the next page; absent after the last' }),
  })
  .meta({ id: 'ReportedConversations' });

const tally = z
  .object({ ...figure, conversations: count })
  .meta({ id: 'ReportTally', description: 'A number of conversations; the other fields ask for their list' });

const unmetWish = tally
  .extend({
    people: count.meta({ description: 'Each once, as far as they agreed to be known again' }),
    language: z.string().optional().meta({ description: 'Of unknown words, as they were said in' }),
    alsoSaid: z
      .array(z.string())
      .optional()
      .meta({ description: 'Other words for the same: inflected forms, other languages' }),
    budgets: z
      .array(z.object({ currency: z.string(), conversations: count, amountMinor: count }))
      .meta({ description: 'Upper prices that were named, in minor units' }),
  })
  .meta({ id: 'UnmetWish' });

const interval = z
  .object({ value: z.number(), low: z.number(), high: z.number() })
  .meta({ id: 'ReportInterval', description: 'With its interval of 95 %' });

const group = z
  .object({
    people: count,
    buyers: count,
    conversion: interval,
    spent: z
      .array(interval.extend({ currency: z.string(), buyers: count }))
      .meta({ description: 'By a buyer in the time, minor units; of customers whose orders are known here' }),
  })
  .meta({ id: 'ShopperGroup' });

const before = z
  .object({
    ...{ from: day, to: day, conversations: count, messages: count, notFound: count, complaints: count },
    withoutPersonShare: interval.optional(),
    withoutPersonDifference: interval.optional().meta({ description: 'The share now, less the one then' }),
    p50Ms: z.number().optional(),
    waitMedianMs: z.number().optional(),
    satisfactionMean: z.number().optional(),
    costMicros: count,
  })
  .meta({
    id: 'ReportBefore',
    description:
      'As many days just before, up to the same time of the last one; absent where nothing was counted yet when they began',
  });

export const reportSchema = z
  .object({
    ...scope,
    countedAt: z.iso.datetime(),
    unfinishedFrom: day.optional().meta({ description: 'The first of the days that was not over then' }),
    before: before.optional(),
    conversations: tally,
    withoutPerson: tally,
    withoutPersonShare: interval.optional(),
    messages: count,
    days: z.array(z.object({ day, conversations: count, messages: count })),
    hours: z.array(count).meta({ description: 'Messages by hour of the day' }),
    wanted: z.object({ kinds: z.array(tally), wishes: z.array(tally), subjects: z.array(tally) }),
    notFound: z.object({
      all: tally,
      nothing: z.array(unmetWish),
      givenUp: tally,
      relaxed: z.array(unmetWish),
      unknown: z.object({
        told: z.array(unmetWish),
        withheld: count.meta({ description: 'Words that fewer people said: they may be a name' }),
        leastPeople: count,
      }),
    }),
    shoppers: z
      .discriminatedUnion('kind', [
        z.object({
          kind: z.literal('compared'),
          chatting: group,
          others: group,
          difference: interval,
          leastPeople: count,
        }),
        z.object({ kind: z.literal('too-few'), leastPeople: count }),
      ])
      .meta({
        description:
          'People who agreed to be known again: those who chatted beside those who did not. Not what the assistant brings about',
      }),
    spending: z.object({
      inputTokens: count,
      outputTokens: count,
      costMicros: count.meta({ description: 'Millionths of the currency unit of the configured prices' }),
      wattHours: z.object({ low: z.number(), mid: z.number(), high: z.number() }),
    }),
    speed: z.object({
      p50Ms: z.number().optional(),
      p95Ms: z.number().optional(),
      slow: tally,
      degraded: z.array(tally),
    }),
    persons: z.object({
      askedFor: z.array(tally),
      joined: tally,
      unanswered: tally,
      waitMs: z.object({ median: z.number(), p95: z.number() }).optional(),
      messageShare: z
        .number()
        .meta({ description: 'Of all messages, those that went to a person; in [0, 1]' }),
    }),
    satisfaction: z.object({
      asked: count,
      answered: count,
      mean: z.number().optional().meta({ description: '1 to 5' }),
      satisfiedShare: interval.optional().meta({ description: 'Of those who answered, who gave 4 or 5' }),
      scores: z.array(tally),
    }),
    complaints: tally,
    corrections: z.object({ made: tally, undone: count }),
  })
  .meta({ id: 'DeskReport' });
