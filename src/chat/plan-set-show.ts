import { recordShown } from '../dialogue/record-list.ts';
import type { Command } from '../domain/command.ts';
import type { PlannedSet, SetStep } from '../domain/set-step.ts';
import type { Chip } from '../domain/turn.ts';
import type { Outcome } from './carry-out.ts';
import { withReasons } from './list-request.ts';
import type { MadeSet } from './plan-set.ts';
import { ceilingOf } from './plan-set-parts.ts';
import { toShownProduct } from './product-view.ts';
import type { TurnContext } from './turn-context.ts';

const MOST_CHANGE_CHIPS = 4;

/** The set as it is told and remembered. */
export function showSet(made: MadeSet, outcome: Outcome, context: TurnContext): Outcome {
  const { need, open, chosen, without, lists } = made;
  const { market, commerce } = context;
  const budget = ceilingOf(need);
  const options = chosen?.options ?? [];
  const products = options.map(({ listed }) => withReasons(listed, context));
  const isOffered = options.length > 0 && commerce?.abilities.has('add-line') === true;
  const money = (amountMinor: number) => ({ amountMinor, currency: market.currency });
  // Said back once.
  const unknown = need.constraints.filter(
    ({ known, sourceTurn }) => !known && sourceTurn >= outcome.state.turn,
  );
  const step: SetStep = {
    act: 'plan-set',
    products,
    names: open.slice(0, options.length).map(({ part }) => part.name),
    ...(chosen === undefined ? {} : { total: money(chosen.totalMinor) }),
    ...(budget === undefined ? {} : { budget: money(budget.said) }),
    without,
    unknown: unknown.filter(({ attribute }) => attribute !== 'price').map(({ words }) => words),
    foreignPrices: unknown.filter(({ attribute }) => attribute === 'price').map(({ words }) => words),
    isOffered,
  };
  const set: PlannedSet = {
    need,
    parts: open.map(({ part }, place) => {
      const productId = options[place]?.productId;
      return productId === undefined ? part : { ...part, productId };
    }),
  };
  const shown = options.map(({ listed }) => toShownProduct(listed.product, listed.offered, context));
  const state = recordShown(outcome.state, shown, { keepSeen: false });
  const [making] = lists.map((list) => list.making);
  const sum = (times: readonly number[]) => times.reduce((total, time) => total + time, 0);
  return {
    ...outcome,
    steps: [...outcome.steps, step],
    products: products.map(({ view }) => view),
    chips: [...outcome.chips, ...chipsOf(made, isOffered, context)],
    state: {
      ...state,
      set,
      ...(isOffered ? { offer: { accepted: options.map(({ productId }) => addCommand(productId)) } } : {}),
    },
    degraded: [...outcome.degraded, ...(made.degraded ?? []), ...lists.flatMap(({ degraded }) => degraded)],
    retrieveMs: outcome.retrieveMs + sum(lists.map(({ retrieveMs }) => retrieveMs)),
    rankMs: outcome.rankMs + sum(lists.map(({ rankMs }) => rankMs)),
    ...(making === undefined ? {} : { making }),
  };
}

const addCommand = (productId: string): Command => ({
  type: 'basket',
  action: 'add',
  references: [{ kind: 'product', productId }],
  constraints: [],
});

/** All of it into the basket, and a cheaper one of each part that there is one of. */
function chipsOf({ open, chosen }: MadeSet, isOffered: boolean, { replier, language }: TurnContext): Chip[] {
  const changes = open.flatMap(({ part, options }, place): Chip[] => {
    const present = chosen?.options[place];
    const count = options.filter(
      ({ priceMinor }) => present !== undefined && priceMinor < present.priceMinor,
    ).length;
    return count === 0
      ? []
      : [{ ...replier.chipWords({ kind: 'cheaper-part', part: part.name }, language), count }];
  });
  const all = isOffered
    ? [{ ...replier.chipWords({ kind: 'add-all' }, language), count: chosen?.options.length ?? 0 }]
    : [];
  return [...all, ...changes.slice(0, MOST_CHANGE_CHIPS)];
}
