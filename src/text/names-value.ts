import { splitWords } from './analyze.ts';
import { SPOKEN_LANGUAGES } from './languages.ts';
import { type ConceptKind, concept, findConcepts, includesConcept } from './lexicon/index.ts';

/** What a product on screen says of itself. */
interface Shown {
  readonly title: string;
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

/**
 * Whether a product has a value, by its attributes or, where these do not tell, by its title in any language we speak: "the grey one" is
 * "Grey Wool Jacket". A narrower thing counts: a navy one is a blue one.
 */
export function namesValue({ title, attributes }: Shown, attribute: string, value: string): boolean {
  const told = attributes[attribute];
  if (told?.includes(value) === true) return true;
  const wanted = concept(attribute as ConceptKind, value);
  if (told !== undefined && told.length > 0) return false;
  if (wanted === undefined) return ` ${wordsOf(title)} `.includes(` ${wordsOf(value)} `);
  return SPOKEN_LANGUAGES.some((language) =>
    findConcepts(splitWords(title, language), language, [wanted.kind]).some((found) =>
      includesConcept(wanted, found.concept),
    ),
  );
}

const wordsOf = (text: string): string =>
  splitWords(text, 'en')
    .map(({ normal }) => normal)
    .join(' ');
