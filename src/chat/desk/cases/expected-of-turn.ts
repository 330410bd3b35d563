import type { Expectation } from '../../../domain/desk/written-conversation.ts';
import type { Turn } from '../../../domain/turn.ts';
import type { Vocabulary } from '../../../understanding/vocabulary.ts';
import { safeCommand, safeNeed } from './safe-parts.ts';

/** What agents made of the list of a turn. */
export interface Corrected {
  readonly chosen: readonly string[];
  readonly banned: readonly string[];
}

/** Kept of what an agent chose: the list may well show others beside them. */
const MOST_CHOSEN = 3;
/** Of the words, not of the facts of a product. */
const NOT_OF_FACTS = /^(?:type|mentions|product|for:|when:|\^)/u;

/**
 * What a case has of a turn: typed state and receipts alone, nothing of its words. What is about an order or an address is left out: a
 * case is played by nobody in particular.
 */
export function expectedOfTurn(
  turn: Turn,
  corrected: Corrected | undefined,
  vocabulary: Vocabulary,
): Expectation {
  const need = safeNeed(turn.need, vocabulary);
  const isShown = turn.products.length > 0;
  const isGivenUp = (turn.relaxed ?? []).length > 0;
  const limits = need.filter((part) => !part.endsWith('~') && !NOT_OF_FACTS.test(part));
  const { chosen = [], banned = [] } = corrected ?? {};
  const products = {
    ...(isShown ? { min: 1 } : {}),
    ...(chosen.length === 0 ? {} : { has: chosen.slice(0, MOST_CHOSEN) }),
    ...(banned.length === 0 ? {} : { never: [...banned] }),
  };
  return {
    commands: turn.commands.map((command) => safeCommand(command, vocabulary)),
    ...(need.length === 0 ? {} : { need }),
    ...(isShown && !isGivenUp && limits.length > 0 ? { all: limits } : {}),
    ...(Object.keys(products).length === 0 ? {} : { products }),
    handoff: turn.handoff?.reason ?? null,
    ...(turn.question === undefined ? {} : { asks: turn.question.attribute }),
    ...(turn.sources === undefined ? {} : { answeredFrom: turn.sources.map(({ title }) => title) }),
    ...(isShown ? { relaxed: isGivenUp } : {}),
    language: turn.language,
    ...(turn.cart === undefined
      ? {}
      : { basket: turn.cart.lines.map(({ productId, quantity }) => `${productId} x${quantity}`) }),
  };
}
