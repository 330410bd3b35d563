import type { CommandOf } from '../domain/command.ts';
import type { ShownProduct } from '../domain/dialogue-state.ts';
import { type Constraint, hardConstraints, type Need } from '../domain/need.ts';
import type { NeedChange } from '../domain/need-change.ts';
import { fulfils } from './merge-constraints.ts';

/** A new wish: nothing of an earlier one is left. */
export function findChanges(command: CommandOf<'find' | 'gift'>): NeedChange[] {
  return [
    { kind: 'reset' },
    { kind: 'add-words', words: command.query },
    { kind: 'add', constraints: command.constraints },
    ...peopleChanges(command),
  ];
}

/**
 * Changes a wish: first forgets what was dropped (attributes, also `recipient` and `occasion`), then adds what was said.
 *
 * @param pulled The limits that "cheaper" or "lighter" mean; a limit the shopper named replaces them.
 */
export function refineChanges(command: CommandOf<'refine'>, pulled: readonly Constraint[]): NeedChange[] {
  return [
    { kind: 'remove', slots: command.drop },
    { kind: 'add', constraints: pulled },
    { kind: 'add', constraints: command.constraints },
    { kind: 'add-words', words: command.query },
    ...peopleChanges(command),
    ...(command.sort === undefined ? [] : [{ kind: 'order', by: command.sort } as const]),
  ];
}

function peopleChanges({
  recipient,
  occasion,
}: Pick<CommandOf<'find'>, 'recipient' | 'occasion'>): NeedChange[] {
  return [
    ...(recipient === undefined ? [] : [{ kind: 'fill', slot: 'recipient', value: recipient } as const]),
    ...(occasion === undefined ? [] : [{ kind: 'fill', slot: 'occasion', value: occasion } as const]),
  ];
}

/**
 * "Like that but ...": the reference takes the place of words and soft wishes. The hard limits it was found under hold
 * on, as far as it fulfils them itself: one that it breaks had been given up before.
 *
 * @param reference With its facts when it was on screen; a product from elsewhere was not found under this need.
 */
export function similarChanges(
  need: Need,
  reference: { readonly productId: string; readonly shown?: ShownProduct },
  said: readonly Constraint[],
): NeedChange[] {
  const { shown } = reference;
  const limits = shown === undefined ? [] : hardConstraints(need);
  const held = limits.filter((limit) => shown !== undefined && !breaks(shown, limit, limits));
  return [
    { kind: 'replace', need: { query: '', constraints: held } },
    { kind: 'add', constraints: said },
    { kind: 'fill', slot: 'similarTo', value: reference.productId },
  ];
}

/** What the list entry cannot tell (its type, an attribute it does not state) counts as fulfilled. */
function breaks(product: ShownProduct, constraint: Constraint, all: readonly Constraint[]): boolean {
  const { attribute, operator } = constraint;
  if (attribute === 'price') return !fulfils(product.priceMinor, constraint);
  const values = product.attributes[attribute];
  if (values === undefined) return false;
  if (operator !== 'eq') return values.some((value) => !fulfils(value, constraint));
  const alternatives = all.filter((other) => other.attribute === attribute && other.operator === 'eq');
  return !alternatives.some((alternative) => values.some((value) => fulfils(value, alternative)));
}
