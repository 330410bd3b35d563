import type { Command, ProductReference } from '../domain/command.ts';
import { askPolicyCommand } from '../domain/commands/ask-policy.ts';
import { availabilityCommand } from '../domain/commands/availability.ts';
import { complaintCommand } from '../domain/commands/complaint.ts';
import { personalDataCommand } from '../domain/commands/personal-data.ts';
import { priceCommand } from '../domain/commands/price.ts';
import { smallTalkCommand } from '../domain/commands/small-talk.ts';
import { unsafeCommand } from '../domain/commands/unsafe.ts';
import { asksPermission } from './asks-permission.ts';
import type { ServiceCue } from './grammar/service.ts';
import { isQuestion } from './is-question.ts';
import { wordsOf } from './make-message.ts';
import type { Message } from './message.ts';
import { cueSpans, has, hasProductInView, isEmpty, namesThing, referencesOf } from './message-content.ts';
import { orderNumber } from './order-number.ts';
import { readBasket } from './read-basket.ts';
import { readPreference } from './read-preference.ts';

const LONGEST_QUESTION = 400;
const LONGEST_DEADLINE = 60;

type Reader = (message: Message) => Command | undefined;

/**
 * What is wanted of the shop beside finding things, decided by phrases alone. Safety, personal data and orders go first: no
 * statistics and no model are asked about them.
 */
const READERS: readonly Reader[] = [
  (message) =>
    ofSlot(message, 'unsafe', unsafeCommand.shape.kind.options, (kind) => ({ type: 'unsafe', kind })),
  (message) =>
    ofSlot(message, 'data', personalDataCommand.shape.wish.options, (wish) => ({
      type: 'personal-data',
      wish,
    })),
  (message) => (has(message, 'handoff') ? { type: 'handoff', reason: 'requested' } : undefined),
  readOrder,
  readComplaint,
  (message) => (has(message, 'order-status') ? { type: 'order-status', ...numberOf(message) } : undefined),
  readPreference,
  (message) => (has(message, 'checkout') ? { type: 'checkout' } : undefined),
  readReorder,
  readSizeFit,
  readPrice,
  readAvailability,
  readPolicy,
  readBasket,
  (message) => (has(message, 'order') ? { type: 'handoff', reason: 'order' } : undefined),
  (message) =>
    ofSlot(message, 'talk', smallTalkCommand.shape.about.options, (about) => ({ type: 'small-talk', about })),
];

/** The command of a part of a message; undefined when it wants nothing of that kind. */
export function readService(message: Message): Command | undefined {
  for (const read of READERS) {
    const command = read(message);
    if (command !== undefined) return command;
  }
  return undefined;
}

/** The value of a slot whose phrase explains most of the message. */
function slotSaid<Prefix extends string, Slot extends string>(
  message: Message,
  prefix: Prefix,
  slots: readonly Slot[],
): Slot | undefined {
  const lengths = slots.map((slot) => {
    const spans = message.spans.filter(
      ({ meaning }) => meaning.kind === 'cue' && meaning.cue === `${prefix}-${slot}`,
    );
    return { slot, length: spans.reduce((length, { from, to }) => length + to - from, 0) };
  });
  return lengths.filter(({ length }) => length > 0).toSorted((left, right) => right.length - left.length)[0]
    ?.slot;
}

function ofSlot<Slot extends string>(
  message: Message,
  prefix: 'unsafe' | 'data' | 'talk',
  slots: readonly Slot[],
  make: (slot: Slot) => Command,
): Command | undefined {
  const slot = slotSaid(message, prefix, slots);
  return slot === undefined ? undefined : make(slot);
}

/** Who names a thing with so many limits tells a story on the way ("my old coat is torn") rather than complains. */
const MANY_LIMITS = 3;

const shops = (message: Message): boolean => has(message, 'find') && namesThing(message.wish);

function readComplaint(message: Message): Command | undefined {
  const about = slotSaid(message, 'complaint', complaintCommand.shape.about.options);
  const describes = shops(message) && message.wish.constraints.length >= MANY_LIMITS;
  if (describes) return undefined;
  if (about !== undefined) return { type: 'complaint', about };
  return has(message, 'complaint') ? { type: 'complaint', about: 'other' } : undefined;
}

function readOrder(message: Message): Command | undefined {
  const [first] = cueSpans(message, ORDER_CUES).filter(({ meaning }) => isWish(meaning.cue, message));
  if (first !== undefined && isAskedInGeneral(first, message))
    return { type: 'ask-policy', topic: 'returns', question: questionOf(message) };
  switch (first?.meaning.cue) {
    case 'cancel-order':
      return { type: 'cancel-order', ...numberOf(message) };
    case 'change-address':
      return { type: 'change-address', ...numberOf(message) };
    case 'change-account':
      return { type: 'change-address', what: 'account' };
    case 'change-payment':
      return { type: 'change-address', what: 'payment', ...numberOf(message) };
    case 'return':
      return { type: 'return', ...numberOf(message), ...reasonOf(message) };
    case 'exchange': {
      const constraints = message.wish.constraints.filter(
        ({ attribute }) => attribute !== 'type' && attribute !== 'price',
      );
      return { type: 'exchange', ...numberOf(message), constraints };
    }
    default:
      return undefined;
  }
}

const ORDER_CUES: readonly ServiceCue[] = [
  'cancel-order',
  'exchange',
  'return',
  'change-address',
  'change-account',
  'change-payment',
];

/** Words behind the phrase that name what is sent back: "can I return | this". */
const OBJECT = 2;

/** Whether something may be sent back at all is a question about the shop. */
const isAskedInGeneral = ({ meaning, to }: ReturnType<typeof cueSpans>[number], message: Message): boolean =>
  (meaning.cue === 'return' || meaning.cue === 'exchange') && asksPermission(message, to + OBJECT);

