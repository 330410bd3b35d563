import type { Command } from '../domain/command.ts';
import type { Degradation } from '../domain/turn.ts';
import { isAssistantError } from '../errors/assistant-error.ts';
import type { ParseContext, Parser, Understanding } from '../understanding/parser.ts';

export interface Understood {
  /** At once, without a model. */
  readonly first: Understanding;
  /** The model's, or the first one with what went wrong. Never rejects. */
  readonly final: Promise<{
    readonly understanding: Understanding;
    readonly degraded: readonly Degradation[];
  }>;
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
  // What is to become of what is known of a shopper is their own word, not a model's reading of it.
  const isSettled = first.commands.some(({ type }) => type === 'history');
  const model = (isSettled ? undefined : parsers.model)?.parse(text, context, signal).then(
    (understanding) => ({ understanding, degraded: [] }),
    (error: unknown) => ({ understanding: undefined, degraded: [toDegradation('chat-model', error)] }),
  );
  return {
    first,
    final:
      model === undefined
        ? Promise.resolve({ understanding: first, degraded: [] })
        : model.then((heard) => ({ ...heard, understanding: heard.understanding ?? first })),
  };
}

/** The reason an answer is given without a component: an error code of ours, "circuit-open" while calls are not tried. */
export function toDegradation(component: Degradation['component'], error: unknown): Degradation {
  if (!isAssistantError(error)) return { component, reason: 'INTERNAL' };
  return { component, reason: error.details.circuit === 'open' ? 'circuit-open' : error.code };
}

/** Whether two understandings ask for the same: the words they were read from and the certainty do not count. */
export function asksTheSame(left: readonly Command[], right: readonly Command[]): boolean {
  return JSON.stringify(left.map(essence)) === JSON.stringify(right.map(essence));
}

function essence(command: Command): unknown {
  if (!('constraints' in command)) return command;
  const constraints = command.constraints
    .map(({ attribute, operator, value, strength, known }) =>
      [attribute, operator, value, strength, known].join(' '),
    )
    .sort();
  return { ...command, constraints };
}
