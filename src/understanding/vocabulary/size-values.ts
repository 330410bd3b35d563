import { readShopSize } from '../../text/sizes/read-size.ts';
import { indexSizes, type ShopSizes } from '../sizes/shop-sizes.ts';
import type { CatalogueCounts } from './count-catalogue.ts';

const SIZE = 'size';
/** Sizes read; a shop has few that are not numbers of something else. */
const MOST_SIZES = 3_000;

const remembered = new WeakMap<CatalogueCounts, ShopSizes>();

/** The sizes of a catalogue, read when they are first asked for. */
export function shopSizes(counts: CatalogueCounts): ShopSizes {
  const known = remembered.get(counts);
  if (known !== undefined) return known;
  const values = [...(counts.attributes.get(SIZE) ?? [])]
    .sort((left, right) => right[1].products - left[1].products || (left[0] < right[0] ? -1 : 1))
    .slice(0, MOST_SIZES);
  const sizes = indexSizes(values.map(([value]) => value));
  remembered.set(counts, sizes);
  return sizes;
}

/** The values of the catalogue that are a size or name it as a part: `38` is also "EU 38", "38 (M)" and "38/40". */
export function sizeValues(attribute: string, value: string, counts: CatalogueCounts): readonly string[] {
  const size = attribute === SIZE ? readShopSize(value) : undefined;
  return size === undefined
    ? []
    : shopSizes(counts)
        .find(size)
        .flatMap(({ values }) => values);
}

/** The one value, or part of values, that words for a size name. */
export function sizeCalled(attribute: string, words: string, counts: CatalogueCounts): string | undefined {
  const size = attribute === SIZE ? readShopSize(words) : undefined;
  const [found, another] = size === undefined ? [] : shopSizes(counts).find(size);
  return another === undefined ? found?.value : undefined;
}
