import type { Concept, ConceptKind } from '../text/lexicon/index.ts';
import type { Meaning } from './span.ts';
import { attributeOfKind } from './vocabulary/concept-values.ts';
import type { ValueLink, Vocabulary } from './vocabulary.ts';

export interface FoundValue {
  readonly attribute: string;
  readonly value: string;
  readonly known: boolean;
}

/** Attributes a value is taken for first when it could be one of several. */
const FIRST: readonly string[] = ['color', 'material', 'pattern', 'gender', 'size', 'brand'];

/**
 * The attribute and value that something names; undefined for what is no value (a type, a recipient).
 *
 * @param attribute Takes the value of this attribute when the words could mean several.
 */
export function readValue(
  meaning: Meaning,
  vocabulary: Vocabulary,
  attribute?: string,
): FoundValue | undefined {
  switch (meaning.kind) {
    case 'size':
      return { attribute: 'size', value: meaning.value, known: meaning.known };
    case 'brand': {
      const value = vocabulary.canonicalValue('brand', meaning.name);
      return { attribute: 'brand', value: value ?? meaning.name, known: value !== undefined };
    }
    case 'values':
      return bestLink(meaning.links, attribute);
    case 'concepts': {
      const values = meaning.concepts.filter(
        ({ kind }) => kind !== 'type' && attributeOfKind(kind) !== undefined,
      );
      const found =
        values.find(({ kind }) => kind === attribute) ??
        values.find((concept) => vocabulary.hasConcept(concept)) ??
        values[0];
      if (found === undefined) return bestLink(linksOf(meaning.concepts, vocabulary), attribute);
      return { attribute: found.kind, value: found.id, known: vocabulary.hasConcept(found) };
    }
    default:
      return undefined;
  }
}

/** A kind of thing is no value, and whom something is for is no feature of it. */
const NO_VALUES: ReadonlySet<ConceptKind> = new Set(['type', 'recipient']);

const linksOf = (concepts: readonly Concept[], vocabulary: Vocabulary): readonly ValueLink[] =>
  concepts.flatMap((concept) => (NO_VALUES.has(concept.kind) ? [] : vocabulary.linksOf(concept)));

function bestLink(links: readonly ValueLink[], attribute: string | undefined): FoundValue | undefined {
  const [best] = links.toSorted(
    (left, right) =>
      Number(right.attribute === attribute) - Number(left.attribute === attribute) ||
      orderOf(left) - orderOf(right) ||
      right.products - left.products,
  );
  return best === undefined ? undefined : { attribute: best.attribute, value: best.value, known: true };
}

const orderOf = ({ attribute }: ValueLink): number => {
  const order = FIRST.indexOf(attribute);
  return order === -1 ? FIRST.length : order;
};
