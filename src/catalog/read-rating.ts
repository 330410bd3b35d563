import { MOST_STARS } from '../domain/rating.ts';

/** "4.5", "4,5 / 5", "4.5 out of 5 stars", "8.4/10", "90 %". */
const RATING =
  /^[★⭐]?\s*(\d{1,3}(?:[.,]\d{1,4})?)\s*(?:(?:\/|\p{L}{1,3}(?:\s\p{L}{1,3})?)\s*(\d{1,3})|(%))?(?:\s*(?:[★⭐星(]|\p{L}{4}).*)?$/u;
const DECIMALS = 2;

/**
 * An average of stars as the catalogue keeps it: a plain decimal of five. What is told of another scale is brought to it.
 *
 * @returns undefined for what is no rating of stars ("IPX5", "PG-13"), and for a number above five without its scale.
 */
export function readRating(written: string): string | undefined {
  const [, number = '', scale, percent] = RATING.exec(written.normalize('NFKC').trim()) ?? [];
  const most = percent === undefined ? Number(scale ?? MOST_STARS) : 100;
  const value = Number(number.replace(',', '.'));
  if (number === '' || most < 1 || value > most) return undefined;
  return String(Number(((value * MOST_STARS) / most).toFixed(DECIMALS)));
}

const COUNT = /^\(?(\d{1,3}(?:[.,'’\s]\d{3})+|\d{1,9})(?![\d.,])/u;

/** How many rated it: "213", "1,204", "(1.204 ratings)"; undefined when it is no whole number. */
export function readRatingCount(written: string): string | undefined {
  const digits = COUNT.exec(written.normalize('NFKC').trim())?.[1]?.replaceAll(/\D/g, '');
  return digits === undefined ? undefined : String(Number(digits));
}
