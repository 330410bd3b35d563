import type { DialogueState, ShownProduct } from '../domain/dialogue-state.ts';
import type { Language } from '../domain/locale.ts';
import { EMPTY_NEED } from '../domain/need.ts';

const MAX_SHOWN = 50;
const MAX_SEEN = 500;
const MAX_OPENED = 50;
const MAX_SCREENS = 10;

/** A conversation in which nothing was said yet. */
export function initialState(language: Language): DialogueState {
  return { turn: 0, language, need: EMPTY_NEED, shown: [], seen: [], handedOff: false, opened: [] };
}

/**
 * Remembers what is on screen after a list was made. A new list takes the focus away: "it" is then asked back.
 *
 * @param options `keepSeen` for "more": the list adds to what was seen for the need. An empty continuation changes
 *   nothing, the list before it is still on screen.
 */
export function recordShown(
  state: DialogueState,
  shown: readonly ShownProduct[],
  { keepSeen }: { readonly keepSeen: boolean },
): DialogueState {
  if (keepSeen && shown.length === 0) return state;
  const ids = shown.map(({ productId }) => productId);
  return {
    ...withScreen(state, shown),
    seen: newest([...(keepSeen ? state.seen : []), ...ids], MAX_SEEN),
  };
}

/**
 * Remembers what a question put on screen: it can be pointed at, while what was seen of what is wanted stays as it is.
 *
 * @param options `about` what was talked about, on screen or not: "is it warm?" is then about that one. `completes` what it all
 *   goes with.
 */
export function recordAnswered(
  state: DialogueState,
  shown: readonly ShownProduct[],
  { about, completes }: { readonly about?: string | undefined } & Pick<DialogueState, 'completes'>,
): DialogueState {
  if (shown.length === 0) return state;
  return {
    ...withScreen(state, shown),
    ...(about === undefined ? {} : { focus: about }),
    ...(completes === undefined ? {} : { completes }),
  };
}

/** Remembers that the shopper clicked or opened a product; it is then what "it" means, also where it is not to count. */
export function recordOpened(state: DialogueState, productId: string): DialogueState {
  if (state.historyPaused === true) return { ...state, focus: productId };
  return { ...state, focus: productId, opened: newest([...state.opened, productId], MAX_OPENED) };
}

export function withoutFocus({ focus: _, ...state }: DialogueState): DialogueState {
  return state;
}

/** A list takes the place of the one before, which can still be pointed at, as can what was talked about beside it. */
function withScreen(
  { completes: _, focus, ...state }: DialogueState,
  shown: readonly ShownProduct[],
): DialogueState {
  const before = state.shown.length === 0 ? [] : [state.shown];
  const screens = [...before, ...(state.screens ?? [])].slice(0, MAX_SCREENS);
  return {
    ...state,
    shown: shown.slice(0, MAX_SHOWN),
    ...(screens.length === 0 ? {} : { screens }),
    ...(focus === undefined ? {} : { earlierFocus: focus }),
  };
}

/** Each id once, at its last place; the last `limit` of them. */
function newest(productIds: readonly string[], limit: number): readonly string[] {
  return [...new Set(productIds.toReversed())].slice(0, limit).reverse();
}
