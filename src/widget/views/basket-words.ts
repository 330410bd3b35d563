import type { BasketFailure } from '../basket-client.ts';
import type { BasketOutcome } from '../basket-controller.ts';
import { hasShoppingWord, type ShoppingLabel } from '../shopping-label.ts';

/** Why it was not done, in the shopper's words: by the shop's rule, else by the code of the problem. */
export function failureWords({ code, refusal }: BasketFailure, label: ShoppingLabel): string {
  if (code === 'offline') return label(code);
  const keys = [...(refusal === undefined ? [] : [`refusal-${refusal}`]), `problem-${code}`];
  return label(keys.find(hasShoppingWord) ?? 'failed');
}

/** What became of a tap, as the server told it. */
export function outcomeWords(outcome: BasketOutcome, label: ShoppingLabel): string {
  if (outcome.kind === 'failed') return failureWords(outcome.failure, label);
  const { line } = outcome;
  if (line === undefined) return label('takenOut');
  const options = line.options.map(({ value }) => value).join(', ');
  const title = options === '' ? line.title : `${line.title} (${options})`;
  return label('inBasket', { title, quantity: line.quantity });
}
