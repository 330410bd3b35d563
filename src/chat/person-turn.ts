import type { DialogueState } from '../domain/dialogue-state.ts';
import type { Market } from '../domain/market.ts';
import { NO_USAGE, type Turn } from '../domain/turn.ts';
import { toNeedView } from './need-view.ts';

const NO_TIME = { understandMs: 0, retrieveMs: 0, rankMs: 0, replyMs: 0, totalMs: 0 };

/** The turn of a message that a person answers: nothing is understood, nothing said; what is wanted stays as it is. */
export function personTurn(
  messageId: string,
  { state, market }: { readonly state: DialogueState; readonly market: Market },
): { readonly turn: Turn; readonly state: DialogueState } {
  return {
    turn: {
      messageId,
      language: state.language,
      text: '',
      products: [],
      chips: [],
      commands: [],
      need: toNeedView(state.need, market),
      claims: [],
      understoodBy: 'embedded',
      repliedBy: 'person',
      timing: NO_TIME,
      usage: NO_USAGE,
    },
    state: { ...state, turn: state.turn + 1 },
  };
}
