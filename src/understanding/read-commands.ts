import type { Command, CommandOf, CommandType } from '../domain/command.ts';
import { sameConstraint } from '../domain/need.ts';
import { SERVICE_CUES, type ServiceCue } from './grammar/service.ts';
import { isQuestion } from './is-question.ts';
import type { Message } from './message.ts';
import { has, isEmpty, namesThing } from './message-content.ts';
import { readAnswer } from './read-answer.ts';
import { readBareSize } from './read-bare-size.ts';
import { readChange, readFind, readMore, toFind } from './read-change.ts';
import { readForm } from './read-form.ts';
import { commandOf } from './read-likely.ts';
import { readHistory, readWithoutReasons } from './read-personal.ts';
import { readPlan } from './read-plan.ts';
import { readComparison, readGoesWith, readProductQuestion, readSimilar, readWhy } from './read-product.ts';
import { readRejection, readUndo } from './read-rejection.ts';
import { readService } from './read-service.ts';
import { readShopQuestion } from './read-shop-question.ts';
import { readLanguage, readOffTopic, readSmallTalk } from './read-talk.ts';
import { isFiller, type Span } from './span.ts';
import { type HeadKind, splitMessage } from './split-message.ts';
import type { CommandChooser } from './statistical/choose-command.ts';

/** What a reader of one kind of message makes of it; undefined when the message is of another kind. */
type Reader = (message: Message) => readonly Command[] | undefined;

/** Tried in this order; the first that answers decides. Greetings and thanks go before what it says. */
const READERS: readonly Reader[] = [
  asList(readService),
  readOffTopic,
  readLanguage,
  readPersonal,
  readWithoutReasons,
  readUndo,
  readReset,
  readComparison,
  readWhy,
  readPlan,
  readGoesWith,
  readRejection,
  readSimilar,
  readShopQuestion,
  readProductQuestion,
  readMore,
  readChange,
  readFind,
];

/**
 * The commands of a message, in order; never empty.
 *
 * @param choose Asked where phrases decide nothing.
 */
export function readCommands(message: Message, choose: CommandChooser): readonly Command[] {
  const answer = readForm(message) ?? readAnswer(message) ?? readBareSize(message);
  if (answer !== undefined) return answer;
  const social = readSmallTalk(message) ?? [];
  const read = readParts(message);
  const isSocial = read.length === 0 && social.length > 0;
  const said = isSocial ? read : (readLikely(message, read, choose) ?? read);
  if (said.length > 0) return [...social.filter(({ type }) => type !== 'goodbye'), ...said];
  return social.length > 0 ? social : [{ type: 'out-of-scope' }];
}

/**
 * Below these a message stays what its words alone make of it; where they make nothing of it, less is enough. Of English utterances
 * left out of training 84 % of those above .5 got their command, 87 % of those above .6.
 */
const LEAST_PROBABILITY = 0.6;
const LEAST_WITHOUT_WORDS = 0.45;
const LEAST_MARGIN = 0.2;

/** What the message most likely is, where phrases found nothing, or only words to search for. */
function readLikely(
  message: Message,
  read: readonly Command[],
  choose: CommandChooser,
): readonly Command[] | undefined {
  if (read.length > 1 || !read.every(isWeak)) return undefined;
  const chosen = choose(message);
  const isNothing = read.every(({ type }) => type === 'out-of-scope');
  const least = isNothing ? LEAST_WITHOUT_WORDS : LEAST_PROBABILITY;
  if (chosen === undefined || chosen.probability < least || chosen.margin < LEAST_MARGIN) return undefined;
  if (chosen.type === 'out-of-scope' && read.some(refuses)) return undefined;
  const command = commandOf(chosen, message);
  return command === undefined || (read.some(pointsAtProduct) && !takesProduct(command))
    ? undefined
    : [command];
}

/** What is refused of the things that are talked of ("not so formal") is about them, also where the shop has no word for it. */
const refuses = (command: Command): boolean =>
  command.type === 'refine' && command.constraints.some(({ operator }) => operator === 'ne');

/** A product pointed at by more than "it" is not pointed at for nothing. */
const pointsAtProduct = (command: Command): boolean =>
  command.type === 'ask-product' && command.reference.kind !== 'focus';

const takesProduct = (command: Command): boolean => 'reference' in command || 'references' in command;

/** Words to search for, talk of an order, a question about a product that names nothing of it: what phrases leave open. */
function isWeak(command: Command): boolean {
  switch (command.type) {
    case 'out-of-scope':
      return true;
    case 'handoff':
      return command.reason === 'order';
    case 'ask-product':
      return command.attribute === undefined && command.question !== '';
    case 'find':
      return isOnlyWords(command);
    case 'refine': {
      const { drop, pull, shifts, sort } = command;
      return isOnlyWords(command) && drop.length === 0 && (pull ?? shifts ?? sort) === undefined;
    }
    default:
      return false;
  }
}

const isOnlyWords = ({ constraints, recipient }: CommandOf<'find' | 'refine'>): boolean =>
  recipient === undefined && !namesThing({ constraints }) && !constraints.some(({ known }) => known);

function readParts(message: Message): readonly Command[] {
  const parts = splitMessage(message, headOf).map(({ kind, part }) => ({
    kind,
    commands: readPart(part),
    part,
  }));
  const about = new Set(
    parts.flatMap(({ kind, commands }) => (kind === 'service' ? commands : [])).map(({ type }) => type),
  );
  const kept = parts.filter(
    ({ kind, part }) => kind === 'service' || about.size === 0 || isWorthDoing(part, about),
  );
  const commands = kept.flatMap(({ commands: each }) => each);
  const serious = commands.filter(({ type }) => type !== 'out-of-scope');
  return keepWish(message, withoutRepeats(serious.length === 0 ? commands : serious));
}

