import type { SimulatedConversation } from './draw-moves.ts';

/**
 * The shortest conversation of the same moves that fails in the same way: one move after another is left out, again and again, for
 * as long as it still fails.
 *
 * Cost: at most moves² calls of `fails`.
 */
export async function shrinkMoves(
  conversation: SimulatedConversation,
  fails: (shorter: SimulatedConversation) => Promise<boolean>,
): Promise<SimulatedConversation> {
  for (const position of conversation.moves.keys()) {
    const moves = conversation.moves.filter((_, index) => index !== position);
    if (moves.length === 0) continue;
    const shorter = { ...conversation, moves };
    if (await fails(shorter)) return await shrinkMoves(shorter, fails);
  }
  return conversation;
}
