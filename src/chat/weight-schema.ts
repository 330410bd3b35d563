import * as z from 'zod';
import { AssistantError } from '../errors/assistant-error.ts';
import { RANK_INTENTS, RANKING_SIGNALS, type WeightChanges } from '../ranking/weights.ts';

/** Above it one signal would silence all others in any case. */
const MOST_WEIGHT = 1_000;

const weight = z.number().min(0).max(MOST_WEIGHT);
const change = z.partialRecord(z.enum(['relevance', ...RANKING_SIGNALS]), weight);

/** What a merchant may write: only signals and intents there are, only weights that are numbers from 0 on. */
export const weightChangesSchema = z.partialRecord(z.enum(['every', ...RANK_INTENTS]), change).meta({
  id: 'WeightChanges',
  description:
    'Weights by intent ("every" is all of them) and signal; what is not named stays as shipped. "relevance" is all signals of relevance together',
});

/**
 * Reads a file of weights.
 *
 * @throws {AssistantError} INVALID_ARGUMENT, naming the place, for anything but weights of signals that exist.
 */
export function readWeightChanges(text: string): WeightChanges {
  const parsed = weightChangesSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new AssistantError('INVALID_ARGUMENT', `These are no weights (${problems.slice(0, 3).join('; ')})`, {
    details: { problems: problems.slice(0, 20) },
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (cause) {
    throw new AssistantError('INVALID_ARGUMENT', 'The weights are no JSON', { cause });
  }
}
