import { wordsOf } from './make-message.ts';
import type { Message } from './message.ts';

/**
 * Latin letters and figures with hyphens, a sign before it or not: "#10023", "FW-2024-0815", "AB123456". Scripts without spaces write
 * their words right before and behind it: "注文10023を".
 */
const CANDIDATE =
  /(?<![\p{sc=Latin}\p{N}.,-])(?<sign>#\s?)?(?<number>\p{sc=Latin}{0,4}-?\d[\p{sc=Latin}\d]*(?:-[\p{sc=Latin}\d]+)*)(?![\p{sc=Latin}\p{N}])/gu;
/** Without a sign before it, a shorter one is a size or how many. */
const LEAST_DIGITS = 3;

/**
 * The number of an order within a message about one: the first word of enough figures that is no amount of money and no measure.
 * As written, without the sign before it.
 */
export function orderNumber(message: Message): string | undefined {
  const start = message.atoms[0]?.start ?? 0;
  const taken = message.spans.flatMap(({ from, to, meaning }) =>
    meaning.kind === 'amounts' || (meaning.kind === 'amount' && meaning.amount.currency !== undefined)
      ? [{ start: message.atoms[from]?.start ?? 0, end: message.atoms[to - 1]?.end ?? 0 }]
      : [],
  );
  for (const { index, groups } of wordsOf(message).matchAll(CANDIDATE)) {
    const at = start + index;
    const number = groups?.number ?? '';
    const digits = number.replace(/\D/g, '').length;
    const isAmount = taken.some((range) => range.start <= at && at < range.end);
    if (!isAmount && (digits >= LEAST_DIGITS || groups?.sign !== undefined)) return number;
  }
  return undefined;
}
