import { type Concept, type ConceptKind, concept } from '../../text/lexicon/index.ts';

/** Attributes whose values are concepts of the lexicon, as the import writes them. */
const CONCEPT_ATTRIBUTES: ReadonlySet<string> = new Set(['color', 'material', 'pattern', 'gender']);

/** The concept that a value of an attribute is, when the attribute is one the lexicon knows. */
export function attributeConcept(attribute: string, value: string): Concept | undefined {
  return CONCEPT_ATTRIBUTES.has(attribute) ? concept(attribute as ConceptKind, value) : undefined;
}

/** The attribute that holds concepts of a kind; undefined for kinds that no attribute holds. */
export function attributeOfKind(kind: ConceptKind): string | undefined {
  return kind === 'type' || CONCEPT_ATTRIBUTES.has(kind) ? kind : undefined;
}
