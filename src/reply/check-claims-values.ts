import type { PhraseFact, PlanFacts } from './check-claims-facts.ts';
import { foldTypography, type Hit, type MaskedText } from './check-claims-mask.ts';

/** A value of a product, told at a place of a sentence. */
interface ValueHit extends Hit {
  readonly evidence: string;
  readonly fact: PhraseFact;
}

/**
 * Finds and covers the values of products.
 *
 * @param about Products the sentence is about; empty when it is about none in particular, and any will do.
 * @param ownersAt Whom what stands at a place is told of, where the sentence tells several products apart.
 * @returns Undefined when a value is told of a product that has it not.
 */
export function coverValues(
  masked: MaskedText,
  facts: PlanFacts,
  about: readonly string[],
  ownersAt: ((hit: Hit) => readonly string[]) | undefined,
): ValueHit[] | undefined {
  const hits: ValueHit[] = [];
  for (const fact of facts.values) {
    if (about.length > 0 && !about.includes(fact.productId ?? '')) continue;
    for (const hit of masked.coverPhrase(fact.phrase)) hits.push({ ...hit, evidence: fact.evidence, fact });
  }
  if (about.length < 2) return hits;
  // One value told of several holds of each of them.
  const isOfAll = new Set(hits.map(({ fact }) => comparable(fact))).size === 1;
  const isHeld = (hit: ValueHit): boolean => {
    const owners = ownersAt === undefined ? (isOfAll ? about : []) : ownersAt(hit);
    return owners.every((productId) => isValueOf(hit.fact, [productId], facts));
  };
  return hits.every(isHeld) ? hits : undefined;
}

/** Whether a phrase is a value of one of the products. */
export const isValueOf = (
  phrase: PhraseFact,
  productIds: readonly string[],
  { values }: PlanFacts,
): boolean =>
  values.some((fact) => productIds.includes(fact.productId ?? '') && comparable(fact) === comparable(phrase));

const comparable = ({ phrase }: PhraseFact): string => foldTypography(phrase).toLowerCase();

/** Whether a value told of no product in particular holds of every one; what is of none is of the whole list. */
export const isOfAll = ({ fact }: ValueHit, facts: PlanFacts): boolean =>
  fact.productId === undefined ||
  facts.products.every(({ view }) => isValueOf(fact, [view.productId], facts));
