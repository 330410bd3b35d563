import * as z from 'zod';

const name = z.string().min(1).max(60);

export const explorationBody = z
  .strictObject({
    stopped: z.boolean().default(false).meta({ description: 'Every list is ranked as usual' }),
    switchedOff: z
      .array(name)
      .max(30)
      .refine((all) => new Set(all).size === all.length, 'must not name a strategy twice')
      .default([])
      .meta({ description: 'Strategies that rank no list; those not named are on' }),
  })
  .meta({ id: 'ExplorationSwitches', description: 'All switches: those not sent are back to on' });

const share = z.number().min(0).max(1);
const estimate = z.object({
  value: z.number(),
  interval: z.object({ low: z.number(), high: z.number() }).optional(),
});

const value = z
  .object({
    support: z.object({
      effectiveSampleSize: z
        .number()
        .meta({ description: 'As many lists of this strategy would say as much' }),
      largestShare: share.meta({ description: 'Of one list in the weight of all' }),
    }),
    refused: z
      .enum(['few-effective-choices', 'one-choice-decides'])
      .optional()
      .meta({ description: 'In place of estimates when the log says too little' }),
    estimates: z.object({ ips: estimate, snips: estimate, dr: estimate }).optional(),
  })
  .meta({ description: 'Mean reward had it ranked every list that it may, from the newest lists' });

export const explorationSchema = z
  .object({
    policy: z.enum(['off', 'thompson', 'linucb']),
    stopped: z.boolean(),
    switchedOff: z.array(z.string()),
    cap: share.meta({ description: 'The most that may be explored' }),
    exploredShare: share.meta({ description: 'What was explored of the lists that could have been' }),
    lists: z.int().meta({ description: 'Lists with a choice of strategies' }),
    learned: z.int().meta({ description: 'Lists whose reward is learned' }),
    inForce: z
      .record(z.string(), z.string())
      .meta({ description: 'By surface, what ranks a list that is not explored' }),
    strategies: z.array(
      z.object({
        name: z.string(),
        surfaces: z.array(z.string()),
        switchedOff: z.boolean(),
        lists: z.int(),
        explored: z.int(),
        rewards: z
          .record(
            z.string(),
            z.object({ mean: z.number(), low: z.number().optional(), high: z.number().optional() }),
          )
          .meta({
            description:
              'By surface; the interval (95 %) holds however often it is looked at, and is absent while there is none',
          }),
        value,
      }),
    ),
  })
  .meta({ id: 'Exploration' });
