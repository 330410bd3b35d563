import type { Degradation } from '../domain/turn.ts';
import { isAssistantError } from '../errors/assistant-error.ts';
import type { ParseContext, Parser, Understanding } from '../understanding/parser.ts';
import {
  type Chosen,
  chooseUnderstanding,
  isSettledByRules,
  saysYesForShopper,
} from './choose-understanding.ts';

export interface Understood {
  /** At once, without a model. */
  readonly first: Understanding;
  /** Of both, or the first one with what went wrong with the model. Never rejects. */
  readonly final: Promise<
    Chosen & {
      /** What the model made of it by itself. */
      readonly heard?: Understanding;
      readonly degraded: readonly Degradation[];
    }
  >;
}

export interface Parsers {
  readonly embedded: Parser;
  readonly model?: Parser;
}

/** The embedded understanding starts the work at once, in about a millisecond; the model, when there is one, is heard meanwhile. */
export async function understandMessage(
  parsers: Parsers,
  text: string,
  context: ParseContext,
  signal: AbortSignal,
): Promise<Understood> {
  const first = await parsers.embedded.parse(text, context, signal);
  const model = isSettledByRules(first.commands, context.state) ? undefined : parsers.model;
  if (model === undefined) return { first, final: Promise.resolve({ understanding: first, degraded: [] }) };
  const final = model.parse(text, context, signal).then(
    (heard) => ({
      ...(saysYesForShopper(heard.commands, context.state)
        ? { understanding: { ...first, usage: heard.usage }, other: heard }
        : chooseUnderstanding(first, heard)),
      heard,
      degraded: [],
    }),
    (error: unknown) => ({ understanding: first, degraded: [toDegradation('chat-model', error)] }),
  );
  return { first, final };
}

/** The reason when nobody waited for the model any more. */
export const ABANDONED = 'abandoned';

/** The reason an answer is given without a component: an error code of ours, "circuit-open" while calls are not tried, "abandoned". */
export function toDegradation(component: Degradation['component'], error: unknown): Degradation {
  if (!isAssistantError(error)) return { component, reason: 'INTERNAL' };
  if (error.details.aborted === true) return { component, reason: ABANDONED };
  return { component, reason: error.details.circuit === 'open' ? 'circuit-open' : error.code };
}
