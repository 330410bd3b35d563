import type { Language } from '../../domain/locale.ts';
import { splitWords } from '../../text/analyze.ts';
import { type Concept, everyConceptAt, narrowerConcepts } from '../../text/lexicon/index.ts';
import { attributeOfKind } from './concept-values.ts';
import type { CatalogueCounts, ValueTally } from './count-catalogue.ts';
import type { ValueLink } from './value-links.ts';

/** Attributes of more values than this hold numbers or texts, which no concept names. */
const MOST_LINKED = 3_000;
/** Names of makers mean nothing but themselves. */
const BRAND = 'brand';

/**
 * Values of the catalogue by what they name in the lexicon: whatever the attribute is called and in whatever language the shop
 * wrote it, "Wohnzimmer" finds `room: living room`, "wasserdicht" finds `feature: Waterproof`. A wider concept has the values of
 * the narrower ones. Colours and other attributes whose values are concepts already are left out.
 *
 * Built when first asked; cost: one look-up for each value and language of the shop.
 */
export function linkConcepts(counts: CatalogueCounts): (found: Concept) => readonly ValueLink[] {
  let index: ReadonlyMap<Concept, readonly ValueLink[]> | undefined;
  return (found) => {
    index ??= indexConcepts(counts);
    const known = index;
    return narrowerConcepts(found).flatMap((narrower) => known.get(narrower) ?? []);
  };
}

function indexConcepts(counts: CatalogueCounts): ReadonlyMap<Concept, readonly ValueLink[]> {
  const index = new Map<Concept, ValueLink[]>();
  const languages = [...counts.languages.keys()];
  for (const [attribute, values] of counts.attributes) {
    const isLinked = attribute !== BRAND && values.size <= MOST_LINKED && !isConceptual(attribute);
    if (!isLinked) continue;
    for (const [value, tally] of values) {
      for (const concept of conceptsOf(value, tally, languages)) {
        const links = index.get(concept) ?? [];
        index.set(concept, links);
        links.push({ attribute, value, products: tally.products });
      }
    }
  }
  return index;
}

const CONCEPTUAL = (['color', 'material', 'pattern', 'gender'] as const).flatMap(
  (kind) => attributeOfKind(kind) ?? [],
);
const isConceptual = (attribute: string): boolean => CONCEPTUAL.some((known) => known === attribute);

/** What the value is called names, as a whole: each label in its language, the value itself in those of the shop. */
function conceptsOf(value: string, { labels }: ValueTally, languages: readonly Language[]): Set<Concept> {
  const written = [...labels, ...languages.map((language) => [language, value] as const)];
  return new Set(
    written.flatMap(([language, words]) => {
      const tokens = splitWords(words, language);
      const [longest] = everyConceptAt(tokens, 0, language);
      return longest?.to === tokens.length ? longest.concepts : [];
    }),
  );
}
