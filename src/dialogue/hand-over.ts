import type { Act, HandoffReason } from '../domain/act.ts';
import { type Draft, withAct } from './draft.ts';

/** Messages in a row of which nothing could be made, before a person is asked. */
const MOST_MISUNDERSTOOD = 2;
/** Below it, "nothing a shop can do" may well be something that was not understood. */
const SURE = 0.5;

/** Asks a person to take over; the conversation goes on meanwhile. */
export const handOver = (draft: Draft, reason: HandoffReason): Draft =>
  withAct({ ...draft, state: { ...draft.state, handedOff: true } }, { type: 'handoff', reason });

/**
 * Counts messages in a row of which nothing could be made, and hands over at the second. What surely has nothing to do with a
 * shop was understood: it is declined, and counts as nothing.
 */
export function countMisunderstood(draft: Draft): Draft {
  const { misunderstood = 0, ...state } = draft.state;
  const lapse = draft.acts.filter((act): act is Act => act !== 'list' && act.type === 'order-lapse');
  const isDeclined = draft.acts.every(
    (act) => act !== 'list' && (act.type === 'decline' || act.type === 'order-lapse'),
  );
  if (!isDeclined) return { ...draft, state };
  if ((draft.context.confidence ?? 1) >= SURE) return { ...draft, acts: [...lapse, DECLINE], state };
  if (misunderstood + 1 >= MOST_MISUNDERSTOOD)
    return handOver({ ...draft, acts: lapse, state }, 'misunderstood');
  return { ...draft, acts: [...lapse, DECLINE], state: { ...state, misunderstood: misunderstood + 1 } };
}

const DECLINE: Act = { type: 'decline' };
