import type { HandoffReason } from '../domain/act.ts';
import type { ReplyStep } from '../domain/reply-plan.ts';
import type { TurnContext } from './turn-context.ts';

/** That a person is asked for; where nobody is there to take over, with when somebody will be. */
export function handoffStep(
  reason: HandoffReason,
  { backAt, nowMs }: Pick<TurnContext, 'backAt' | 'nowMs'>,
): Extract<ReplyStep, { act: 'handoff' }> {
  const back = backAt?.(nowMs);
  return { act: 'handoff', reason, ...(back === undefined ? {} : { backAt: back }) };
}
