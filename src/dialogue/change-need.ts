import type { CommandOf } from '../domain/command.ts';
import type { ShownProduct } from '../domain/dialogue-state.ts';
import { type Constraint, hardConstraints, type Need } from '../domain/need.ts';
import { changesType, fulfils, mergeConstraints } from './merge-constraints.ts';

const MAX_QUERY_CHARACTERS = 400;

/** A new wish: nothing of an earlier one is left. */
export function findNeed({ query, constraints, recipient, occasion }: CommandOf<'find' | 'gift'>): Need {
  return {
    query: joinWords('', query),
    constraints: mergeConstraints([], constraints),
    ...(recipient === undefined ? {} : { recipient }),
    ...(occasion === undefined ? {} : { occasion }),
  };
}

/**
 * Changes a wish: first forgets what was dropped (attributes, also `recipient` and `occasion`), then adds what was said.
 *
 * @param pulled The limits that "cheaper" or "dearer" mean; a limit the shopper named replaces them.
 */
export function refineNeed(need: Need, command: CommandOf<'refine'>, pulled: readonly Constraint[]): Need {
  const dropped = new Set(command.drop);
  const kept = need.constraints.filter(({ attribute }) => !dropped.has(attribute));
  const recipient = command.recipient ?? (dropped.has('recipient') ? undefined : need.recipient);
  const occasion = command.occasion ?? (dropped.has('occasion') ? undefined : need.occasion);
  const constraints = mergeConstraints(mergeConstraints(kept, pulled), command.constraints);
  const similarTo = changesType(kept, command.constraints) ? undefined : need.similarTo;
  const sort = command.sort ?? need.sort;
  return {
    query: joinWords(need.query, command.query),
    constraints,
    ...(recipient === undefined ? {} : { recipient }),
    ...(occasion === undefined ? {} : { occasion }),
    ...(similarTo === undefined ? {} : { similarTo }),
    ...(sort === undefined || sort === 'relevance' ? {} : { sort }),
  };
}

/**
 * "Like that but ...": the reference takes the place of words and soft wishes. The hard limits it was found under hold
 * on, as far as it fulfils them itself: one that it breaks had been given up before.
 *
 * @param reference With its facts when it was on screen; a product from elsewhere was not found under this need.
 */
export function similarNeed(
  need: Need,
  reference: { readonly productId: string; readonly shown?: ShownProduct },
  said: readonly Constraint[],
): Need {
  const { shown } = reference;
  const limits = shown === undefined ? [] : hardConstraints(need);
  const held = limits.filter((limit) => shown !== undefined && !breaks(shown, limit, limits));
  return { query: '', constraints: mergeConstraints(held, said), similarTo: reference.productId };
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

/** Appends words that are not there yet; the newest 400 characters' worth of whole words are kept. */
function joinWords(present: string, added: string): string {
  const words: string[] = [];
  const known = new Set<string>();
  for (const word of `${present} ${added}`.split(/\s+/u)) {
    const key = word.toLowerCase();
    if (key === '' || known.has(key)) continue;
    known.add(key);
    words.push(word);
  }
  while (words.join(' ').length > MAX_QUERY_CHARACTERS && words.length > 1) words.shift();
  return words.join(' ').slice(0, MAX_QUERY_CHARACTERS);
}
