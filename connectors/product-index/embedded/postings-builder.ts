import { INDEX_FIELDS, type IndexDocument } from '../../../src/ports/product-index.ts';
import { MAX_TERM_FREQUENCY } from '../bm25f.ts';
import { groupEntries, reorder } from './grouped-rows.ts';
import { createGrowingColumn, createUint32 } from './growing-column.ts';
import { type Segment, TITLE_END } from './segment.ts';

/** Bits of one field in a packed frequency. */
export const FREQUENCY_BITS = 6;

/** Lays out the words of products, row after row. */
export interface PostingsBuilder {
  add(row: number, document: Pick<IndexDocument, 'terms' | 'titles'>): void;
  /** Once, at the end. */
  build(): Pick<Segment, 'postings' | 'fieldLengths' | 'titles'>;
}

export function createPostingsBuilder(): PostingsBuilder {
  const terms = new Map<string, number>();
  const termNumbers = createGrowingColumn(createUint32);
  const rows = createGrowingColumn(createUint32);
  const frequencies = createGrowingColumn(createUint32);
  const lengths = INDEX_FIELDS.map(() => createGrowingColumn(createUint32));
  const packed = new Map<string, number>();
  const titleStart = createGrowingColumn(createUint32);
  const titleTerms = createGrowingColumn(createUint32);

  function numberOf(term: string): number {
    const number = terms.get(term) ?? terms.size;
    terms.set(term, number);
    return number;
  }

  return {
    add(row, document) {
      packed.clear();
      INDEX_FIELDS.forEach((field, position) => {
        lengths[position]?.push(packField(packed, document.terms[field], position * FREQUENCY_BITS));
      });
      for (const [term, frequency] of packed) {
        termNumbers.push(numberOf(term));
        rows.push(row);
        frequencies.push(frequency);
      }
      titleStart.push(titleTerms.length);
      for (const title of document.titles) {
        for (const term of title) titleTerms.push(numberOf(term));
        titleTerms.push(TITLE_END);
      }
    },
    build() {
      titleStart.push(titleTerms.length);
      const { start, order } = groupEntries(termNumbers.toColumn(), terms.size);
      const documents = lengths[0]?.length ?? 0;
      const fieldLengths = new Uint32Array(documents * INDEX_FIELDS.length);
      lengths.forEach((column, position) => {
        fieldLengths.set(column.toColumn(), position * documents);
      });
      return {
        postings: {
          terms,
          start,
          rows: reorder(rows.toColumn(), order),
          frequencies: reorder(frequencies.toColumn(), order),
        },
        fieldLengths,
        titles: { start: titleStart.toColumn(), rows: titleTerms.toColumn(), texts: [...terms.keys()] },
      };
    },
  };
}

/** Adds the terms of a field to the packed frequencies. @returns How many of them count. */
function packField(packed: Map<string, number>, terms: readonly string[], shift: number): number {
  let length = 0;
  for (const term of terms) {
    const before = packed.get(term) ?? 0;
    if (((before >>> shift) & MAX_TERM_FREQUENCY) === MAX_TERM_FREQUENCY) continue;
    packed.set(term, before + (1 << shift));
    length += 1;
  }
  return length;
}
