import type { ComplementModel } from './train-complements.ts';
import { at } from './typed-arrays.ts';

/** A product that goes with another. */
export interface Complement {
  readonly productId: string;
  /** ln(lift) less what chance may have added, > 0. */
  readonly affinity: number;
  /** Days of shoppers on which both were taken; 0 for what is only looked at together. */
  readonly together: number;
}

/** What is taken together first, each by affinity; none for an unknown product. */
export type ComplementSearch = (productId: string) => readonly Complement[];

export function createComplementSearch(model: ComplementModel): ComplementSearch {
  const positions = new Map(model.productIds.map((id, position) => [id, position]));
  return (productId) => {
    const position = positions.get(productId);
    if (position === undefined) return [];
    const from = at(model.starts, position);
    const partners = model.partners.subarray(from, at(model.starts, position + 1));
    return [...partners].map((partner, index) => ({
      productId: model.productIds[partner] ?? '',
      affinity: at(model.affinities, from + index),
      together: at(model.together, from + index),
    }));
  };
}
