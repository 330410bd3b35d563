import type { ErrorCode } from '../../errors/error-codes.ts';
import type { Language } from '../locale.ts';

/** What a translation has to leave as it is. `order`: which number is said of which product. */
export const FACTS = [
  'number',
  'currency',
  'name',
  'code',
  'link',
  'sign',
  'order',
  'language',
  'length',
] as const;
export type Fact = (typeof FACTS)[number];

/** A fact that is not in a translation as it is in its original. */
export interface ChangedFact {
  readonly fact: Fact;
  /** As it is written where it stands. */
  readonly text: string;
  readonly is: 'missing' | 'added';
}

/** Words to be put into another language. */
export interface WordsToTranslate {
  readonly text: string;
  readonly from: Language;
}

/** What became of words that were to be put into another language. In all but the first the original is all there is. */
export type Translation =
  | { readonly outcome: 'done'; readonly text: string }
  | { readonly outcome: 'not-needed' }
  /** No language model is configured. */
  | { readonly outcome: 'no-model' }
  /** What the model answered says something else. */
  | { readonly outcome: 'changed'; readonly facts: readonly ChangedFact[] }
  /** There was no answer: `MODEL_TIMEOUT`, `BUDGET_EXCEEDED`. */
  | { readonly outcome: 'failed'; readonly code: ErrorCode };
