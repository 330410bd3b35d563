import type { ComposedReply, ReplyStep } from '../domain/reply-plan.ts';
import { composeBasket, composeCheckout } from './compose-basket.ts';
import { composeCompare } from './compose-compare.ts';
import { composeHandoff } from './compose-handoff.ts';
import { composeOrder } from './compose-order.ts';
import { composeGoesWith, composeHistory, composeWithoutReasons } from './compose-personal.ts';
import { composePolicy } from './compose-policy.ts';
import { composeAnswer, composeExplain } from './compose-product.ts';
import { composeSet } from './compose-set.ts';
import { composeShow } from './compose-show.ts';
import { composeTally } from './compose-tally.ts';
import type { Speaker } from './speaker.ts';

/** @param followed True when more is said after it: a greeting then asks nothing. */
export function composeStep(speaker: Speaker, step: ReplyStep, followed: boolean): readonly ComposedReply[] {
  switch (step.act) {
    case 'show':
      return composeShow(speaker, step);
    case 'tally':
      return composeTally(speaker, step);
    case 'compare':
      return composeCompare(speaker, step);
    case 'explain':
      return composeExplain(speaker, step.product);
    case 'answer':
      return composeAnswer(speaker, step);
    case 'policy':
      return composePolicy(speaker, step);
    case 'clarify':
      return [composeClarify(speaker, step.options)];
    case 'goes-with':
      return composeGoesWith(speaker, step);
    case 'plan-set':
      return composeSet(speaker, step);
    case 'without-reasons':
      return composeWithoutReasons(speaker, step);
    case 'history':
      return composeHistory(speaker, step);
    case 'basket':
      return composeBasket(speaker, step);
    case 'checkout':
      return composeCheckout(speaker, step);
    case 'commerce-unavailable':
      return [speaker.say('commerce-unavailable')];
    case 'handoff':
      return composeHandoff(speaker, step);
    case 'cannot':
      return [speaker.say(`cannot-${step.about}`)];
    case 'preferences':
      return composePreferences(speaker, step);
    case 'small-talk':
      return [speaker.say(`small-talk-${step.about}`)];
    case 'unsafe':
      return [speaker.say(step.kind === 'self-harm' ? 'unsafe-self-harm' : 'unsafe')];
    case 'order-status':
    case 'order-sign-in':
    case 'order-unknown':
    case 'order-ask':
    case 'order-proposal':
    case 'order-done':
    case 'order-unchanged':
    case 'order-uncertain':
    case 'order-refused':
    case 'order-withdrawn':
    case 'order-lapsed':
    case 'reorder':
    case 'personal-data':
      return composeOrder(speaker, step);
    case 'picture':
      return [speaker.say(`picture-${step.outcome}`, step.outcome === 'seen' ? { words: step.words } : {})];
    case 'unavailable':
      return [speaker.say('error-unavailable')];
    case 'greet':
      return [speaker.say(followed ? 'greet-first' : 'greet')];
    case 'thank':
    case 'goodbye':
    case 'reset':
    case 'decline':
    case 'acknowledge':
      return [speaker.say(step.act)];
  }
}

function composePreferences(
  speaker: Speaker,
  { outcome, wishes, unknown = [] }: Extract<ReplyStep, { act: 'preferences' }>,
): readonly ComposedReply[] {
  if (wishes.length + unknown.length === 0) return [speaker.say('preferences-none')];
  return [
    ...(wishes.length === 0
      ? []
      : [speaker.say(`preferences-${outcome}`, { wishes: speaker.joinAnd(wishes) })]),
    ...(unknown.length === 0 ? [] : [speaker.say('unknown-value', { words: speaker.joinAnd(unknown) })]),
  ];
}

/** More are not read out: they stand beside as chips. */
const MOST_NAMED = 4;

function composeClarify(
  speaker: Speaker,
  options: readonly { readonly position: number; readonly title: string }[],
): ComposedReply {
  if (options.length === 0) return speaker.say('clarify-nothing');
  if (options.length > MOST_NAMED) return speaker.say('clarify-many');
  const named = options.map((option) => speaker.words('option', option));
  return speaker.say(
    options.length === 1 ? 'clarify-single' : 'clarify',
    { options: speaker.joinOr(named) },
    options.map(({ position, title }) => ({ text: title, evidence: `list:${position}` })),
  );
}
