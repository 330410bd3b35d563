import type { Availability } from '../domain/product.ts';
import { normalise } from '../text/analyze.ts';

const WORDS: Readonly<Record<Availability, readonly string[]>> = {
  'in-stock': [
    'in stock',
    'instock',
    'available',
    'available for order',
    'limited availability',
    'in store',
    'online only',
    'true',
    'yes',
    'y',
    '1',
    'auf lager',
    'lagernd',
    'lieferbar',
    'sofort lieferbar',
    'verfugbar',
    'vorratig',
    'ja',
    'en stock',
    'disponible',
    'oui',
    'si',
    'en existencia',
  ],
  'out-of-stock': [
    'out of stock',
    'outofstock',
    'sold out',
    'soldout',
    'unavailable',
    'not available',
    'discontinued',
    'false',
    'no',
    'n',
    '0',
    'nicht auf lager',
    'nicht lieferbar',
    'nicht verfugbar',
    'nicht vorratig',
    'ausverkauft',
    'vergriffen',
    'nein',
    'epuise',
    'rupture de stock',
    'en rupture de stock',
    'indisponible',
    'non',
    'agotado',
    'sin existencias',
    'no disponible',
  ],
  preorder: [
    'preorder',
    'pre order',
    'presale',
    'backorder',
    'back order',
    'vorbestellbar',
    'vorbestellung',
    'precommande',
    'preventa',
    'reserva',
  ],
};

const BY_WORDS = new Map(
  (Object.keys(WORDS) as Availability[]).flatMap((availability) =>
    WORDS[availability].map((words) => [words, availability] as const),
  ),
);

/**
 * Reads "in_stock", "In Stock", "https://schema.org/PreOrder", "nicht lieferbar", "true". What can be ordered now and
 * is delivered later (backorder) counts as preorder.
 *
 * @returns undefined for words nobody knows: a fault of the row, not a guess.
 */
export function parseAvailability(text: string): Availability | undefined {
  const words = normalise(text)
    .replace(/^https?:\/\/schema\.org\//, '')
    .replace(/[\s_-]+/g, ' ')
    .trim();
  return BY_WORDS.get(words);
}
