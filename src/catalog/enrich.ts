import type { Language } from '../domain/locale.ts';
import { normalise, tokenize } from '../text/analyze.ts';
import { type ConceptKind, conceptsAt } from '../text/lexicon/index.ts';
import { type AttributeValues, type NormalAttributes, readConcepts } from './normalise-attributes.ts';

const FROM_TITLE = ['color', 'material', 'gender'] as const;

/**
 * Fills colour, material and gender a shop did not give from the words of the title. Never from the description,
 * which also tells what a thing is *not* or goes with, and never over a given value. The brand's own words are left
 * out first: boots of "Red Wing" are not red.
 */
export function enrichFromTitle(
  attributes: NormalAttributes,
  title: string,
  brand: string | undefined,
  language: Language,
): NormalAttributes {
  const missing = FROM_TITLE.filter((name) => !attributes.has(name));
  if (missing.length === 0) return attributes;
  const named = withoutBrand(title, brand);
  const enriched = new Map<string, AttributeValues>(attributes);
  for (const name of missing) {
    const words = withoutOthers(named, name, language);
    const concepts = readConcepts(words, name, language);
    if (concepts.length === 0) continue;
    enriched.set(name, { values: concepts.map(([value]) => value), labels: labelsOf(concepts, words) });
  }
  return enriched;
}

/**
 * Leaves out words that name a thing, not how it looks: "hand cream" is not cream, and "Salmon, 200 g" alone is a fish.
 * A single word that also names a colour stays beside another thing: an "Orange Jacket" is orange. Several words that name
 * nothing of the kind are left out too: "slate grey" is no slate.
 */
function withoutOthers(title: string, kind: ConceptKind, language: Language): string {
  const tokens = tokenize(title, language);
  const runs: {
    readonly from: number;
    readonly to: number;
    readonly isThing: boolean;
    readonly isLook: boolean;
    readonly isOther: boolean;
  }[] = [];
  for (let from = 0; from < tokens.length; ) {
    const { found, to } = conceptsAt(tokens, from, language);
    if (to === from) {
      from += 1;
      continue;
    }
    runs.push({
      from,
      to,
      isThing: found.some((named) => named.kind === 'type'),
      isLook: found.some((named) => named.kind !== 'type'),
      isOther: to - from > 1 && !found.some((named) => named.kind === kind),
    });
    from = to;
  }
  const things = runs.filter(({ isThing }) => isThing);
  const left = runs.filter(
    ({ from, to, isThing, isLook, isOther }) =>
      isOther || (isThing && (to - from > 1 || !isLook || things.length === 1)),
  );
  return left.toReversed().reduce((text, { from, to }) => {
    const start = tokens[from]?.start ?? 0;
    return text.slice(0, start) + text.slice(tokens[to - 1]?.end ?? start);
  }, title);
}

/** A single concept would carry the whole title as its label; its canonical value is the better word. */
function labelsOf(concepts: readonly (readonly [value: string, label: string])[], words: string): string[] {
  return concepts.map(([value, label]) => (label === words ? value : label));
}

function withoutBrand(title: string, brand: string | undefined): string {
  if (brand === undefined || brand === '') return title;
  const at = normalise(title).indexOf(normalise(brand));
  // Normalising may change lengths ("ß"); then the offsets are not those of the title and the title stays whole.
  if (at < 0 || normalise(title).length !== title.length) return title;
  return `${title.slice(0, at)} ${title.slice(at + brand.length)}`.trim();
}