/** What describes a thing as often as it is asked for: "with free shipping and cash on delivery". */
const ASIDE: ReadonlySet<CommandType> = new Set(['ask-policy', 'availability', 'price', 'size-fit']);

/**
 * No phrase of service takes a limit from a wish for a thing, also one that the shop has no word for: where the parts have lost one, the
 * whole message is the wish, and what is said of service beside it counts when it is asked.
 */
function keepWish(message: Message, commands: readonly Command[]): readonly Command[] {
  const isNamed = namesThing(message.wish) || (message.wish.query !== '' && !isQuestion(message));
  const isWish = isNamed && (has(message, 'find') || has(message, 'gift') || beginsAsWish(message));
  const asides = commands.filter(({ type }) => ASIDE.has(type));
  if (!isWish || asides.length === 0) return commands;
  const kept = commands.flatMap((command) => ('constraints' in command ? command.constraints : []));
  const isWhole = message.wish.constraints.every((limit) => kept.some((each) => sameConstraint(each, limit)));
  if (isWhole) return commands;
  const whole = readChange(message) ?? readFind(message) ?? [];
  return isQuestion(message) ? [...whole, ...asides] : whole;
}

/** "Black backpack with free shipping under 60": a thing and more of it, before anything of service. */
function beginsAsWish(message: Message): boolean {
  const { wish, spans } = message;
  const first = spans.find((span) => !isFiller(span));
  const tellsMore = wish.constraints.some(({ attribute }) => attribute !== 'type');
  return namesThing(wish) && tellsMore && first?.meaning.kind !== 'cue' && !isQuestion(message);
}

function readPart(part: Message): readonly Command[] {
  for (const read of READERS) {
    const commands = read(part);
    if (commands !== undefined) return commands;
  }
  return [];
}

const NO_HEADS: ReadonlySet<ServiceCue> = new Set([
  'affirm',
  'deny',
  'every',
  'no-preference',
  'deadline',
  'reason',
  'plan-set',
  'plan-total',
]);
const SERVICE_HEADS: ReadonlySet<string> = new Set([
  ...SERVICE_CUES.filter((cue) => !NO_HEADS.has(cue)),
  'handoff',
  'order',
]);
const SHOPPING_HEADS: ReadonlySet<string> = new Set([
  'find',
  'gift',
  'plan-set',
  'goes-with',
  'compare',
  'similar',
  'more',
  'cheaper',
  'dearer',
  'count',
  'values',
]);

function headOf({ meaning }: Span): HeadKind | undefined {
  if (meaning.kind !== 'cue') return undefined;
  if (SERVICE_HEADS.has(meaning.cue)) return 'service';
  return SHOPPING_HEADS.has(meaning.cue) ? 'shopping' : undefined;
}

/** What concerns an order: what else is said beside it tells of the thing that was bought, unless it names a new one. */
const ABOUT_ORDERS: ReadonlySet<CommandType> = new Set([
  'order-status',
  'cancel-order',
  'return',
  'exchange',
  'change-address',
  'complaint',
  'handoff',
  'unsafe',
]);

function isWorthDoing(part: Message, about: ReadonlySet<CommandType>): boolean {
  const isNamed = namesThing(part.wish) && (has(part, 'find') || has(part, 'gift'));
  return isNamed || ([...about].every((type) => !ABOUT_ORDERS.has(type)) && !isEmptyPart(part));
}

const isEmptyPart = (part: Message): boolean =>
  isEmpty(part.wish) && !part.spans.some((span) => headOf(span) === 'shopping' && !isFind(span));

const isFind = ({ meaning }: Span): boolean => meaning.kind === 'cue' && meaning.cue === 'find';

/** Twice the same of one kind is one wish: "I moved. Please change the address of order 123." */
function withoutRepeats(commands: readonly Command[]): readonly Command[] {
  const merged = commands.map((command) => {
    const same = commands.filter(({ type }) => type === command.type && ABOUT_ORDERS.has(type));
    return same.reduceRight((whole, part) => Object.assign(whole, part), { ...command });
  });
  const isAboutOrders = merged.some(({ type }) => type !== 'handoff' && ABOUT_ORDERS.has(type));
  const told = merged.filter((command) => !(isAboutOrders && isTalkOfOrders(command)));
  return told.filter(
    (command, at) =>
      !(ABOUT_ORDERS.has(command.type) && told.findIndex(({ type }) => type === command.type) < at),
  );
}

/** "I ordered it by mistake", beside what is wanted of the order. */
const isTalkOfOrders = (command: Command): boolean =>
  command.type === 'handoff' && command.reason === 'order';

/** "Stop using my history and show me boots" is two wishes. */
function readPersonal(message: Message): Command[] | undefined {
  const commands = readHistory(message);
  return commands === undefined || !namesThing(message.wish) ? commands : [...commands, toFind(message)];
}

function readReset(message: Message): Command[] | undefined {
  if (!has(message, 'reset')) return undefined;
  return [{ type: 'reset' }, ...(namesThing(message.wish) ? [toFind(message)] : [])];
}

function asList(read: (message: Message) => Command | undefined): Reader {
  return (message) => {
    const command = read(message);
    return command === undefined ? undefined : [command];
  };
}
