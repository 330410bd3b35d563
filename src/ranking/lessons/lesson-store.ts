import * as z from 'zod';
import { LESSON_STATES } from '../../domain/desk/lesson.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import type { Database } from '../../ports/database.ts';
import { basisOf, type Taught } from './teach-ranking.ts';

/** What was taught last, as it is kept. */
export interface KeptLessons extends Taught {
  /** From 1; 0 before anything was. */
  readonly version: number;
  /** 0 before anything was. */
  readonly createdAtMs: number;
}

export interface LessonStore {
  current(): Promise<KeptLessons>;
  replace(taught: Taught, atMs: number): Promise<KeptLessons>;
}

const KIND = 'lessons';
const KEPT_VERSIONS = 6;
const NOTHING: KeptLessons = { version: 0, createdAtMs: 0, lessons: [], corrections: 0, basis: basisOf([]) };

const taughtSchema = z.object({
  corrections: z.number(),
  basis: z.string(),
  lessons: z.array(
    z.object({
      scope: z.array(z.string()),
      productId: z.string(),
      added: z.number(),
      sureness: z.number(),
      agents: z.number(),
      taughtBy: z.array(z.string()).default([]),
      corrections: z.number(),
      state: z.enum(LESSON_STATES),
      clicks: z.object({
        lists: z.number(),
        difference: z.object({ mean: z.number(), low: z.number(), high: z.number() }).exactOptional(),
      }),
    }),
  ),
});

export function createLessonStore(database: Database): LessonStore {
  return {
    async current() {
      const row = await database.query
        .selectFrom('models')
        .select(['version', 'createdAtMs', 'payload'])
        .where('kind', '=', KIND)
        .where('active', '=', 1)
        .executeTakeFirst();
      if (row === undefined) return NOTHING;
      return { version: row.version, createdAtMs: Number(row.createdAtMs), ...decode(row.payload) };
    },

    async replace(taught, createdAtMs) {
      return await database.transaction(async (query) => {
        const newest = await query
          .selectFrom('models')
          .select('version')
          .where('kind', '=', KIND)
          .orderBy('version', 'desc')
          .executeTakeFirst();
        const version = (newest?.version ?? 0) + 1;
        await query.updateTable('models').set({ active: 0 }).where('kind', '=', KIND).execute();
        await query
          .insertInto('models')
          .values({
            kind: KIND,
            version,
            createdAtMs,
            active: 1,
            quality: JSON.stringify({ corrections: taught.corrections, lessons: taught.lessons.length }),
            payload: new TextEncoder().encode(JSON.stringify(taught)),
          })
          .execute();
        await query
          .deleteFrom('models')
          .where('kind', '=', KIND)
          .where('version', '<=', version - KEPT_VERSIONS)
          .execute();
        return { version, createdAtMs, ...taught };
      });
    },
  };
}

function decode(payload: Uint8Array): Taught {
  try {
    return taughtSchema.parse(JSON.parse(new TextDecoder().decode(payload)));
  } catch (cause) {
    throw new AssistantError(
      'DATA_CORRUPT',
      'What agents taught cannot be read; learn it again: floorwalker train',
      { cause },
    );
  }
}
