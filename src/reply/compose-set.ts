import { formatMoney, type Money } from '../domain/money.ts';
import type { ComposedReply } from '../domain/reply-plan.ts';
import type { SetStep } from '../domain/set-step.ts';
import { priceClaim, titleClaim } from './product-facts.ts';
import { SEPARATOR, type Speaker } from './speaker.ts';

/** More parts are not read out: their cards stand beside. */
const MOST_NAMED = 5;

/** Each part with its product and price, what all of it costs, and what is left of the budget or over it. */
export function composeSet(speaker: Speaker, step: SetStep): readonly ComposedReply[] {
  const { products, names, without, unknown, foreignPrices } = step;
  const [first] = products;
  const missing = [
    ...(unknown.length === 0 ? [] : [speaker.say('unknown-value', { words: speaker.joinAnd(unknown) })]),
    ...(foreignPrices.length === 0 || first === undefined
      ? []
      : [
          speaker.say('unknown-currency', {
            words: speaker.quoteAll(foreignPrices),
            currency: first.view.price.currency,
          }),
        ]),
    ...(without.length === 0 ? [] : [speaker.say('set-without', { parts: speaker.joinAnd(without) })]),
  ];
  if (first === undefined) return [...missing, speaker.say('set-none')];
  const named = products.slice(0, MOST_NAMED);
  const lines = named.map(({ view }, place) =>
    speaker.words('set-line', { part: names[place] ?? '', title: view.title, price: view.price.formatted }),
  );
  const claims = named.flatMap((product) => [titleClaim(product), priceClaim(product)]);
  const more = products.length - named.length;
  return [
    ...missing,
    speaker.say('set', { lines: lines.join(SEPARATOR) }, claims),
    ...(more === 0 ? [] : [speaker.say('set-more', { count: more })]),
    ...sayTotal(speaker, step),
    ...(step.isOffered ? [speaker.say('set-offer')] : []),
  ];
}

function sayTotal(speaker: Speaker, { total, budget }: SetStep): readonly ComposedReply[] {
  if (total === undefined) return [];
  const written = (money: Money) => formatMoney(money, speaker.locale);
  const whole = written(total);
  const claim = { text: whole, evidence: 'set#total' };
  if (budget === undefined) return [speaker.say('set-total', { total: whole }, [claim])];
  const leftMinor = budget.amountMinor - total.amountMinor;
  const difference = written({ ...total, amountMinor: Math.abs(leftMinor) });
  const values = { total: whole, difference, budget: written(budget) };
  return [
    speaker.say(leftMinor < 0 ? 'set-over' : 'set-left', values, [
      claim,
      { text: difference, evidence: leftMinor < 0 ? 'set#over' : 'set#left' },
      { text: values.budget, evidence: 'need' },
    ]),
  ];
}
