import type { Language } from '../domain/locale.ts';
import type { IndexDocument, IndexFilter, ProductIndex } from '../ports/product-index.ts';
import { indexTerms } from '../text/index-terms.ts';
import { readStatement } from './read-statement.ts';
import { type Passage, passageText, type ShopDocument } from './shop-document.ts';

/** A passage as it is found: its id in the index is `<document>#<position>`. */
export interface PlacedPassage {
  readonly id: string;
  readonly document: ShopDocument;
  readonly position: number;
  readonly passage: Passage;
}

/** Passages are searched by the machinery of products: of one market that is every market, for nothing, always in stock. */
const EVERYWHERE = '*';

export const placePassages = (documents: readonly ShopDocument[]): PlacedPassage[] =>
  documents.flatMap((document) =>
    document.passages.map((passage, position) => ({
      id: `${document.documentId}#${position}`,
      document,
      position,
      passage,
    })),
  );

/** What a passage is embedded as. */
export const passageEmbeddingText = ({ document, passage }: PlacedPassage): string =>
  [document.title, ...passage.headings, passageText(passage)].join('\n');

/** Its title in the field of titles, its headings in that of categories, what it names beside words in that of attributes: subjects, kinds of things, countries. */
export function toPassageDocument(placed: PlacedPassage, vector: Float32Array): IndexDocument {
  const { document, passage, id } = placed;
  const { language } = document;
  const [headings, text] = [passage.headings.join('\n'), passageText(passage)];
  const { keys } = readStatement(passageEmbeddingText(placed), language);
  return {
    productId: id,
    terms: {
      title: indexTerms(document.title, language),
      brand: [],
      category: indexTerms(headings, language),
      attributes: [...keys].filter((key) => key.includes(':')),
      description: indexTerms(text, language),
    },
    titles: [],
    categoryKeys: [],
    vector,
    variants: [
      {
        variantId: id,
        attributes: { market: [document.market ?? EVERYWHERE], product: [document.productId ?? EVERYWHERE] },
        offers: { [EVERYWHERE]: { priceMinor: 0, availability: 'in-stock' } },
      },
    ],
  };
}

export interface PassageScope {
  /** ISO 3166-1 alpha-2. */
  readonly market: string;
  /** Of this product; absent: of the shop. */
  readonly productId?: string | undefined;
}

export interface PassageQuery {
  readonly text: string;
  readonly language: Language;
  /** Everything the words of the question may be called. */
  readonly words: readonly (readonly string[])[];
  readonly vector: Float32Array;
}

export interface FoundPassage {
  readonly id: string;
  /** Of question and passage; 0 where it was not among the nearest. */
  readonly cosine: number;
}

/** Passages that share words with a question or stand near it, at most `limit` of each. */
export async function searchPassages(
  index: ProductIndex,
  { words, vector }: PassageQuery,
  { market, productId }: PassageScope,
  limit: number,
  signal: AbortSignal,
): Promise<FoundPassage[]> {
  const filters: IndexFilter[] = [
    { kind: 'attribute', attribute: 'market', anyOf: [EVERYWHERE, market] },
    { kind: 'attribute', attribute: 'product', anyOf: [productId ?? EVERYWHERE] },
  ];
  const query = words.flatMap((names, group) => names.map((term) => ({ term, weight: 1, group })));
  const [byWords = [], byMeaning = []] = await index.search(
    { market: EVERYWHERE, filters },
    [
      { source: 'terms', query, limit },
      { source: 'text', vector, limit },
    ],
    signal,
  );
  const cosines = new Map(byMeaning.map(({ productId: id, score }) => [id, score]));
  const ids = new Set([...byWords, ...byMeaning].map(({ productId: id }) => id));
  return [...ids].map((id) => ({ id, cosine: cosines.get(id) ?? 0 }));
}
