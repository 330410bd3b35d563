import { AsyncLocalStorage } from 'node:async_hooks';
import type { SynonymRule } from '../domain/synonym.ts';
import { createSynonyms, type Synonyms } from './synonyms.ts';

/** Synonyms that somebody can try others in the place of, unseen by everybody else who searches meanwhile. */
export interface TriedSynonyms extends Synonyms {
  /** Everything that `work` asks, and what it waits for, goes by these rules. */
  tryOut<T>(rules: readonly SynonymRule[], work: () => Promise<T>): Promise<T>;
}

/** Cost of asking: some tens of nanoseconds. */
export function triedSynonyms(own: Synonyms): TriedSynonyms {
  const tried = new AsyncLocalStorage<Synonyms>();
  const present = (): Synonyms => tried.getStore() ?? own;
  return {
    find: (words, locale) => present().find(words, locale),
    meanings: (phrase) => present().meanings(phrase),
    commonMeanings: (phrase) => present().commonMeanings(phrase),
    replace: (rules) => own.replace(rules),
    tryOut: (rules, work) => tried.run(createSynonyms(rules), work),
  };
}
