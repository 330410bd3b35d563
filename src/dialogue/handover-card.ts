import type { HandoffReason } from '../domain/act.ts';
import type { DialogueState } from '../domain/dialogue-state.ts';
import type { HandoverCard } from '../domain/handover.ts';
import { hardConstraints, softConstraints } from '../domain/need.ts';

/** The card that goes with a conversation to a person: all of it from the state, nothing guessed. */
export function toHandoverCard(state: DialogueState, reason: HandoffReason, lastWords: string): HandoverCard {
  const { need, question, language } = state;
  const { recipient, occasion, similarTo } = need;
  return {
    reason,
    language,
    need: {
      query: need.query,
      ...(recipient === undefined ? {} : { recipient }),
      ...(occasion === undefined ? {} : { occasion }),
      ...(similarTo === undefined ? {} : { similarTo }),
    },
    hard: hardConstraints(need),
    soft: softConstraints(need),
    preferences: state.preferences ?? [],
    shown: state.shown.map(({ productId, title }) => ({ productId, title })),
    rejected: state.rejected ?? [],
    ...(question === undefined
      ? {}
      : {
          openQuestion: {
            attribute: question.attribute,
            options: question.options.map(({ label }) => label),
          },
        }),
    lastWords,
  };
}
