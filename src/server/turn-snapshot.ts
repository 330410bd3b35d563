import type { Turn, TurnEvent } from '../domain/turn.ts';

/** The parts of a turn in the order in which they are streamed. */
const PHASES = ['start', 'products', 'text', 'question', 'chips', 'cart', 'handoff', 'end'] as const;
type Phase = (typeof PHASES)[number];

/** How far a listener is: everything up to and including this was heard. */
export interface Position {
  readonly messageId: string;
  readonly phase: Phase;
  /** `text`: UTF-16 units heard; `products`: which list, from 1; else 0. */
  readonly offset: number;
}

export interface PositionedEvent {
  readonly position: Position;
  readonly event: TurnEvent;
}

/** What is known of a turn so far. A finished turn and a running one are told from the same shape. */
export interface TurnSnapshot {
  readonly messageId: string;
  readonly language: string;
  readonly lists: number;
  readonly products: Turn['products'];
  readonly text: string;
  readonly question?: Turn['question'];
  readonly chips?: Turn['chips'];
  /** Only when it changed. */
  readonly cart?: Turn['cart'];
  readonly handoff?: Turn['handoff'];
  /** The whole turn, once it is committed. */
  readonly turn?: Turn;
}

const EVENT_ID = /^(.{1,200})\.(start|products|text|question|chips|cart|handoff|end)\.(\d{1,9})$/;

export const formatPosition = ({ messageId, phase, offset }: Position): string =>
  `${messageId}.${phase}.${offset}`;

/** @returns undefined for anything that `formatPosition` did not write. */
export function parsePosition(eventId: string): Position | undefined {
  const [, messageId, phase, offset] = EVENT_ID.exec(eventId) ?? [];
  const known = PHASES.find((candidate) => candidate === phase);
  return messageId === undefined || known === undefined
    ? undefined
    : { messageId, phase: known, offset: Number(offset) };
}

export function snapshotOf(turn: Turn): TurnSnapshot {
  return {
    messageId: turn.messageId,
    language: turn.language,
    lists: turn.products.length > 0 ? 1 : 0,
    products: turn.products,
    text: turn.text,
    ...(turn.question !== undefined && { question: turn.question }),
    ...(turn.chips.length > 0 && { chips: turn.chips }),
    ...(turn.cart !== undefined && turn.cart.changedLineIds.length > 0 && { cart: turn.cart }),
    ...(turn.handoff !== undefined && { handoff: turn.handoff }),
    turn,
  };
}

/**
 * Takes one event into what is known.
 *
 * @param snapshot undefined before `reply-start`; events that come without a start are dropped.
 * @returns The next snapshot with the event's place, or undefined when there is nothing to tell.
 */
export function advance(
  snapshot: TurnSnapshot | undefined,
  event: TurnEvent,
): { readonly snapshot: TurnSnapshot; readonly position: Position } | undefined {
  if (event.type === 'reply-start') {
    const { messageId, language } = event;
    const started = { messageId, language, lists: 0, products: [], text: '' };
    return { snapshot: started, position: { messageId, phase: 'start', offset: 0 } };
  }
  if (snapshot === undefined) return undefined;
  const next = apply(snapshot, event);
  return { snapshot: next, position: positionOf(next, event) };
}

function apply(snapshot: TurnSnapshot, event: Exclude<TurnEvent, { type: 'reply-start' }>): TurnSnapshot {
  switch (event.type) {
    case 'products-available':
      return { ...snapshot, products: event.products, lists: snapshot.lists + 1 };
    case 'reply-delta':
      return { ...snapshot, text: snapshot.text + event.text };
    case 'question':
      return { ...snapshot, question: event.question };
    case 'chips':
      return { ...snapshot, chips: event.chips };
    case 'cart-changed':
      return { ...snapshot, cart: event.cart };
    case 'handoff':
      return { ...snapshot, handoff: event.handoff };
    case 'reply-end':
      return { ...snapshot, turn: event.turn };
  }
}

const PHASE_OF = {
  'products-available': 'products',
  'reply-delta': 'text',
  question: 'question',
  chips: 'chips',
  'cart-changed': 'cart',
  handoff: 'handoff',
  'reply-end': 'end',
} as const;

function positionOf(snapshot: TurnSnapshot, event: Exclude<TurnEvent, { type: 'reply-start' }>): Position {
  const phase = PHASE_OF[event.type];
  const offset = phase === 'text' ? snapshot.text.length : phase === 'products' ? snapshot.lists : 0;
  return { messageId: snapshot.messageId, phase, offset };
}

/** What a listener at `after` has not heard yet, in order; everything when `after` is absent. */
export function eventsAfter(snapshot: TurnSnapshot, after?: Position): PositionedEvent[] {
  const heardPhase = after === undefined ? -1 : PHASES.indexOf(after.phase);
  const heard = (phase: Phase) => PHASES.indexOf(phase) <= heardPhase;
  const { messageId, language, lists, products, text, question, chips, cart, handoff, turn } = snapshot;
  const textHeard =
    after?.phase === 'text' ? Math.min(after.offset, text.length) : heard('text') ? text.length : 0;
  const productsHeard = after?.phase === 'products' ? after.offset >= lists : heard('products');
  const events: PositionedEvent[] = [];
  const tell = (phase: Phase, offset: number, event: TurnEvent) =>
    events.push({ position: { messageId, phase, offset }, event });

  if (!heard('start')) tell('start', 0, { type: 'reply-start', messageId, language });
  if (lists > 0 && !productsHeard) tell('products', lists, { type: 'products-available', products });
  if (textHeard < text.length)
    tell('text', text.length, { type: 'reply-delta', text: text.slice(textHeard).toWellFormed() });
  if (question !== undefined && !heard('question')) tell('question', 0, { type: 'question', question });
  if (chips !== undefined && !heard('chips')) tell('chips', 0, { type: 'chips', chips });
  if (cart !== undefined && !heard('cart')) tell('cart', 0, { type: 'cart-changed', cart });
  if (handoff !== undefined && !heard('handoff')) tell('handoff', 0, { type: 'handoff', handoff });
  if (turn !== undefined && !heard('end')) tell('end', 0, { type: 'reply-end', turn });
  return events;
}
