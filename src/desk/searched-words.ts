import { normalise } from '../text/normalise.ts';

const BESIDE_WORDS = /[^\p{L}\p{N}\p{M}]+/u;

/** The words of a text in one spelling, letters and digits alone: nothing in them means anything in a pattern of SQL. */
export const searchedWords = (text: string): string[] =>
  normalise(text)
    .split(BESIDE_WORDS)
    .filter((word) => word !== '');
