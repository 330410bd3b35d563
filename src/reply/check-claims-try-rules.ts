import type { Language } from '../domain/locale.ts';
import type { PlannedProduct } from '../domain/reply-plan.ts';
import { normalise } from '../text/analyze.ts';
import { denies, statementsOf } from './check-claims-denial.ts';
import type { PlanFacts } from './check-claims-facts.ts';
import { HIDDEN, type Hit } from './check-claims-mask.ts';
import { type RemovalReason, RULES, type Rule } from './check-claims-rules.ts';
import { WIDE_SCOPE } from './check-claims-words.ts';

/** Stands for one character of a proved price, which is no number of pieces: "only 30 euros". */
const PRICE = '\u0002';

interface Tried {
  readonly broken?: RemovalReason;
  /** Words of rules that the plan proves. */
  readonly proved: ReadonlySet<string>;
  /** What those rules are about. */
  readonly reasons: ReadonlySet<RemovalReason>;
}

/**
 * The first rule that the rest of a sentence breaks and the plan does not prove; the words of those that it does prove.
 *
 * @param visible The sentence with what is proved covered.
 * @param prices Where amounts were.
 */
export function tryRules(
  visible: string,
  subjects: readonly PlannedProduct[],
  facts: PlanFacts,
  prices: readonly Hit[],
): Tried {
  const proved = new Set<string>();
  const reasons = new Set<RemovalReason>();
  const isPriced = prices.length > 0;
  const rest = prices.reduce(
    (text, { from, to }) => text.slice(0, from) + PRICE.repeat(to - from) + text.slice(to),
    visible,
  );
  let open = normalise(rest);
  for (const { pattern, reason, provable } of RULES) {
    const match = pattern.exec(open);
    // What was covered may have been a number: "only 3 left".
    const isBroken = match === null && pattern.test(open.replace(COVERED, 'x'));
    if (match === null && !isBroken) continue;
    const isDenial = match !== null && isDeniedMatch(rest, pattern, facts.language);
    if (provable === undefined || !isProved(provable, subjects, facts, open, isPriced, isDenial))
      return { broken: reason, proved, reasons };
    reasons.add(reason);
    for (const word of match?.[0].match(/[\p{L}\p{N}]+/gu) ?? []) proved.add(word);
    open = open.replace(pattern, HIDDEN);
  }
  return { proved, reasons };
}

const OPPOSITE = { 'in-stock': 'out-of-stock', 'out-of-stock': 'in-stock', preorder: 'none' } as const;

/** Whether the statement in which a pattern matches denies what it says. */
const isDeniedMatch = (rest: string, pattern: RegExp, language: Language): boolean =>
  statementsOf(rest, language).some(({ text }) => {
    const plain = normalise(text);
    const match = pattern.exec(plain);
    return match !== null && denies(plain.replace(match[0], HIDDEN), language);
  });

const COVERED = new RegExp(`${HIDDEN}+`, 'g');

function isProved(
  claim: NonNullable<Rule['provable']>,
  subjects: readonly PlannedProduct[],
  facts: PlanFacts,
  words: string,
  isPriced: boolean,
  /** The statement denies it. */
  isDenial: boolean,
): boolean {
  if (subjects.length === 0) return false;
  const every = (proof: (product: PlannedProduct) => boolean) => subjects.every(proof);
  switch (claim) {
    case 'in-stock':
    case 'out-of-stock':
    case 'preorder':
      return every(({ view }) => view.availability === (isDenial ? OPPOSITE[claim] : claim));
    case 'reduced':
      return every(({ view }) => view.listPrice !== undefined);
    case 'popular':
      return every(({ reasons }) => reasons.some((reason) => reason.kind === 'popular'));
    case 'new':
      return every(({ reasons }) => reasons.some((reason) => reason.kind === 'new-arrival'));
    case 'priced':
      return isPriced;
    case 'cheapest': {
      const lowest = Math.min(...facts.products.map(({ view }) => view.price.amountMinor));
      return (
        !WIDE_SCOPE.test(words) &&
        subjects.length === 1 &&
        facts.products.length > 1 &&
        every(({ view }) => view.price.amountMinor === lowest)
      );
    }
  }
}
