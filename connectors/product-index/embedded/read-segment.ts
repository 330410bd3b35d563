import type { Attributes } from '../../../src/domain/product.ts';
import {
  INDEX_FIELDS,
  type IndexDocument,
  type IndexedVariant,
  type IndexField,
} from '../../../src/ports/product-index.ts';
import { MAX_TERM_FREQUENCY } from '../bm25f.ts';
import { hasBit } from './bits.ts';
import { groupEntries } from './grouped-rows.ts';
import { FREQUENCY_BITS } from './postings-builder.ts';
import { AVAILABILITIES, CATEGORY, type RowValues, type Segment, TITLE_END } from './segment.ts';

/**
 * The living documents of a segment, told back from its columns so that segments can be merged. Terms come in another
 * order than they went in, which no score depends on.
 */
export function* readDocuments(segment: Segment): Generator<IndexDocument> {
  const termsOf = termReader(segment);
  for (const [row, productId] of segment.productIds.entries()) {
    if (!hasBit(segment.live.products, row)) continue;
    const [first = 0, end = 0] = segment.variantStart.subarray(row, row + 2);
    yield {
      productId,
      terms: termsOf(row),
      titles: readTitles(segment, row),
      categoryKeys: readCategoryKeys(segment, row),
      vector: readVector(segment, row),
      variants: Array.from({ length: end - first }, (_, index) => readVariant(segment, first + index)),
    };
  }
}

/** A view, not a copy: vectors of a segment never change. */
export function readVector({ vectors, dimensions }: Segment, row: number): Float32Array {
  return vectors.subarray(row * dimensions, (row + 1) * dimensions);
}

export function readTitles({ titles }: Segment, row: number): string[][] {
  const read: string[][] = [];
  let title: string[] = [];
  for (let entry = titles.start[row] ?? 0; entry < (titles.start[row + 1] ?? 0); entry += 1) {
    const number = titles.rows[entry] ?? TITLE_END;
    if (number === TITLE_END) {
      read.push(title);
      title = [];
    } else {
      title.push(titles.texts[number] ?? '');
    }
  }
  return read;
}

export function readCategoryKeys({ categories }: Segment, row: number): readonly string[] {
  return readValues(categories, row)[CATEGORY] ?? [];
}

export function readAttributes({ values }: Segment, variant: number): Attributes {
  return readValues(values, variant);
}

function readValues({ ofRow, attributes, attributeOf, texts }: RowValues, row: number): Attributes {
  const read: [string, string[]][] = [];
  for (let entry = ofRow.start[row] ?? 0; entry < (ofRow.start[row + 1] ?? 0); entry += 1) {
    const number = ofRow.rows[entry] ?? 0;
    const attribute = attributes[attributeOf[number] ?? 0] ?? '';
    const last = read.at(-1);
    if (last?.[0] === attribute) last[1].push(texts[number] ?? '');
    else read.push([attribute, [texts[number] ?? '']]);
  }
  return Object.fromEntries(read);
}

function readVariant(segment: Segment, variant: number): IndexedVariant {
  const offers: [string, IndexedVariant['offers'][string]][] = [];
  for (const [market, { pricesMinor, availabilities, sold }] of segment.offers) {
    const availability = AVAILABILITIES[availabilities[variant] ?? 0];
    if (availability === undefined || !hasBit(sold, variant)) continue;
    offers.push([market, { priceMinor: pricesMinor[variant] ?? Number.NaN, availability }]);
  }
  return {
    variantId: segment.variantIds[variant] ?? '',
    attributes: readAttributes(segment, variant),
    offers: Object.fromEntries(offers),
  };
}

/** Postings run by term; turned around they run by product. */
function termReader({ postings, productIds }: Segment): (row: number) => IndexDocument['terms'] {
  const terms = [...postings.terms.keys()];
  const byRow = groupEntries(postings.rows, productIds.length);
  const termOf = new Uint32Array(postings.rows.length);
  for (let number = 0; number < terms.length; number += 1) {
    termOf.fill(number, postings.start[number], postings.start[number + 1]);
  }
  return (row) => {
    const fields: Record<IndexField, string[]> = {
      title: [],
      brand: [],
      category: [],
      attributes: [],
      description: [],
    };
    for (const entry of byRow.order.subarray(byRow.start[row], byRow.start[row + 1])) {
      const packed = postings.frequencies[entry] ?? 0;
      INDEX_FIELDS.forEach((field, position) => {
        const frequency = (packed >>> (position * FREQUENCY_BITS)) & MAX_TERM_FREQUENCY;
        for (let time = 0; time < frequency; time += 1) fields[field].push(terms[termOf[entry] ?? 0] ?? '');
      });
    }
    return fields;
  };
}
