import type { Command } from '../domain/command.ts';
import { askPolicyCommand } from '../domain/commands/ask-policy.ts';
import { availabilityCommand } from '../domain/commands/availability.ts';
import { basketCommand } from '../domain/commands/basket.ts';
import { complaintCommand } from '../domain/commands/complaint.ts';
import { preferenceCommand } from '../domain/commands/preference.ts';
import { priceCommand } from '../domain/commands/price.ts';
import { smallTalkCommand } from '../domain/commands/small-talk.ts';
import { unsafeCommand } from '../domain/commands/unsafe.ts';
import { asksPermission } from './asks-permission.ts';
import type { Message } from './message.ts';
import { hasProductInView, namesThing, referencesOf, wantsNothing } from './message-content.ts';
import { orderNumber } from './order-number.ts';
import { toFind, wishFields } from './read-change.ts';
import { measuresSaid, questionOf, reasonOf, subjectOf } from './read-service.ts';
import type { ChosenCommand } from './statistical/choose-command.ts';

/**
 * The command that was chosen by what is said, with the slots that the message fills; undefined when it makes no sense here
 * (nothing on the screen to compare), or when only the shopper's exact words may decide it: consent, personal data, a person.
 */
export function commandOf(chosen: ChosenCommand, message: Message): Command | undefined {
  const number = orderNumber(message);
  const order = number === undefined ? {} : { orderNumber: number };
  const question = questionOf(message);
  const [reference = { kind: 'focus' as const }] = referencesOf(message);
  const { wish } = message;
  const isInView = hasProductInView(message);
  switch (chosen.type) {
    case 'gift':
      return { ...toFind(message), type: 'gift' } as Command;
    case 'plan-set':
      return { type: 'plan-set', ...wishFields(wish), parts: [] };
    case 'reorder':
      return { type: 'reorder', query: wish.query };
    case 'size-fit':
      // A code alone ("650b") looks like a size, and asks nothing.
      if (message.spans.length === 0) return undefined;
      return { type: 'size-fit', reference, mine: measuresSaid(message), question };
    case 'availability': {
      const aspect = slotOf(chosen, availabilityCommand.shape.aspect.options, 'stock');
      return { type: 'availability', aspect, ...subjectOf(message), question };
    }
    case 'price':
      return {
        type: 'price',
        aspect: slotOf(chosen, priceCommand.shape.aspect.options, 'price'),
        ...subjectOf(message),
        question,
      };
    case 'ask-policy':
      return {
        type: 'ask-policy',
        topic: slotOf(chosen, askPolicyCommand.shape.topic.options, 'other'),
        question,
      };
    case 'cancel-order':
    case 'order-status':
    case 'change-address':
      return { type: chosen.type, ...order };
    case 'return':
      if (asksPermission(message)) return { type: 'ask-policy', topic: 'returns', question };
      return { type: 'return', ...order, ...reasonOf(message) };
    case 'exchange':
      if (asksPermission(message)) return { type: 'ask-policy', topic: 'returns', question };
      return {
        type: 'exchange',
        ...order,
        constraints: wish.constraints.filter(({ attribute }) => attribute !== 'type'),
      };
    case 'complaint':
      return { type: 'complaint', about: slotOf(chosen, complaintCommand.shape.about.options, 'other') };
    case 'small-talk':
      return { type: 'small-talk', about: slotOf(chosen, smallTalkCommand.shape.about.options, 'other') };
    case 'unsafe':
      return chosen.slot === undefined
        ? undefined
        : { type: 'unsafe', kind: slotOf(chosen, unsafeCommand.shape.kind.options, 'manipulation') };
    case 'preference':
      return slotOf(chosen, preferenceCommand.shape.action.options, 'set') === 'tell'
        ? { type: 'preference', action: 'tell', constraints: [], attributes: [] }
        : undefined;
    case 'basket': {
      const action = slotOf(chosen, basketCommand.shape.action.options, 'show');
      const isWhole = action === 'show' || action === 'clear';
      if (!isWhole && !isInView) return undefined;
      return { type: 'basket', action, references: isWhole ? [] : [reference], constraints: [] };
    }
    case 'compare': {
      const references = referencesOf(message).slice(0, 4);
      return references.length < 2 ? undefined : { type: 'compare', references };
    }
    case 'reject':
      return isInView
        ? { type: 'reject', references: referencesOf(message).slice(0, 4), ...reasonOf(message) }
        : undefined;
    case 'why':
      return isInView ? { type: 'why', reference } : undefined;
    case 'goes-with':
      return isInView && !namesThing(wish) ? { type: 'goes-with', reference, constraints: [] } : undefined;
    case 'more':
      return wantsNothing(message.context.state.need) ? undefined : { type: 'more' };
    case 'ask-product':
      return isInView ? { type: 'ask-product', reference, question } : undefined;
    case 'undo':
    case 'reset':
    case 'checkout':
    case 'affirm':
    case 'deny':
    case 'no-preference':
    case 'greet':
    case 'thank':
    case 'goodbye':
    case 'out-of-scope':
      return { type: chosen.type };
    default:
      return undefined;
  }
}

/** The slot that was learned with the command, when it is one. */
function slotOf<Slot extends string>({ slot }: ChosenCommand, slots: readonly Slot[], otherwise: Slot): Slot {
  return slots.find((each) => each === slot) ?? otherwise;
}
