import type { Command, ProductReference } from '../domain/command.ts';
import type { Constraint } from '../domain/need.ts';
import { isQuestion } from './is-question.ts';
import type { Message } from './message.ts';
import {
  has,
  hasProductInView,
  isEmpty,
  isNewThing,
  namesThing,
  presentNeed,
  referencesOf,
  wantsNothing,
} from './message-content.ts';
import { readHistory, readWithoutReasons } from './read-personal.ts';
import { readShopQuestion } from './read-shop-question.ts';
import { readLanguage, readOffTopic, readService, readSmallTalk } from './read-talk.ts';
import { readValue } from './read-value.ts';
import type { Wish } from './wish.ts';

const LONGEST_QUESTION = 400;
/** Of a message that asks for nothing we recognise, this share of its words must be words of the catalogue. */
const ENOUGH_UNDERSTOOD = 0.5;

/** What a reader of one kind of message makes of it; undefined when the message is of another kind. */
type Reader = (message: Message) => readonly Command[] | undefined;

/** Tried in this order; the first that answers decides. Greetings and thanks go before what it says. */
const READERS: readonly Reader[] = [
  readService,
  readOffTopic,
  readLanguage,
  readPersonal,
  readWithoutReasons,
  readReset,
  readComparison,
  readWhy,
  readGoesWith,
  readSimilar,
  readShopQuestion,
  readProductQuestion,
  readMore,
  readChange,
  readFind,
  readSmallTalk,
];

/** The commands of a message, in order; never empty. */
export function readCommands(message: Message): readonly Command[] {
  const social = readSmallTalk(message) ?? [];
  for (const read of READERS) {
    const commands = read(message);
    if (commands === undefined) continue;
    return read === readSmallTalk
      ? commands
      : [...social.filter(({ type }) => type !== 'goodbye'), ...commands];
  }
  return [{ type: 'out-of-scope' }];
}

/** "Stop using my history and show me boots" is two wishes. */
function readPersonal(message: Message): Command[] | undefined {
  const commands = readHistory(message);
  return commands === undefined || !namesThing(message.wish) ? commands : [...commands, toFind(message.wish)];
}

function readReset(message: Message): Command[] | undefined {
  if (!has(message, 'reset')) return undefined;
  return [{ type: 'reset' }, ...(namesThing(message.wish) ? [toFind(message.wish)] : [])];
}

function readComparison(message: Message): Command[] | undefined {
  if (!has(message, 'compare')) return undefined;
  const references = referencesOf(message);
  const all = references.length >= 2 ? references : pairWith(references[0], message);
  return all.length < 2 ? undefined : [{ type: 'compare', references: all.slice(0, 4) }];
}

/** "compare them", "what is the difference": what is on the screen, or one product with the one talked about. */
function pairWith(one: ProductReference | undefined, { context }: Message): ProductReference[] {
  const { shown, focus } = context.state;
  if (one !== undefined && one.kind !== 'focus') return focus === undefined ? [] : [{ kind: 'focus' }, one];
  return shown.slice(0, 2).length < 2
    ? []
    : shown.slice(0, Math.min(shown.length, 2)).map((_, index) => ({ kind: 'ordinal', position: index + 1 }));
}

function readWhy(message: Message): Command[] | undefined {
  const reference = referencesOf(message)[0];
  if (!has(message, 'why') || pointsNowhere(message)) return undefined;
  return [{ type: 'why', reference: reference ?? { kind: 'focus' } }];
}

/** "Something to go with it under 100": what stands before a product in view; in "a bag to go with jeans" it is part of the wish. */
function readGoesWith(message: Message): Command[] | undefined {
  const [reference] = referencesOf(message);
  if (!has(message, 'goes-with') || !hasProductInView(message) || namesThing(message.wish)) return undefined;
  const constraints = message.wish.constraints.filter(({ attribute }) => attribute === 'price');
  return [{ type: 'goes-with', reference: reference ?? { kind: 'focus' }, constraints }];
}

function readSimilar(message: Message): Command[] | undefined {
  const [reference, another] = referencesOf(message);
  const { wish } = message;
  if (pointsNowhere(message)) return undefined;
  const isOne = reference !== undefined && another === undefined;
  const varies = isOne && changesSomething(message) && !isQuestion(message);
  const asks = has(message, 'ask') && isQuestion(message);
  if (asks || !(has(message, 'similar') || (varies && !has(message, 'choose')))) return undefined;
  if (reference === undefined && (namesThing(wish) || !hasProductInView(message))) return undefined;
  return [
    {
      type: 'similar',
      reference: reference ?? { kind: 'focus' },
      constraints: [...wish.constraints],
      ...pullOf(message),
    },
  ];
}

/** "the second in blue", "that one but cheaper". */
const changesSomething = (message: Message): boolean =>
  message.wish.constraints.some(isValue) || pullOf(message).pull !== undefined;

/** Words like "the first" in a wish, with no product to point at, are part of the wish. */
const pointsNowhere = (message: Message): boolean => !hasProductInView(message) && !isEmpty(message.wish);

