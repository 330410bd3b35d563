import { AssistantError } from '../../src/errors/assistant-error.ts';
import {
  type BehaviourSource,
  type IndexedBehaviour,
  MOST_TASTE_DIMENSIONS,
} from '../../src/ports/product-index.ts';

/** @throws {AssistantError} INVALID_ARGUMENT, saying what is wrong. Cost: O(numbers). */
export function assertBehaviour({ taste, neighbours }: IndexedBehaviour): void {
  const problem =
    (taste === undefined ? undefined : tasteProblem(taste)) ??
    (neighbours === undefined ? undefined : neighboursProblem(neighbours));
  if (problem !== undefined) throw new AssistantError('INVALID_ARGUMENT', `Behaviour has ${problem}`);
}

/** @throws {AssistantError} INVALID_ARGUMENT for a weight that is not finite and > 0. */
export function assertHistory(history: Extract<BehaviourSource, { source: 'neighbours' }>['history']): void {
  const wrong = history.find(({ weight }) => !(Number.isFinite(weight) && weight > 0));
  if (wrong === undefined) return;
  throw new AssistantError('INVALID_ARGUMENT', 'A product of a history needs a finite weight above 0', {
    details: { productId: wrong.productId, weight: wrong.weight },
  });
}

type Taste = NonNullable<IndexedBehaviour['taste']>;

function tasteProblem({ productIds, dimensions, factors }: Taste): string | undefined {
  const known = Number.isInteger(dimensions) && dimensions >= 1 && dimensions <= MOST_TASTE_DIMENSIONS;
  if (!known) return `a taste of ${dimensions} dimensions; 1 to ${MOST_TASTE_DIMENSIONS} can be`;
  if (new Set(productIds).size !== productIds.length) return 'two tastes of one product';
  if (factors.length !== productIds.length * dimensions) return 'another number of factors than of products';
  return factors.every(Number.isFinite) ? undefined : 'a factor that is not finite';
}

type Neighbours = NonNullable<IndexedBehaviour['neighbours']>;

function neighboursProblem({ productIds, starts, neighbours, weights }: Neighbours): string | undefined {
  if (new Set(productIds).size !== productIds.length) return 'two rows of neighbours of one product';
  const isAscending = starts.every((start, row) => start >= (starts[row - 1] ?? 0));
  const fits =
    starts.length === productIds.length + 1 &&
    starts[0] === 0 &&
    starts.at(-1) === neighbours.length &&
    neighbours.length === weights.length;
  if (!fits || !isAscending) return 'rows of neighbours that do not fit together';
  const lastRow = new Int32Array(productIds.length).fill(-1);
  for (let row = 0; row < productIds.length; row += 1) {
    for (const neighbour of neighbours.subarray(starts[row], starts[row + 1])) {
      const before = lastRow[neighbour];
      if (before === undefined) return 'a neighbour that is no product';
      if (before === row) return 'a neighbour twice in one row';
      lastRow[neighbour] = row;
    }
  }
  return weights.every((weight) => Number.isFinite(weight) && weight > 0)
    ? undefined
    : 'a neighbour whose weight is not finite and above 0';
}
