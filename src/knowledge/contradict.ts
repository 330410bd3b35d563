import type { Asked } from './policy-words.ts';
import type { Fact } from './read-facts.ts';
import { ANY_THING, policyKey, type Statement } from './read-statement.ts';

/** Least share of the shorter one's words that statements on the same thing have in common, where only one denies. */
const SAME_WORDS = 0.6;

/** Kinds of fact that answer what is asked for. */
const ANSWERS: Readonly<Record<Asked, readonly Fact['kind'][]>> = {
  duration: ['duration', 'clock'],
  amount: ['amount', 'share'],
  measure: ['amount', 'share', 'duration'],
  place: [],
};

/** What a statement says, where it stands. */
export interface PlacedStatement {
  readonly statement: Statement;
  /** Of its document. */
  readonly title: Statement;
  readonly headings: Statement;
}

/**
 * Whether two answers to one question cannot both hold: they are on the same thing under the same condition, and tell facts of one kind of which
 * none agrees, or say nearly the same words and one of them denies it.
 *
 * @param asked The kind of fact that the question is after; absent: any.
 * @param isClosed Yes or no answers the question, so that one who denies what the other says contradicts it.
 */
export function contradicts(
  left: PlacedStatement,
  right: PlacedStatement,
  { asked, isClosed }: { readonly asked?: Asked | undefined; readonly isClosed: boolean },
): boolean {
  const [one, other] = [left.statement, right.statement];
  const wanted = asked === undefined || asked === 'place' ? undefined : ANSWERS[asked];
  const kinds = [...new Set([...one.facts, ...other.facts].map(({ kind }) => kind))].filter(
    (kind) => wanted === undefined || wanted.includes(kind),
  );
  const shared = kinds.filter((kind) => tellsKind(one, kind) && tellsKind(other, kind));
  if (shared.length > 0)
    return isUnderSameConditions(left, right) && shared.every((kind) => !agree(one, other, kind));
  return (
    one.language === other.language &&
    one.isDenying !== other.isDenying &&
    (isClosed || sharedWords(one, other) >= SAME_WORDS)
  );
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
function sharedWords(left: Statement, right: Statement): number {
  const least = Math.min(left.keys.size, right.keys.size);
  return least === 0 ? 0 : left.keys.intersection(right.keys).size / least;
}

const THING = /^(?:type|country):/;
/** Subjects that terms on something else name in passing ("within 30 days of delivery"). */
const IN_PASSING: ReadonlySet<string> = new Set(
  [
    ...['returns', 'shipping', 'payment', 'warranty', 'contact', 'account', 'stores', 'opening-hours'],
    ...['cost', 'label', 'packaging', 'customs', 'unworn', 'card'],
  ].map(policyKey),
);

/**
 * Whether neither is limited to a thing, a country or a subject that the other does not name: what holds for houseplants says nothing of devices,
 * what holds for damaged goods nothing of others. A word for anything ("goods") is no limit.
 */
const isUnderSameConditions = (left: PlacedStatement, right: PlacedStatement): boolean =>
  isLimitedBy(left, right) && isLimitedBy(right, left);

/** What speaks of the subject of its document is on something else than what does not name it at all. */
const isLimitedBy = (left: PlacedStatement, right: PlacedStatement): boolean => {
  const said = right.statement.keys.union(right.headings.keys);
  const topics = [...left.title.keys.intersection(left.statement.keys)].filter((key) =>
    key.startsWith(policyKey('')),
  );
  if (topics.length > 0 && !topics.some((key) => said.has(key))) return false;
  return conditionsOf(left).every((key) => said.has(key) || (key.startsWith('type:') && said.has(ANY_THING)));
};

/** What its whole document is about is no condition. */
const conditionsOf = ({ statement, title }: PlacedStatement): string[] =>
  [...statement.keys].filter(
    (key) => key !== ANY_THING && (THING.test(key) || (isSubject(key) && !title.keys.has(key))),
  );

const isSubject = (key: string): boolean => key.startsWith(policyKey('')) && !IN_PASSING.has(key);
