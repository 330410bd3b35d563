import type { WordScoringOptions } from '../../connectors/product-index/bm25f.ts';
import type { QuantityOptions } from '../../connectors/product-index/quantity-range.ts';
import type { Settings } from '../config/config.ts';
import { readQuantity } from '../text/measures.ts';

export type ScoringSettings = Pick<
  Settings,
  'SEARCH_K1' | 'SEARCH_B' | 'SEARCH_FIELD_WEIGHTS' | 'SEARCH_BOOSTS'
>;

/** What every driver of the product index is given alike, so that all give the same answers. */
export function indexOptions(settings: ScoringSettings): WordScoringOptions & QuantityOptions {
  return {
    k1: settings.SEARCH_K1,
    b: settings.SEARCH_B,
    fieldWeights: settings.SEARCH_FIELD_WEIGHTS,
    boosts: settings.SEARCH_BOOSTS,
    readQuantity: (value) => readQuantity(value),
  };
}
