/**
 * Characters that are not seen but are read by programs: control characters, zero-width spaces, bidirectional
 * overrides and isolates, tag characters and the supplementary variation selectors. They carry hidden orders to a
 * language model or turn text around on a page, never anything a shopper should read.
 */
const INVISIBLE =
  /(?!\u200C|\u200D|\uFE0F)\p{Default_Ignorable_Code_Point}|(?![\t\n\r\u0085])\p{Cc}|[\uFFF9-\uFFFC]/gu;

/** Joiners are spelling in Arabic and Indic scripts and glue in emoji; anywhere else they only hide. */
const LONE_JOINERS =
  /(?<!\p{Script=Arabic}|\p{Script=Devanagari}|\p{Script=Bengali}|\p{Script=Gujarati}|\p{Script=Gurmukhi}|\p{Script=Kannada}|\p{Script=Malayalam}|\p{Script=Sinhala}|\p{Script=Tamil}|\p{Script=Telugu}|\p{Extended_Pictographic}|\p{M})(?:\u200C|\u200D)+/gu;

const PLAIN = /^[\x20-\x7E]*$/;

/** One line of plain text: invisible characters removed, NFC, white space collapsed. Total and idempotent. */
export function cleanLine(text: string): string {
  return visible(text).replace(/\s+/gu, ' ').trim();
}

/** Plain text with its paragraphs: as `cleanLine`, keeping single and double line breaks. */
export function cleanParagraphs(text: string): string {
  return visible(text)
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function visible(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(LONE_JOINERS, '')
    .normalize('NFC');
}

/** Cuts at the last word that fits, with an ellipsis. @param maxLength UTF-16 units, at least 2. */
export function shortenText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const head = text.slice(0, maxLength - 1).toWellFormed();
  const space = head.lastIndexOf(' ');
  return `${(space > maxLength / 2 ? head.slice(0, space) : head).trimEnd()}…`;
}
