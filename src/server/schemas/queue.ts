import * as z from 'zod';
import { CHANNELS } from '../../domain/channel.ts';
import { CONVERSATION_STATES, OUTCOMES, QUEUE_TABS } from '../../domain/desk/queue.ts';
import { identifier, marketCode } from './text.ts';

const MOST_LINES = 200;
const LONGEST_SEARCH = 200;

const count = z.int().min(0);

export const colleagueSchema = z
  .object({ agentId: z.string(), firstName: z.string() })
  .meta({ id: 'Colleague' });

export const viewerSchema = colleagueSchema
  .extend({ isEditing: z.boolean().meta({ description: 'Has something unsent under their hands' }) })
  .meta({ id: 'Viewer' });

export const queueItemSchema = z
  .object({
    conversationId: z.string(),
    state: z.enum(CONVERSATION_STATES),
    agent: colleagueSchema.optional().meta({ description: 'Who answers, of `person`' }),
    reason: z.string().optional().meta({ description: 'Why a person was asked for' }),
    heldUntil: z.string().optional().meta({ description: 'A reply waits for approval until then' }),
    market: z.string(),
    locale: z.string(),
    channel: z.enum(CHANNELS),
    isCustomer: z.boolean(),
    wants: z.string(),
    lastWords: z.string(),
    messages: count,
    isUnread: z.boolean(),
    outcome: z.enum(OUTCOMES).optional(),
    satisfaction: z.int().min(1).max(5).optional(),
    since: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'QueueItem', description: 'A conversation as a line of the queue' });

const countsSchema = z.object({
  waiting: count,
  mine: count,
  assistant: count,
  others: count,
  closed: count,
} satisfies Record<(typeof QUEUE_TABS)[number], z.ZodType>);

export const queuePageSchema = z
  .object({
    conversations: z.array(queueItemSchema),
    next: z.string().optional().meta({ description: '`after` of the next page; absent after the last' }),
    counts: countsSchema.meta({ description: 'Of each part of the queue, whatever was asked for' }),
  })
  .meta({ id: 'QueuePage' });

export const queueQuery = z.object({
  tab: z.enum(QUEUE_TABS),
  market: marketCode.exactOptional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/, 'must be a language such as "de"')
    .exactOptional(),
  channel: z.enum(CHANNELS).exactOptional(),
  agentId: identifier().exactOptional(),
  reason: identifier(40).exactOptional(),
  isUnread: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .exactOptional()
    .meta({ override: { type: 'boolean' } }),
  search: z.string().max(LONGEST_SEARCH).exactOptional().meta({
    description: 'Words that the shopper or a person of the shop said, in any order; the last one may go on',
  }),
  after: identifier(400).exactOptional(),
  limit: z.coerce.number().int().min(1).max(MOST_LINES).default(50),
});

export const deskEventsSchema = z.string().meta({
  id: 'DeskEvents',
  description: [
    'Server-sent events, each with an id: conversations {conversations, counts}, lines as they are now; forgotten {conversationIds};',
    'presence {viewers}, by conversation; missed {}, after which the queue is to be read anew. A comment line keeps the connection.',
    'Resume with Last-Event-ID.',
  ].join(' '),
});
