import type { Refinement } from '../../domain/desk/draft.ts';
import type { DialogueState } from '../../domain/dialogue-state.ts';
import type { ProductView } from '../../domain/turn.ts';
import { needKey } from './under-refinement.ts';
import { withBanned } from './unseen-state.ts';

/** What an agent made of a list, beside what was in question. */
export interface RefinedOf {
  readonly refinement: Refinement;
  /** The list as it was. */
  readonly listed: readonly ProductView[];
}

/** Whether the list is another one: its order, what stands in it, or what is banned. Words and notes change no list. */
export function isListChanged({ refinement: { products, banned }, listed }: RefinedOf): boolean {
  return banned.length > 0 || !isSameOrder(products, listed);
}

/** What holds from now on in the conversation: what is banned, and what was put where for the present need. Listing takes a ban back. */
export function withRefinement(state: DialogueState, refined: RefinedOf): DialogueState {
  const { products, banned } = refined.refinement;
  const places = placesOf(refined);
  const kept = withBanned(
    withoutBanOf(state, new Set(products.map(({ productId }) => productId))),
    banned.map(({ productId }) => productId),
  );
  if (places.length === 0 || products.length === 0) return kept;
  const order = { need: needKey(state.need), places };
  return { ...kept, refined: { banned: [], ...kept.refined, order } };
}

const withoutBanOf = (state: DialogueState, listed: ReadonlySet<string>): DialogueState =>
  state.refined === undefined
    ? state
    : {
        ...state,
        refined: {
          ...state.refined,
          banned: state.refined.banned.filter((productId) => !listed.has(productId)),
        },
      };

/** Of a list whose order is the agent's every product, each pinned one at its place; else those pinned alone. */
function placesOf({ refinement: { products, banned }, listed }: RefinedOf) {
  const isBanned = new Set(banned.map(({ productId }) => productId));
  const left = listed.filter(({ productId }) => !isBanned.has(productId));
  const isReordered = !isSameOrder(products, left);
  return products.flatMap(({ productId, isPinned = false }, at) =>
    isPinned || isReordered ? [{ productId, position: isPinned ? at + 1 : 1 }] : [],
  );
}

const isSameOrder = (
  left: readonly { readonly productId: string }[],
  right: readonly { readonly productId: string }[],
): boolean =>
  left.length === right.length && left.every(({ productId }, at) => productId === right[at]?.productId);