function readProductQuestion(message: Message): Command[] | undefined {
  const { wish, text } = message;
  const [reference] = referencesOf(message);
  if (pointsNowhere(message)) return undefined;
  const asked = message.questions[0];
  const asks = has(message, 'ask') || has(message, 'choose') || (asked !== undefined && isQuestion(message));
  const points = reference !== undefined && (asks || isQuestion(message) || isEmpty(wish));
  const implied = asks && hasProductInView(message) && !namesThing(wish) && isQuestion(message);
  if (!points && !implied && !doubtsQuality(message)) return undefined;
  const value = wish.constraints.find(isValue)?.attribute;
  const attribute =
    (asked === 'availability' ? value : undefined) ??
    asked ??
    value ??
    askedValue(message) ??
    comparedBy(reference);
  return [
    {
      type: 'ask-product',
      reference: reference ?? { kind: 'focus' },
      ...(attribute === undefined ? {} : { attribute }),
      question:
        asked === undefined && !has(message, 'ask') && !isQuestion(message)
          ? ''
          : text.trim().slice(0, LONGEST_QUESTION),
    },
  ];
}

/** "Waterproof?", while one product is talked about. */
function doubtsQuality({ wish, atoms, context }: Message): boolean {
  const describes = wish.query !== '' && wish.describesOnly && wish.constraints.length === 0;
  return describes && context.state.focus !== undefined && atoms.at(-1)?.normal === '?';
}

/** "Which is the cheapest?" asks for a price. */
const comparedBy = (reference: ProductReference | undefined): string | undefined =>
  reference?.kind === 'extreme' ? 'price' : undefined;

/** The attribute of a value within a question: "does it come in blue?" */
function askedValue({ spans, vocabulary }: Message): string | undefined {
  for (const { meaning } of spans) {
    if (meaning.kind !== 'cue' || meaning.cue !== 'ask') continue;
    const found = meaning.fillings
      .map((filling) => readValue(filling, vocabulary))
      .find((value) => value !== undefined);
    if (found !== undefined) return found.attribute;
  }
  return undefined;
}

const isValue = ({ attribute }: Constraint): boolean => attribute !== 'type' && attribute !== 'price';

function readMore(message: Message): Command[] | undefined {
  const changes = pullOf(message).pull !== undefined || droppedBy(message).length > 0;
  return has(message, 'more') && !changes && isEmpty(message.wish) ? [{ type: 'more' }] : undefined;
}

/** Changes of the present need: dropped wishes, cheaper or dearer, more limits. */
function readChange(message: Message): Command[] | undefined {
  const { wish } = message;
  const drop = droppedBy(message);
  const pull = pullOf(message);
  const changes = drop.length > 0 || pull.pull !== undefined;
  if (!changes && (isEmpty(wish) || isNewWish(message) || isForeignToShop(wish))) return undefined;
  if (namesThing(wish) && isNewThing(wish, presentNeed(message))) return undefined;
  return [{ type: 'refine', ...wishFields(wish), drop, ...pull }];
}

function isNewWish(message: Message): boolean {
  const { wish } = message;
  const need = presentNeed(message);
  if (wantsNothing(need)) return true;
  if (namesThing(wish)) return isNewThing(wish, need);
  const starts = has(message, 'find') || has(message, 'gift');
  const isOther = wish.recipient !== undefined && wish.recipient !== need.recipient;
  const onlyWords = wish.constraints.length === 0 && wish.query !== '' && !wish.describesOnly;
  return (isOther && (starts || need.recipient !== undefined)) || (onlyWords && starts);
}

/** Words that nothing in the shop is called or described by change no wish. */
const isForeignToShop = ({ query, constraints, recipient, occasion, isForeign }: Wish): boolean =>
  query !== '' && isForeign && constraints.length === 0 && recipient === undefined && occasion === undefined;

/** A new wish, when anything in the message has to do with shopping. */
function readFind(message: Message): Command[] | undefined {
  const { wish } = message;
  const shops = has(message, 'find') || has(message, 'only') || has(message, 'gift');
  return shops || (!isEmpty(wish) && concernsShop(message)) ? [toFind(wish)] : undefined;
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

const toFind = (wish: Wish): Command => ({ type: 'find', ...wishFields(wish) });

const wishFields = ({ query, constraints, recipient, occasion }: Wish) => ({
  query,
  constraints: [...constraints],
  ...(recipient === undefined ? {} : { recipient }),
  ...(occasion === undefined ? {} : { occasion }),
});

function pullOf(message: Message): { pull?: 'cheaper' | 'dearer' } {
  if (has(message, 'cheaper')) return { pull: 'cheaper' };
  return has(message, 'dearer') ? { pull: 'dearer' } : {};
}

function droppedBy({ spans }: Message): string[] {
  const dropped = spans.flatMap(({ meaning }) =>
    meaning.kind === 'cue' && meaning.cue === 'drop'
      ? meaning.fillings.flatMap((filling) => (filling.kind === 'attribute' ? [filling.attribute] : []))
      : [],
  );
  return [...new Set(dropped)];
}
