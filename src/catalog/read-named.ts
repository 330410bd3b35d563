import { codeKey, gtinKey, type ProductKey, titleKey } from './product-keys.ts';

/** Words of a text that may name a product. */
export interface NamedKey {
  readonly words: string;
  readonly key: ProductKey;
  /**
   * `code`: so written that it names a product and nothing else; `whole`: the whole text, which may as well be meant as
   * words ("42", "size 42", "wool-scarf", a full title).
   */
  readonly as: 'code' | 'whole';
}

export interface NamedKeys {
  readonly keys: readonly NamedKey[];
  /** The beginning of a code, when the whole text is one. */
  readonly beginning?: ProductKey;
}

const SHORTEST_CODE = 4;
/** Of digits alone: shorter ones are sizes, years and watts. */
const SHORTEST_NUMBER = 6;
/** Codes written with blanks have few of them. */
const MOST_WORDS_OF_CODE = 4;
const MOST_CODES = 20;
const GTIN_IN_TEXT = /(?<![\p{L}\p{N}])\d(?:[ -]?\d){6,13}(?![\p{L}\p{N}])/gu;
const AROUND = /^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu;

/** The keys that a message or query may name products by; whether they exist is for the book to say. Pure. */
export function readNamed(text: string): NamedKeys {
  const whole = text.trim().replaceAll(AROUND, '');
  const words = whole.split(/\s+/u);
  const codes = new Map<ProductKey, string>();
  for (const [digits] of whole.matchAll(GTIN_IN_TEXT)) {
    const key = gtinKey(digits);
    if (key !== undefined) codes.set(key, digits);
  }
  const wholeCode = words.length <= MOST_WORDS_OF_CODE ? codeKey(whole) : undefined;
  for (const part of words) {
    const written = part.replaceAll(AROUND, '');
    const key = codeKey(written);
    if (key !== undefined && isCode(key) && codes.size < MOST_CODES) codes.set(key, written);
  }
  const keys: NamedKey[] = [...codes].map(([key, said]) => ({ words: said, key, as: 'code' }));
  for (const key of [wholeCode, titleKey(whole)]) {
    if (key !== undefined && !codes.has(key)) keys.push({ words: whole, key, as: 'whole' });
  }
  const isBeginning = wholeCode !== undefined && isCode(wholeCode);
  return { keys, ...(isBeginning ? { beginning: wholeCode } : {}) };
}

/** Letters and digits together, or many digits. */
function isCode(key: ProductKey): boolean {
  const code = key.startsWith('c:') ? key.slice(2) : '';
  return code.length >= (/\p{L}/u.test(code) ? SHORTEST_CODE : SHORTEST_NUMBER);
}
