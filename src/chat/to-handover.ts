import { toHandoverCard } from '../dialogue/handover-card.ts';
import type { Handover } from '../domain/handover.ts';
import type { Outcome } from './carry-out.ts';

/** What a person is given with a turn that asks for one; undefined when it asks for none. */
export function toHandover({ steps, state }: Outcome, lastWords: string): Handover | undefined {
  const reason = steps.find((step) => step.act === 'handoff')?.reason;
  return reason === undefined ? undefined : { reason, card: toHandoverCard(state, reason, lastWords) };
}
