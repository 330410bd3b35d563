import { createRandom } from '../../../src/domain/random.ts';

/** Choices that a seed decides. */
export interface Pick {
  of<Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item;
  /** Both ends included. */
  between(lowest: number, highest: number): number;
  chance(probability: number): boolean;
}

export function createPick(seed: number): Pick {
  const random = createRandom(seed);
  const between = (lowest: number, highest: number) => lowest + Math.floor(random() * (highest - lowest + 1));
  return {
    of(items) {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new RangeError('Nothing to pick from');
      return item;
    },
    between,
    chance: (probability) => random() < probability,
  };
}
