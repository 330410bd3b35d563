import type { CartLineView, CartView, FormattedMoney } from '../domain/cart.ts';
import type { BasketStep, CheckoutStep } from '../domain/commerce-steps.ts';
import type { ComposedReply } from '../domain/reply-plan.ts';
import type { Claim } from '../domain/turn.ts';
import { SEPARATOR, type Speaker } from './speaker.ts';

/** More are a number: the card beside the text holds all of them. */
const MOST_LINES = 5;

/** What is in the basket, or what became of a wish about it, and never more than was read from it. */
export function composeBasket(speaker: Speaker, step: BasketStep): readonly ComposedReply[] {
  switch (step.told) {
    case 'contents':
      return sayContents(speaker, step.cart);
    case 'added':
    case 'changed':
    case 'removed':
      return [...sayChange(speaker, step), ...(step.cart === undefined ? [] : sayTotal(speaker, step.cart))];
    case 'unchanged':
      return [speaker.say('basket-unchanged'), ...sayHolds(speaker, 'basket-still-holds', step.line)];
    case 'unconfirmed':
      return [
        speaker.say('basket-unconfirmed'),
        ...(step.cart === undefined ? [speaker.say('basket-unreadable')] : sayContents(speaker, step.cart)),
      ];
    case 'choose':
      return [...sayWithout(speaker, step), sayChoices(speaker, step)];
    case 'cannot-be-had':
      return [sayCannotBeHad(speaker, step), ...sayHolds(speaker, 'basket-still-holds', step.line)];
    case 'few-left':
      return [speaker.say('basket-few-left', { title: step.title, left: step.left })];
    case 'too-many':
      return [speaker.say('basket-too-many', { most: speaker.number(step.most) })];
    case 'not-in-basket':
      return [speaker.say('basket-not-in'), ...sayContents(speaker, step.cart)];
    case 'which-line':
      return [
        speaker.say(
          'basket-which-line',
          { lines: speaker.joinOr(step.lines.map((line) => nameOf(speaker, line))) },
          step.lines.map(titleClaim),
        ),
      ];
    case 'how-many':
      return [speaker.say('basket-how-many', { name: nameOf(speaker, step.line) }, [titleClaim(step.line)])];
    case 'ask-clear':
      return [speaker.say('basket-ask-clear', { count: step.cart.pieces })];
    case 'cleared':
      return [speaker.say('basket-cleared')];
  }
}

/** The shop takes the payment; the address stands beside the text, never in it. */
export function composeCheckout(speaker: Speaker, step: CheckoutStep): readonly ComposedReply[] {
  switch (step.told) {
    case 'ready':
      return [...sayContents(speaker, step.cart), speaker.say('checkout-ready')];
    case 'empty':
      return [speaker.say('checkout-empty')];
    case 'nowhere':
      return [...sayContents(speaker, step.cart), speaker.say('checkout-nowhere')];
  }
}

function sayChange(
  speaker: Speaker,
  step: Extract<BasketStep, { told: 'added' | 'changed' | 'removed' }>,
): readonly ComposedReply[] {
  const { line } = step;
  const name = nameOf(speaker, line);
  if (step.told === 'removed') return [speaker.say('basket-removed', { name }, [titleClaim(line)])];
  const claims = [titleClaim(line), ...optionClaims(line), unitClaim(line)];
  const quantity = speaker.number(line.quantity);
  if (step.told === 'changed')
    return [speaker.say('basket-changed', { name, quantity, before: speaker.number(step.before) }, claims)];
  const pieces = speaker.number(step.pieces);
  return [
    speaker.say('basket-added', { name, pieces, price: line.unitPrice.formatted }, claims),
    ...(line.quantity > step.pieces ? sayHolds(speaker, 'basket-now-holds', line) : []),
  ];
}

function sayHolds(
  speaker: Speaker,
  key: 'basket-now-holds' | 'basket-still-holds',
  line: CartLineView | undefined,
): readonly ComposedReply[] {
  if (line === undefined) return [];
  const values = { name: nameOf(speaker, line), quantity: speaker.number(line.quantity) };
  return [speaker.say(key, values, [titleClaim(line)])];
}

function sayContents(speaker: Speaker, cart: CartView): readonly ComposedReply[] {
  if (cart.lines.length === 0) return [speaker.say('basket-empty')];
  const told = cart.lines.slice(0, MOST_LINES);
  const lines = told.map((line) =>
    speaker.words('basket-line', {
      name: nameOf(speaker, line),
      quantity: speaker.number(line.quantity),
      total: line.total.formatted,
    }),
  );
  const claims = told.flatMap((line) => [titleClaim(line), ...optionClaims(line), moneyClaim(line)]);
  const more = cart.lines.length - told.length;
  return [
    speaker.say('basket-contents', { lines: lines.join(SEPARATOR) }, claims),
    ...(more === 0 ? [] : [speaker.say('basket-more-lines', { count: more })]),
    ...sayTotal(speaker, cart),
  ];
}

function sayTotal(speaker: Speaker, { total }: CartView): readonly ComposedReply[] {
  if (total === undefined) return [speaker.say('basket-empty')];
  return [
    speaker.say('basket-total', { total: total.formatted }, [
      { text: total.formatted, evidence: 'basket:total' },
    ]),
  ];
}

function sayWithout(
  speaker: Speaker,
  { title, without }: Extract<BasketStep, { told: 'choose' }>,
): readonly ComposedReply[] {
  if (without === undefined) return [];
  const key = without.reason === 'sold-out' ? 'basket-sold-out-in' : 'basket-not-made-in';
  return [speaker.say(key, { title, words: speaker.quoteAll([without.words]) })];
}

const sayChoices = (
  speaker: Speaker,
  { title, attributeLabel, choices }: Extract<BasketStep, { told: 'choose' }>,
): ComposedReply =>
  speaker.say('basket-choose', { title, attribute: attributeLabel, choices: speaker.joinOr(choices) });

function sayCannotBeHad(
  speaker: Speaker,
  { title, reason, words, country }: Extract<BasketStep, { told: 'cannot-be-had' }>,
): ComposedReply {
  switch (reason) {
    case 'sold-out':
      return words === undefined
        ? speaker.say('basket-sold-out', { title })
        : speaker.say('basket-sold-out-in', { title, words: speaker.quoteAll([words]) });
    case 'not-made':
      return speaker.say('basket-not-made-in', { title, words: speaker.quoteAll([words ?? '']) });
    case 'not-offered':
      return speaker.say('basket-not-offered', { title, country: speaker.country(country) });
    case 'not-allowed':
      return speaker.say('basket-not-allowed', { title });
  }
}

/** "Wool jumper (M, red)". */
function nameOf(speaker: Speaker, { title, options }: CartLineView): string {
  if (options.length === 0) return title;
  return speaker.words('basket-name', { title, options: speaker.series(options.map(({ value }) => value)) });
}

const evidenceOf = ({ lineId }: CartLineView): string => `basket:line:${lineId}`;

const titleClaim = (line: CartLineView): Claim => ({ text: line.title, evidence: evidenceOf(line) });

const optionClaims = (line: CartLineView): readonly Claim[] =>
  line.options.map(({ value }) => ({ text: value, evidence: evidenceOf(line) }));

const amountClaim = (line: CartLineView, { formatted }: FormattedMoney): Claim => ({
  text: formatted,
  evidence: evidenceOf(line),
});

const unitClaim = (line: CartLineView): Claim => amountClaim(line, line.unitPrice);

const moneyClaim = (line: CartLineView): Claim => amountClaim(line, line.total);
