import type { Turn, TurnEvent } from '../domain/turn.ts';

/** A stored turn, told again like a new one. */
export function replay(turn: Turn, emit: (event: TurnEvent) => void): void {
  emit({ type: 'reply-start', messageId: turn.messageId, language: turn.language });
  retell(turn, emit);
}

/** All of a turn but its beginning and its end. */
export function retell(turn: Turn, emit: (event: TurnEvent) => void): void {
  if (turn.products.length > 0) emit({ type: 'products-available', products: turn.products });
  emit({ type: 'reply-delta', text: turn.text });
  if (turn.question !== undefined) emit({ type: 'question', question: turn.question });
  if (turn.chips.length > 0) emit({ type: 'chips', chips: turn.chips });
  if (turn.cart !== undefined && turn.cart.changedLineIds.length > 0)
    emit({ type: 'cart-changed', cart: turn.cart });
  if (turn.handoff !== undefined) emit({ type: 'handoff', handoff: turn.handoff });
}

/** A listener that throws is dropped; the turn goes on. */
export function tolerant(listener: ((event: TurnEvent) => void) | undefined): (event: TurnEvent) => void {
  let heard = listener;
  return (event) => {
    try {
      heard?.(event);
    } catch {
      heard = undefined;
    }
  };
}
