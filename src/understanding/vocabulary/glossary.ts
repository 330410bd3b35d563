import { splitWords } from '../../text/analyze.ts';
import { SPOKEN_LANGUAGES } from '../../text/languages.ts';
import { everyConceptAt } from '../../text/lexicon/index.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** The merchant's own words and what they stand for; may change between two messages. */
export interface Glossary {
  /** What a whole phrase stands for, to any shopper; empty for nearly every phrase, and quickly so. */
  meanings(phrase: string): readonly string[];
}

/** Words of the longest phrase of a glossary that is read as a kind of thing or a value. */
const LONGEST_PHRASE = 4;

/**
 * A vocabulary that also understands the merchant's glossary: a word that stands for a kind of thing is that kind ("kicks":
 * sneakers), one that stands for a value of the catalogue is that value ("bordo": burgundy). What the shop itself calls so comes
 * first.
 */
export function withGlossary(vocabulary: Vocabulary, glossary: Glossary): Vocabulary {
  return {
    ...vocabulary,
    shopType(words) {
      const own = vocabulary.shopType(words);
      if (own !== undefined) return own;
      const meanings = glossary.meanings(words);
      // What everybody calls so stays that; the search finds what it stands for as well.
      if (meanings.length > 0 && soldType(words, vocabulary) !== undefined) return undefined;
      for (const meaning of meanings) {
        const meant = vocabulary.shopType(meaning) ?? soldType(meaning, vocabulary);
        if (meant !== undefined) return meant;
      }
      return undefined;
    },
    linkAt(tokens, from, language) {
      const own = vocabulary.linkAt(tokens, from, language);
      for (let to = Math.min(from + LONGEST_PHRASE, tokens.length); to > (own?.to ?? from); to -= 1) {
        const phrase = tokens.slice(from, to).map(({ normal }) => normal);
        const links = glossary.meanings(phrase.join(' ')).flatMap((meaning) => {
          const words = splitWords(meaning, language);
          const named = vocabulary.linkAt(words, 0, language);
          return named?.to === words.length ? named.links : [];
        });
        if (links.length > 0) return { links, to };
      }
      return own;
    },
  };
}

/** The kind of thing that a phrase is a name of in any language, when the shop sells it. */
function soldType(phrase: string, vocabulary: Vocabulary): string | undefined {
  for (const language of SPOKEN_LANGUAGES) {
    const words = splitWords(phrase, language);
    const [longest] = everyConceptAt(words, 0, language);
    if (longest?.to !== words.length) continue;
    const sold = longest.concepts.find((found) => found.kind === 'type' && vocabulary.hasConcept(found));
    if (sold !== undefined) return sold.id;
  }
  return undefined;
}
