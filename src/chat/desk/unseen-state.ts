import { recordShown } from '../../dialogue/record-list.ts';
import type { DialogueState, ShownProduct } from '../../domain/dialogue-state.ts';

/** What of the dialogue the shopper knows by what they were shown. */
const SEEN = [
  'shown',
  'seen',
  'screens',
  'set',
  'completes',
  'focus',
  'earlierFocus',
  'askedAbout',
] as const satisfies readonly (keyof DialogueState)[];

/**
 * The dialogue while a reply is held: what the shopper said counts, what they were not shown does not. Nothing is asked or offered,
 * and what they point at is what they see.
 *
 * @param after As if the reply was given.
 */
export function whileHeld(before: DialogueState, after: DialogueState): DialogueState {
  const { question: _question, offer: _offer, ...said } = after;
  return withSeen(said, before);
}

/** What was sent in the end. */
export interface SentList {
  readonly shown: readonly ShownProduct[];
  /** The products are those that the assistant proposed, in its order. */
  readonly isAsProposed: boolean;
  /** The words are the assistant's. */
  readonly isAsWorded: boolean;
}

/**
 * The dialogue once a held reply is sent: what the shopper points at is exactly what they got.
 *
 * @param now As it is; the shopper may have said more since.
 * @param proposed As if the reply was given as it was proposed.
 */
export function onceSent(now: DialogueState, proposed: DialogueState, sent: SentList): DialogueState {
  const isAnswered = now.turn === proposed.turn && sent.isAsWorded;
  const { question, offer } = proposed;
  const open = isAnswered
    ? { ...(question === undefined ? {} : { question }), ...(offer === undefined ? {} : { offer }) }
    : {};
  const state = { ...withSeen(now, proposed), ...open };
  if (!sent.isAsProposed) return replaced(state, now, sent.shown);
  const fresh = new Map(sent.shown.map((product) => [product.productId, product]));
  return { ...state, shown: state.shown.map((product) => fresh.get(product.productId) ?? product) };
}

/** The dialogue once a list that the shopper has is replaced by another. */
export function onceCorrected(now: DialogueState, shown: readonly ShownProduct[]): DialogueState {
  const { question: _question, offer: _offer, set: _set, ...state } = now;
  return replaced(state, now, shown);
}

/** A list takes the place of what is on screen; without one that stays. */
const replaced = (
  { screens: _, ...state }: DialogueState,
  now: DialogueState,
  shown: readonly ShownProduct[],
): DialogueState =>
  recordShown(
    { ...state, shown: now.shown, ...(now.screens === undefined ? {} : { screens: now.screens }) },
    shown,
    { keepSeen: true },
  );

const MOST_BANNED = 200;

/**
 * What is banned can be pointed at no more, and is suggested no more. It is not what the shopper turned down: they are told no such thing.
 */
export function withBanned(state: DialogueState, banned: readonly string[]): DialogueState {
  if (banned.length === 0) return state;
  const ids = new Set(banned);
  const isKept = ({ productId }: { readonly productId: string }) => !ids.has(productId);
  // A set without one of its pieces is none.
  const { focus, earlierFocus, screens, set: _, ...rest } = state;
  const before = state.refined?.banned.filter((productId) => !ids.has(productId)) ?? [];
  return {
    ...rest,
    ...(focus === undefined || ids.has(focus) ? {} : { focus }),
    ...(earlierFocus === undefined || ids.has(earlierFocus) ? {} : { earlierFocus }),
    ...(screens === undefined ? {} : { screens: screens.map((screen) => screen.filter(isKept)) }),
    shown: state.shown.filter(isKept),
    refined: { ...state.refined, banned: [...before, ...ids].slice(-MOST_BANNED) },
  };
}

function withSeen(state: DialogueState, from: DialogueState): DialogueState {
  const parts = new Set<string>(SEEN);
  const others = Object.entries(state).filter(([key]) => !parts.has(key));
  const seen = SEEN.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]]]));
  return Object.fromEntries([...others, ...seen]) as unknown as DialogueState;
}
