import type { Command } from '../domain/command.ts';
import { isQuestion } from './is-question.ts';
import type { Message } from './message.ts';
import {
  droppedBy,
  has,
  isEmpty,
  isNewThing,
  namesThing,
  presentNeed,
  pullOf,
  shiftsOf,
  wantsNothing,
} from './message-content.ts';
import type { Wish } from './wish.ts';

/** Of a message that asks for nothing we recognise, this share of its words must be words of the catalogue. */
const ENOUGH_UNDERSTOOD = 0.5;

export function readMore(message: Message): Command[] | undefined {
  const changes =
    pullOf(message).pull !== undefined ||
    shiftsOf(message).shifts !== undefined ||
    droppedBy(message).length > 0;
  return has(message, 'more') && !changes && isEmpty(message.wish) ? [{ type: 'more' }] : undefined;
}

/** Changes of the present need: dropped wishes, cheaper or dearer, more limits. */
export function readChange(message: Message): Command[] | undefined {
  const { wish } = message;
  const drop = droppedBy(message);
  const pull = pullOf(message);
  const shift = shiftsOf(message);
  const changes = drop.length > 0 || pull.pull !== undefined || shift.shifts !== undefined;
  if (!changes && (isEmpty(wish) || isNewWish(message) || isForeignToShop(wish))) return undefined;
  if (namesThing(wish) && startsAnew(message)) return undefined;
  return [{ type: 'refine', ...wishFields(wish), drop, ...pull, ...shift }];
}

function isNewWish(message: Message): boolean {
  const { wish } = message;
  const need = presentNeed(message);
  if (wantsNothing(need)) return true;
  if (namesThing(wish)) return startsAnew(message);
  const finds = has(message, 'find');
  const isCorrected = wish.notFor !== undefined && wish.notFor === need.recipient;
  const isOther = wish.recipient !== undefined && wish.recipient !== need.recipient && !isCorrected;
  const onlyWords = wish.constraints.length === 0 && wish.query !== '' && !wish.describesOnly;
  // "It's a present for my sister" tells whom the thing that is wanted already is for.
  return (
    (isOther && (finds || need.recipient !== undefined)) || (onlyWords && (finds || has(message, 'gift')))
  );
}

/**
 * A message about another kind of thing than before is a wish of its own, unless it only puts that kind in the place of what was
 * wanted: it says so ("a necklace instead"), it names the kind and asks for nothing ("shoes"), or no kind was named before.
 */
function startsAnew(message: Message): boolean {
  const { wish } = message;
  const need = presentNeed(message);
  if (!isNewThing(wish, need) || has(message, 'instead')) return wantsNothing(need);
  const asks = has(message, 'find') || has(message, 'gift') || wish.recipient !== undefined;
  const tellsMore = wish.query !== '' || wish.constraints.some(({ attribute }) => attribute !== 'type');
  return asks || (tellsMore && namesThing(need));
}

/** Words that nothing in the shop is called or described by change no wish. */
const isForeignToShop = ({ query, constraints, recipient, occasion, isForeign }: Wish): boolean =>
  query !== '' && isForeign && constraints.length === 0 && recipient === undefined && occasion === undefined;

/** A new wish, when anything in the message has to do with shopping. */
export function readFind(message: Message): Command[] | undefined {
  const { wish } = message;
  const shops = has(message, 'find') || has(message, 'only') || has(message, 'gift');
  return shops || (!isEmpty(wish) && concernsShop(message)) ? [toFind(message)] : undefined;
}

/**
 * Whether a message that does not say that it wants something has to do with the shop. A question ("what trees change
 * color?") must be mostly about what the shop has; a statement may just name a person, or something with a limit.
 */
function concernsShop(message: Message): boolean {
  const { wish } = message;
  const isUnderstood = wish.understood >= ENOUGH_UNDERSTOOD;
  if (isQuestion(message)) return isUnderstood && wish.constraints.some(({ known }) => known);
  const { constraints, recipient, occasion } = wish;
  return isUnderstood || constraints.length > 0 || recipient !== undefined || occasion !== undefined;
}

/** A new wish; what is for somebody else and names no thing is a gift. */
export function toFind(message: Message): Command {
  const { wish } = message;
  const isGift = has(message, 'gift') || (wish.recipient !== undefined && !namesThing(wish));
  return { type: isGift ? 'gift' : 'find', ...wishFields(wish) };
}

export const wishFields = ({ query, constraints, recipient, occasion }: Wish) => ({
  query,
  constraints: [...constraints],
  ...(recipient === undefined ? {} : { recipient }),
  ...(occasion === undefined ? {} : { occasion }),
});
