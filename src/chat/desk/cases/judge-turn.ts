import type { Expectation } from '../../../domain/desk/written-conversation.ts';
import type { Constraint } from '../../../domain/need.ts';
import type { Product } from '../../../domain/product.ts';
import type { ProductView } from '../../../domain/turn.ts';
import { AssistantError } from '../../../errors/assistant-error.ts';
import { brokenLimits } from './breaks-limit.ts';
import { judgeBasket } from './judge-basket.ts';
import { type PlayedTurn, productNamed } from './played-turn.ts';
import { commandParts, needParts, readParts } from './say-command.ts';

/** What was expected and what was so instead. */
export interface Miss {
  readonly expected: string;
  readonly got: string;
}

/**
 * What of an expectation is not so after a turn.
 *
 * @param played Up to and with the turn that is judged.
 * @param facts The products shown in it.
 */
export function judgeTurn(
  expectation: Expectation,
  played: readonly PlayedTurn[],
  facts: ReadonlyMap<string, Product>,
): Miss[] {
  const now = played.at(-1);
  if (now === undefined) return [];
  const { turn, state, acts } = now;
  const need = needParts(state.need);
  const preferences = needParts({ query: '', constraints: state.preferences ?? [] });
  const { handoff, asks, answeredFrom, relaxed, language, chips, order, confirms } = expectation;
  const told = turn.order === undefined ? '' : `${turn.order.orderNumber} ${turn.order.status}`;
  const stored = now.orders.map(({ orderNumber, status }) => `${orderNumber} ${status}`);
  return [
    ...(expectation.commands === undefined ? [] : judgeCommands(expectation.commands, turn)),
    ...(expectation.act === undefined ? [] : same('act', expectation.act.join(', '), acts.join(', '))),
    ...missing('need', expectation.need ?? [], need),
    ...present('need', expectation.notNeed ?? [], need),
    ...missing('preferences', expectation.preferences ?? [], preferences),
    ...judgeLimits(expectation, turn.products, facts),
    ...judgeProducts(expectation, played),
    ...(handoff === undefined ? [] : same('handoff', String(handoff), String(turn.handoff?.reason ?? null))),
    ...(asks === undefined ? [] : same('asks', String(asks), String(turn.question?.attribute ?? null))),
    ...(answeredFrom === undefined
      ? []
      : same('answered from', quoted(answeredFrom), quoted((turn.sources ?? []).map(({ title }) => title)))),
    ...(relaxed === undefined ? [] : same('relaxed', relaxed, (turn.relaxed ?? []).length > 0)),
    ...(order === undefined ? [] : same('order', order, told)),
    ...(confirms === undefined ? [] : same('confirms', confirms, turn.confirmation !== undefined)),
    ...missing('stored', expectation.stored ?? [], stored),
    ...(expectation.basket === undefined ? [] : judgeBasket(expectation.basket, now.basket, played)),
    ...(language === undefined ? [] : same('language', language, turn.language)),
    ...(chips === undefined || turn.chips.length >= chips
      ? []
      : [{ expected: `at least ${chips} chips`, got: String(turn.chips.length) }]),
  ];
}

const same = (what: string, expected: unknown, got: unknown): Miss[] =>
  expected === got ? [] : [{ expected: `${what} ${expected}`, got: String(got) }];

const quoted = (titles: readonly string[]): string =>
  titles.length === 0 ? 'no text' : titles.map((title) => `"${title}"`).join(', ');

function judgeCommands(expected: readonly string[], { commands }: PlayedTurn['turn']): Miss[] {
  const got = commands.map(commandParts);
  const isSame =
    got.length === expected.length &&
    expected.every((written, index) => {
      const [type, ...slots] = readParts(written);
      const [gotType, ...gotSlots] = got[index] ?? [];
      return type === gotType && slots.every((slot) => gotSlots.includes(slot));
    });
  const told = got.map((command) => command.join(' ')).join(' && ');
  return isSame ? [] : [{ expected: `commands ${expected.join(' && ')}`, got: told }];
}

const missing = (what: string, expected: readonly string[], got: readonly string[]): Miss[] =>
  expected.every((part) => got.includes(part))
    ? []
    : [{ expected: `${what} ${expected.join(' ')}`, got: got.join(' ') }];

/** A part without a value is any wish on that attribute. */
function present(what: string, refused: readonly string[], got: readonly string[]): Miss[] {
  const found = got.filter((part) => refused.includes(part) || refused.includes(attributeOf(part)));
  return found.length === 0
    ? []
    : [{ expected: `${what} without ${refused.join(' ')}`, got: found.join(' ') }];
}

