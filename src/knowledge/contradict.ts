import type { Fact } from './read-facts.ts';
import type { Statement } from './read-statement.ts';

/** Least share of the shorter one's words that statements on the same thing have in common, where only one denies. */
const SAME_WORDS = 0.6;

/**
 * Whether two answers to one question cannot both hold: they tell facts of one kind and none of them agree, or say nearly the same words and one of them
 * denies it.
 */
export function contradicts(left: Statement, right: Statement): boolean {
  const kinds = new Set([...left.facts, ...right.facts].map(({ kind }) => kind));
  const shared = [...kinds].filter((kind) => tellsKind(left, kind) && tellsKind(right, kind));
  if (shared.length > 0) return shared.every((kind) => !agree(left, right, kind));
  return left.isDenying !== right.isDenying && sharedWords(left, right) >= SAME_WORDS;
}

/** Whether two statements tell the same fact of some kind. */
export const agrees = (left: Statement, right: Statement): boolean =>
  left.facts.some(({ kind }) => agree(left, right, kind));

const tellsKind = ({ facts }: Statement, kind: Fact['kind']): boolean =>
  facts.some((fact) => fact.kind === kind);

const agree = (left: Statement, right: Statement, kind: Fact['kind']): boolean =>
  left.facts.some(
    (fact) =>
      fact.kind === kind && right.facts.some((other) => other.kind === kind && other.value === fact.value),
  );

/** In [0, 1]: share of the shorter one's words that both have. */
export function sharedWords(left: Statement, right: Statement): number {
  const least = Math.min(left.keys.size, right.keys.size);
  return least === 0 ? 0 : left.keys.intersection(right.keys).size / least;
}
