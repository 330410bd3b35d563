import type { Language } from '../domain/locale.ts';

/** A piece of a document that answers by itself. */
export interface Passage {
  /** From the widest heading to the one it stands under; empty before the first. */
  readonly headings: readonly string[];
  /** Whole sentences, entries of lists and rows of tables, in order; at least one. */
  readonly sentences: readonly string[];
  /** Which of them are rows of a table, from 0; absent when none is. */
  readonly rows?: readonly number[] | undefined;
}

/** A text of the shop: its terms, its help pages, the data sheet of a product. */
export interface ShopDocument {
  /** Its path in the import it came from. */
  readonly documentId: string;
  readonly title: string;
  readonly language: Language;
  /** ISO 3166-1 alpha-2, upper case; absent: it holds in every market. */
  readonly market?: string;
  /** The product it is about; absent: the shop. */
  readonly productId?: string;
  readonly url?: string;
  /** When it was written last, as it says itself or as its file tells; epoch milliseconds. */
  readonly updatedAtMs: number;
  readonly passages: readonly Passage[];
}

export const passageText = ({ sentences }: Passage): string => sentences.join(' ');
