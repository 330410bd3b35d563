import { z } from 'zod';

/** Phrases written one after another, parted by semicolons. */
export function splitPhrases(written: string): string[] {
  return written
    .split(';')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '');
}

/** A value of a locale file that holds phrases; nothing written is no phrases. */
export const Phrases = z
  .string()
  .nullable()
  .transform((written): readonly string[] => splitPhrases(written ?? ''));

/** One list of phrases a line. */
export const PhraseLists = z
  .string()
  .nullable()
  .transform((written): readonly (readonly string[])[] =>
    (written ?? '')
      .split('\n')
      .map(splitPhrases)
      .filter((list) => list.length > 0),
  );

/** Words parted by blanks. */
export const Words = z
  .string()
  .nullable()
  .transform((written): readonly string[] => (written ?? '').split(/\s+/).filter((word) => word !== ''));
