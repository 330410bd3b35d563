import type { Act } from '../../../domain/act.ts';
import type { BasketLine, Order } from '../../../domain/commerce.ts';
import type { DialogueState } from '../../../domain/dialogue-state.ts';
import type { Turn } from '../../../domain/turn.ts';

/** A turn as it was held. */
export interface PlayedTurn {
  readonly turn: Turn;
  /** As stored after the turn. */
  readonly state: Pick<DialogueState, 'need' | 'preferences'>;
  /** What was decided; acts that hang on how sure the parser was are told by what came of them. */
  readonly acts: readonly Act['type'][];
  /** Of the customer who is signed in, as stored after the turn. */
  readonly orders: readonly Pick<Order, 'orderNumber' | 'status'>[];
  /** Of the shopper, as stored after the turn. */
  readonly basket: readonly BasketLine[];
}

/** `@1.2` is the second product of the first turn, undefined when it had none; anything else is an id itself. */
export function productNamed(name: string, played: readonly Pick<PlayedTurn, 'turn'>[]): string | undefined {
  const place = /^@(?<turn>\d+)\.(?<position>\d+)$/u.exec(name)?.groups;
  if (place === undefined) return name;
  return played[Number(place.turn) - 1]?.turn.products[Number(place.position) - 1]?.productId;
}
