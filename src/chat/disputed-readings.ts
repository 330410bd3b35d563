import * as z from 'zod';
import type { Database } from '../ports/database.ts';
import { hidePrivateParts } from '../understanding/model-parser-privacy.ts';

/** A message that the two parsers read differently. */
export interface DisputedReading {
  readonly language: string;
  /** Without addresses, numbers of cards and phones, and keys. */
  readonly utterance: string;
  readonly followedBy: 'model' | 'embedded';
  /** Types of commands, in order. */
  readonly followed: readonly string[];
  readonly other: readonly string[];
}

export type ReadDisputed = (limit: number) => Promise<readonly DisputedReading[]>;

const types = z.array(z.looseObject({ type: z.string() })).transform((list) => list.map(({ type }) => type));
const disputedSchema = z.object({
  language: z.string(),
  understoodBy: z.enum(['model', 'embedded']),
  commands: types,
  otherReading: types,
});

/** The newest messages on which model and embedded parser did not agree, of the conversations that are kept: examples to learn from. */
export function createDisputedReadings({ query }: Pick<Database, 'query'>): ReadDisputed {
  return async (limit) => {
    const rows = await query
      .selectFrom('turns')
      .select(['utterance', 'turn'])
      .where('turn', 'like', '%"otherReading":%')
      .orderBy('createdAtMs', 'desc')
      .limit(limit)
      .execute();
    return rows.flatMap(({ utterance, turn }) => {
      const read = disputedSchema.safeParse(JSON.parse(turn));
      if (!read.success) return [];
      const { language, understoodBy, commands, otherReading } = read.data;
      return [
        {
          language,
          utterance: hidePrivateParts(utterance),
          followedBy: understoodBy,
          followed: commands,
          other: otherReading,
        },
      ];
    });
  };
}