/** Whether another way to pay may be taken is a question about the shop, unless an order is named. */
const isWish = (cue: string, message: Message): boolean =>
  cue !== 'change-payment' || !isQuestion(message) || orderNumber(message) !== undefined;

function numberOf(message: Message): { orderNumber?: string } {
  const number = orderNumber(message);
  return number === undefined ? {} : { orderNumber: number };
}

/** From where the reason begins. */
export function reasonOf({ text, atoms, spans }: Message): { reason?: string } {
  const cue = spans.find(({ meaning }) => meaning.kind === 'cue' && meaning.cue === 'reason');
  const shift = spans.find(({ meaning }) => meaning.kind === 'shift');
  const from = Math.min(cue?.from ?? Number.POSITIVE_INFINITY, shift?.from ?? Number.POSITIVE_INFINITY);
  const begin = atoms[from];
  if (begin === undefined) return {};
  return { reason: text.slice(begin.start, atoms.at(-1)?.end).trim().slice(0, LONGEST_REASON) };
}

const LONGEST_REASON = 200;

/** Of what was bought, the words that name it. */
function readReorder(message: Message): Command | undefined {
  if (!has(message, 'reorder')) return undefined;
  const { query, constraints } = message.wish;
  const named = constraints.flatMap(({ words }) => (query.includes(words) ? [] : [words]));
  const words = [...new Set(named), query].filter((word) => word !== '');
  return { type: 'reorder', query: words.join(' ').slice(0, LONGEST_QUESTION) };
}

function readSizeFit(message: Message): Command | undefined {
  if (!has(message, 'size-fit')) return undefined;
  return {
    type: 'size-fit',
    reference: referencesOf(message)[0] ?? { kind: 'focus' },
    mine: measuresSaid(message),
    question: questionOf(message),
  };
}

/** Sizes and measures as written: "42", "180 cm". */
export function measuresSaid({ text, atoms, spans, wish }: Message): string[] {
  const sizes = wish.constraints.flatMap(({ attribute, value }) =>
    attribute === 'size' ? [String(value)] : [],
  );
  const amounts = spans.flatMap(({ from, to, meaning }) =>
    meaning.kind === 'amounts' ? [text.slice(atoms[from]?.start, atoms[to - 1]?.end)] : [],
  );
  return [...sizes, ...amounts].map((measure) => measure.slice(0, LONGEST_MEASURE)).slice(0, MOST_MEASURES);
}

const LONGEST_MEASURE = 60;
const MOST_MEASURES = 6;

export const questionOf = (message: Message): string => wordsOf(message).slice(0, LONGEST_QUESTION);

export interface Subject {
  readonly reference?: ProductReference;
}

/** The product that is asked about: one that is pointed at, once there is any. */
export function subjectOf(message: Message): Subject {
  const [reference] = hasProductInView(message) ? referencesOf(message) : [];
  return reference === undefined ? {} : { reference };
}

function readPrice(message: Message): Command | undefined {
  const said = slotSaid(message, 'price', priceCommand.shape.aspect.options);
  const aspect = said ?? (asksPrice(message) ? 'price' : undefined);
  if (aspect === undefined || (shops(message) && aspect === 'discount')) return undefined;
  const subject: Subject = aspect === 'price' ? { reference: { kind: 'focus' } } : {};
  return { type: 'price', aspect, ...subject, ...subjectOf(message), question: questionOf(message) };
}

/** What one product costs; what things of a kind cost is a question about the shop, what delivery costs one about delivery. */
const asksPrice = (message: Message): boolean =>
  message.questions[0]?.meaning.attribute === 'price' &&
  slotSaid(message, 'availability', availabilityCommand.shape.aspect.options) === undefined &&
  slotSaid(message, 'policy', askPolicyCommand.shape.topic.options) === undefined &&
  isQuestion(message) &&
  !namesThing(message.wish) &&
  !has(message, 'find') &&
  hasProductInView(message);

function readAvailability(message: Message): Command | undefined {
  const said = slotSaid(message, 'availability', availabilityCommand.shape.aspect.options);
  const aspect = said ?? (asksStock(message) ? 'stock' : undefined);
  const describes = shops(message) && (!isQuestion(message) || aspect === 'stock');
  if (aspect === undefined || describes) return undefined;
  const deadline = deadlineOf(message);
  const inView = hasProductInView(message) && (aspect === 'stock' || aspect === 'restock');
  return {
    type: 'availability',
    aspect,
    ...(inView && !namesThing(message.wish) ? { reference: { kind: 'focus' } } : {}),
    ...subjectOf(message),
    ...(deadline === undefined ? {} : { deadline }),
    question: questionOf(message),
  };
}

/** Whether one product can be had, whatever its size or colour. */
const asksStock = (message: Message): boolean =>
  message.questions[0]?.meaning.attribute === 'availability' &&
  isQuestion(message) &&
  hasProductInView(message) &&
  message.wish.constraints.length === 0;

/** The day within the phrase that says by when. */
function deadlineOf({ text, atoms, days }: Message): string | undefined {
  const [day] = days;
  if (day === undefined) return undefined;
  return text.slice(atoms[day.from]?.start, atoms[day.to - 1]?.end).slice(0, LONGEST_DEADLINE);
}

function readPolicy(message: Message): Command | undefined {
  const topic = slotSaid(message, 'policy', askPolicyCommand.shape.topic.options);
  const describes = shops(message) && !isQuestion(message);
  if (topic === undefined || describes || (namesThing(message.wish) && isEmpty(message.wish)))
    return undefined;
  return { type: 'ask-policy', topic, question: questionOf(message) };
}
