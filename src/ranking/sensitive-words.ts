import { z } from 'zod';
import { SPOKEN_LANGUAGES } from '../text/languages.ts';
import { LOCALES } from '../text/locale-files.ts';
import { Phrases } from '../text/phrases.ts';

/**
 * What a product may tell of a person that nobody but the person should bring up: health, intimacy, belief, politics,
 * origin, grief and need. By language, as written; every language has a word for every matter.
 */
const MATTERS = [
  'health',
  'pregnancy',
  'breastfeeding',
  'incontinence',
  'contraception',
  'periods',
  'diabetes',
  'sexual-health',
  'mental-health',
  'ailments',
  'weight-loss',
  'disability',
  'addiction',
  'erotic',
  'lingerie',
  'christianity',
  'islam',
  'judaism',
  'religion',
  'politics',
  'orientation',
  'grief',
  'debt',
] as const;

const SensitiveSection = z.record(
  z.enum(MATTERS),
  Phrases.refine((words) => words.length > 0, 'has no words'),
);

export const SENSITIVE_WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  SPOKEN_LANGUAGES.map((language) => {
    const matters = LOCALES.section(language, 'sensitive', SensitiveSection);
    return [language, MATTERS.flatMap((matter) => matters[matter])];
  }),
);
