import type { Concept } from './concept.ts';

const color = (
  id: string,
  en: string[],
  de: string[],
  fr: string[],
  es: string[],
  broader?: string[],
): Concept => ({
  id,
  kind: 'color',
  forms: { en, de, fr, es },
  ...(broader === undefined ? {} : { broader }),
});

/** Colours and their shades; a shade is also its wider colour. */
export const COLORS: readonly Concept[] = [
  color('red', ['red'], ['rot', 'rote', 'roter', 'rotes', 'roten'], ['rouge'], ['rojo', 'roja']),
];
