import * as z from 'zod';
import { LESSON_STATES } from '../../domain/desk/lesson.ts';
import { colleagueSchema } from './queue.ts';
import { identifier } from './text.ts';

const MOST_CORRECTIONS = 100;

const named = z.object({
  id: z.string(),
  title: z.string(),
  language: z.string().exactOptional().meta({
    description:
      'Of the title of a product: the first of Accept-Language that the catalogue has, else the one it was written in',
  }),
});
const time = z.iso.datetime();

const exampleSchema = z
  .object({ shownAt: time, before: z.array(named), after: z.array(named) })
  .meta({ id: 'LessonExample' });

const lessonSchema = z
  .object({
    product: named,
    scope: z.array(named).meta({ description: 'The kind of thing it was looked for as; empty for anything' }),
    state: z.enum(LESSON_STATES).meta({
      description:
        'waiting: it could still be chance; rejected: shoppers surely chose worse with it; only adopted ones count',
    }),
    added: z.number().meta({ description: 'To its score, where it is adopted' }),
    sureness: z.number().meta({
      description: 'Of what chance hardly does: from 1 on it is believed, from -1 on to its harm',
    }),
    agents: z.int(),
    taughtBy: z.array(z.string()).meta({ description: 'First names, who showed it most often first' }),
    corrections: z.int(),
    clicks: z.object({
      lists: z.int().meta({ description: 'With a choice, of its kind, that showed it' }),
      difference: z
        .object({ mean: z.number(), low: z.number(), high: z.number() })
        .exactOptional()
        .meta({ description: 'Of NDCG@10, with the product moved less without, with its 95 % interval' }),
    }),
    reach: z
      .object({ lists: z.int(), changed: z.int() })
      .meta({ description: 'Newest lists that showed the product, and those in which it stands elsewhere' }),
    examples: z.array(exampleSchema).meta({ description: 'Some of those, without lessons and with them' }),
  })
  .meta({ id: 'Lesson' });

export const lessonOverviewSchema = z
  .object({
    version: z.string().meta({ description: 'As lists name it; empty while nothing is in force' }),
    learnedAt: time.exactOptional(),
    corrections: z.int(),
    isLearning: z.boolean(),
    bounds: z.object({
      byOne: z.number().meta({ description: "What one agent moves a product's score by at most" }),
      byAll: z.number(),
    }),
    lessons: z.array(lessonSchema),
  })
  .meta({ id: 'LessonOverview' });

export const undoEffectSchema = z
  .object({
    changes: z.array(
      z.object({
        product: named,
        scope: z.array(named),
        added: z.number().meta({ description: 'To its score now; 0 where no lesson is in force' }),
        addedThen: z.number(),
      }),
    ),
  })
  .meta({ id: 'UndoEffect' });

export const correctionSchema = z
  .object({
    correctionId: z.string(),
    conversationId: z.string().exactOptional(),
    messageId: z.string(),
    by: colleagueSchema,
    at: time,
    reason: z.string().exactOptional(),
    wants: z.string(),
    scope: z.array(z.string()),
    proposed: z.array(
      z.object({ productId: z.string(), score: z.number(), taught: z.number().exactOptional() }),
    ),
    listed: z.int(),
    chosen: z.array(z.string()),
    banned: z.array(z.string()),
    undone: z.object({ by: colleagueSchema, at: time }).exactOptional(),
  })
  .meta({ id: 'Correction' });

export const correctionListSchema = z
  .object({
    corrections: z.array(correctionSchema),
    products: z.array(named).meta({ description: 'Names of all products in them; of what is gone its id' }),
  })
  .meta({ id: 'CorrectionPage' });

export const correctionQuery = z.strictObject({
  after: identifier().exactOptional().meta({ description: 'Those made after this one' }),
  limit: z.coerce.number().int().min(1).max(MOST_CORRECTIONS).default(MOST_CORRECTIONS),
});

export const correctionPath = z.strictObject({ correctionId: identifier() });
