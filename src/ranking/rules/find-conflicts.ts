import { isWithin, keyOfPath } from '../../domain/category.ts';
import type { Language } from '../../domain/locale.ts';
import type { MerchandisingRule, RuleConditions, RuleNotice } from '../../domain/merchandising.ts';
import { distinctStems } from './asked-for.ts';
import { type CompiledTarget, isTarget, type TargetFacts } from './match-target.ts';

/** A rule with its target in the words of the index. */
export interface CheckedRule {
  readonly rule: MerchandisingRule;
  readonly target: CompiledTarget;
}

/** What the store knows of a product that a rule pins. */
export interface PinnedProduct {
  /** Of each variant. */
  readonly variants: readonly TargetFacts[];
  /** Markets that sell it. */
  readonly markets: ReadonlySet<string>;
}

export interface ConflictOptions {
  readonly nowMs: number;
  /** In which conditions are written; words are compared as the search compares them in it. */
  readonly language: Language;
  /** Of the shop. */
  readonly markets: readonly string[];
  readonly pinned: ReadonlyMap<string, PinnedProduct>;
}

/** Two rules of which one may undo the other on the same products; whether there are such products is not known yet. */
export interface Opposition {
  readonly boost: CheckedRule;
  readonly bury: CheckedRule;
}

/**
 * What in a set of rules is allowed and hardly meant, as far as rules and pinned products tell. Rules conflict only where
 * their times meet and one is for every list that the other is for, as far as words and categories tell; a rule for "boots"
 * and one for "scarves" meet only in a list for both, which is not told.
 * Cost: pairs of pins, of pins and exclusions, of boosts and burials.
 *
 * @returns Notices by rule, and what is left to be proved.
 */
export function findConflicts(
  rules: readonly CheckedRule[],
  options: ConflictOptions,
): { readonly notices: RuleNotice[]; readonly oppositions: Opposition[] } {
  const { nowMs, pinned } = options;
  const isOver = ({ rule }: CheckedRule) => Date.parse(rule.until) <= nowMs;
  const ended = rules.filter(isOver).map(({ rule: { id, until } }): RuleNotice => {
    return { rule: id, code: 'ended', reason: `It ended on ${until}` };
  });
  const live = rules.filter((each) => !isOver(each));
  const of = (kind: MerchandisingRule['action']['kind']) =>
    live.filter(({ rule }) => rule.action.kind === kind);
  const [pins, exclusions, boosts, burials] = [of('pin'), of('exclude'), of('boost'), of('bury')];
  const meet = meetings(live, options.language);

  const samePosition = pins.flatMap((pin, place) =>
    pins
      .slice(place + 1)
      .flatMap((other): RuleNotice[] =>
        positionOf(pin) === positionOf(other) && productOf(pin) !== productOf(other) && meet(pin, other)
          ? both(pin, other, 'same-position', `pins another product to place ${positionOf(pin)} as well`)
          : [],
      ),
  );
  const excludedPins = pins.flatMap((pin) => {
    const variants = pinned.get(productOf(pin))?.variants ?? [];
    return exclusions
      .filter(({ target }) => variants.length > 0 && variants.every((variant) => isTarget(target, variant)))
      .filter((exclusion) => meet(pin, exclusion))
      .flatMap((exclusion) =>
        both(pin, exclusion, 'excluded-pin', `is about the same product: excluded, it is in no list`),
      );
  });
  const notSold = pins.flatMap((pin): RuleNotice[] => {
    const sold = pinned.get(productOf(pin))?.markets;
    const missing = (pin.rule.when.markets ?? options.markets).filter((market) => !sold?.has(market));
    if (missing.length === 0) return [];
    const reason = `"${productOf(pin)}" is not sold in ${missing.join(', ')}`;
    return [{ rule: pin.rule.id, code: 'not-sold', reason }];
  });
  const oppositions = boosts.flatMap((boost) =>
    burials
      .filter((bury) => mayOverlap(boost.target, bury.target) && meet(boost, bury))
      .map((bury) => ({ boost, bury })),
  );
  return { notices: [...ended, ...samePosition, ...excludedPins, ...notSold], oppositions };
}

/** The same notice for each of the two. */
export function both(
  { rule: { id: left } }: CheckedRule,
  { rule: { id: right } }: CheckedRule,
  code: RuleNotice['code'],
  reason: string,
): RuleNotice[] {
  return [
    { rule: left, code, other: right, reason: `"${right}" ${reason}` },
    { rule: right, code, other: left, reason: `"${left}" ${reason}` },
  ];
}

const positionOf = ({ rule: { action } }: CheckedRule): number | undefined =>
  action.kind === 'pin' ? action.position : undefined;

const productOf = ({ target }: CheckedRule): string => [...target.productIds][0] ?? '';

/** Whether a product can be in both targets, as far as they tell. */
function mayOverlap(left: CompiledTarget, right: CompiledTarget): boolean {
  if (
    left.productIds.size > 0 &&
    right.productIds.size > 0 &&
    left.productIds.isDisjointFrom(right.productIds)
  )
    return false;
  if (!areRelated(left.category, right.category)) return false;
  const brands = [left, right].map(
    ({ attributes }) => attributes.find(({ attribute }) => attribute === 'brand')?.anyOf,
  );
  const [own, other] = brands;
  return own === undefined || other === undefined || own.some((brand) => other.includes(brand));
}

const areRelated = (left: string, right: string): boolean =>
  left === '' || right === '' || isWithin(left, right) || isWithin(right, left);

/** Whether lists that one rule is for are among those that another one is for. */
function meetings(
  rules: readonly CheckedRule[],
  language: Language,
): (left: CheckedRule, right: CheckedRule) => boolean {
  const words = new Map(
    rules.map(({ rule: { id, when } }) => [
      id,
      when.query === undefined ? undefined : new Set(distinctStems(when.query.words, language)),
    ]),
  );
  return ({ rule: left }, { rule: right }) =>
    startOf(left) < Date.parse(right.until) &&
    startOf(right) < Date.parse(left.until) &&
    meetMarkets(left.when, right.when) &&
    areRelated(keyOfPath(left.when.category ?? ''), keyOfPath(right.when.category ?? '')) &&
    meetWords(
      { words: words.get(left.id), isExact: left.when.query?.match === 'exact' },
      { words: words.get(right.id), isExact: right.when.query?.match === 'exact' },
    );
}

const startOf = ({ from }: MerchandisingRule): number =>
  from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from);

const meetMarkets = ({ markets: left }: RuleConditions, { markets: right }: RuleConditions): boolean =>
  left === undefined || right === undefined || left.some((market) => right.includes(market));

interface Words {
  readonly words: ReadonlySet<string> | undefined;
  readonly isExact: boolean;
}

/** What asks for exactly some words meets what asks for some of them. */
function meetWords(left: Words, right: Words): boolean {
  if (left.words === undefined || right.words === undefined) return true;
  const isWider = left.words.isSubsetOf(right.words);
  const isNarrower = right.words.isSubsetOf(left.words);
  if (left.isExact && right.isExact) return isWider && isNarrower;
  if (left.isExact) return isNarrower;
  return right.isExact ? isWider : isWider || isNarrower;
}