const attributeOf = (part: string): string => /^[^!=<>:"]*/u.exec(part)?.[0] ?? part;

function judgeLimits(
  { all = [], none = [] }: Expectation,
  views: readonly ProductView[],
  facts: ReadonlyMap<string, Product>,
): Miss[] {
  if (all.length + none.length === 0) return [];
  if (views.length === 0) return [{ expected: `products with ${[...all, ...none].join(' ')}`, got: 'none' }];
  const wanted = all.map(readLimit);
  const refused = none.map(readLimit);
  return views.flatMap((view) => {
    const product = facts.get(view.productId);
    if (product === undefined) return [{ expected: 'a product of the shop', got: view.productId }];
    const broken = brokenLimits(view, product, wanted);
    const kept = refused.filter((limit) => brokenLimits(view, product, [limit]).length === 0);
    if (broken.length + kept.length === 0) return [];
    return [{ expected: [...all, ...none.map((each) => `no ${each}`)].join(' '), got: view.title }];
  });
}

const OPERATORS: Readonly<Record<string, Constraint['operator']>> = {
  '=': 'eq',
  '!=': 'ne',
  '<': 'lt',
  '<=': 'lte',
  '>': 'gt',
  '>=': 'gte',
};

/** A limit as a case writes it; prices in whole units. */
function readLimit(written: string): Pick<Constraint, 'attribute' | 'operator' | 'value'> {
  const { attribute, sign, value } =
    /^(?<attribute>[^!=<>]+)(?<sign>!=|<=|>=|=|<|>)(?<value>.+)$/u.exec(written)?.groups ?? {};
  const operator = sign === undefined ? undefined : OPERATORS[sign];
  if (attribute === undefined || value === undefined || operator === undefined)
    throw new AssistantError('INVALID_ARGUMENT', `"${written}" is no limit`);
  return attribute === 'price'
    ? { attribute, operator, value: Math.round(Number(value) * 100) }
    : { attribute, operator, value: value.replaceAll('-', ' ') };
}

function judgeProducts({ products: expected }: Expectation, played: readonly PlayedTurn[]): Miss[] {
  const turn = played.at(-1)?.turn;
  if (expected === undefined || turn === undefined) return [];
  const got = idsOf(turn);
  const { count, min, ids, has = [], never = [], sameAs, notOf, cheaperThan, dearerThan } = expected;
  const before = (number: number | undefined) => played[(number ?? 0) - 1]?.turn;
  const prices = (of: PlayedTurn['turn'] | undefined) =>
    (of?.products ?? []).map(({ price }) => price.amountMinor);
  const named = (names: readonly string[]) => names.map((name) => productNamed(name, played) ?? name);
  const without = named(has).filter((id) => !got.includes(id));
  const refused = named(never).filter((id) => got.includes(id));
  const again = got.filter((id) => idsOf(before(notOf)).includes(id));
  return [
    ...(count === undefined ? [] : same('number of products', count, got.length)),
    ...(min === undefined || got.length >= min
      ? []
      : [{ expected: `at least ${min} products`, got: String(got.length) }]),
    ...(ids === undefined ? [] : same('products', sorted(named(ids)), sorted(got))),
    ...(without.length === 0 ? [] : [{ expected: `products ${has.join(' ')}`, got: got.join(' ') }]),
    ...(refused.length === 0 ? [] : [{ expected: `no ${never.join(' ')}`, got: refused.join(' ') }]),
    ...(sameAs === undefined ? [] : same('products', idsOf(before(sameAs)).join(' '), got.join(' '))),
    ...(notOf === undefined ? [] : same(`products of turn ${notOf}`, '', again.join(' '))),
    ...(cheaperThan === undefined || Math.max(...prices(turn)) < Math.max(...prices(before(cheaperThan)))
      ? []
      : [{ expected: `cheaper than turn ${cheaperThan}`, got: prices(turn).join(' ') }]),
    ...(dearerThan === undefined || Math.min(...prices(turn)) > Math.min(...prices(before(dearerThan)))
      ? []
      : [{ expected: `dearer than turn ${dearerThan}`, got: prices(turn).join(' ') }]),
  ];
}

const idsOf = (turn: PlayedTurn['turn'] | undefined): string[] =>
  (turn?.products ?? []).map(({ productId }) => productId);

const sorted = (ids: readonly string[]): string => ids.toSorted().join(' ');
