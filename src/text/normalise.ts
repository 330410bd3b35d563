/** Accents, umlauts, rings, and the vowel signs of Arabic and Hebrew. Marks of other scripts make other letters. */
const ACCENTS = /[[\p{Mn}&&[\p{sc=Inherited}\p{sc=Cyrl}\p{sc=Hebr}\p{sc=Arab}]]--[\u3099\u309a]]+/gv;
/** Letters that no decomposition takes apart, as they are typed where they are not on the keyboard. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
};
const SPECIAL_LETTER = new RegExp(`[${Object.keys(PLAIN_LETTERS).join('')}]`, 'g');
/** Printable ASCII: nothing to decompose. */
const ASCII = /^[ -~]*$/;

/**
 * One spelling of what is written alike: NFKC (full-width and half-width forms, ligatures), lower case, without accents; ß is
 * ss, ø is o, the dotless ı is i. Marks that make another sound of a letter ("が" of "か", Thai vowels) stay. Total and
 * idempotent.
 */
export function normalise(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(ACCENTS, '')
    .replace(SPECIAL_LETTER, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .normalize('NFKC')
    .toLowerCase();
}
