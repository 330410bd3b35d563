import type { CatalogueStore } from '../catalog/catalogue-store.ts';
import type { Market } from '../domain/market.ts';
import type { MerchandisingRule, RuleNotice } from '../domain/merchandising.ts';
import type { IndexScope, ProductIndex } from '../ports/product-index.ts';
import {
  both,
  type CheckedRule,
  findConflicts,
  type Opposition,
  type PinnedProduct,
} from '../ranking/rules/find-conflicts.ts';
import { type CanonicalValue, compileTarget, targetFilters } from '../ranking/rules/match-target.ts';
import { canonicalIn } from './compile-rules.ts';
import { variantFacts } from './product-view.ts';
import type { Shop } from './shop.ts';

/** Targets, and pairs of them, that are counted in one check; what goes beyond is not told. */
const MOST_COUNTED = 500;

/** What rules are checked on. */
export interface RuleGround {
  readonly products: CatalogueStore['products'];
  readonly markets: readonly Market[];
  readonly canonicalValue: CanonicalValue;
  /** Without it nothing is counted, and what only a count can tell is not told. */
  readonly index?: ProductIndex;
}

export const groundOf = ({ store, markets, vocabulary, index }: Shop): RuleGround => ({
  products: store.products,
  markets,
  canonicalValue: canonicalIn(vocabulary),
  index,
});

export interface RuleCheck {
  readonly nowMs: number;
  /** Only what is about this rule; about all when absent. */
  readonly only?: string;
}

/** What in a set of rules is allowed and hardly meant, proved on the catalogue. @returns By rule and kind. */
export async function checkRules(
  rules: readonly MerchandisingRule[],
  ground: RuleGround,
  { nowMs, only }: RuleCheck,
  signal: AbortSignal,
): Promise<RuleNotice[]> {
  const { canonicalValue, index } = ground;
  const compiled = rules.map(
    (rule): CheckedRule => ({ rule, target: compileTarget(rule.target, canonicalValue) }),
  );
  const markets = ground.markets.map(({ country }) => country);
  const { notices, oppositions } = findConflicts(compiled, {
    nowMs,
    language: ground.markets[0]?.languages[0] ?? 'en',
    markets,
    pinned: await pinnedProducts(compiled, ground),
  });
  const isAsked = (id: string) => only === undefined || id === only;
  const told = (all: readonly RuleNotice[]) => all.filter(({ rule }) => isAsked(rule)).sort(byRule);
  if (index === undefined) return told(notices);
  const live = compiled.filter(({ rule }) => isAsked(rule.id) && nowMs < Date.parse(rule.until));
  const opposed = oppositions.filter(({ boost, bury }) => isAsked(boost.rule.id) || isAsked(bury.rule.id));
  const proof = { index, markets, signal };
  const proved = [...(await findEmpty(live, proof)), ...(await proveOpposed(opposed, proof))];
  return told([...notices, ...proved]);
}

const byRule = (left: RuleNotice, right: RuleNotice): number => {
  const [own, other] = [left, right].map(({ rule, code, other: with_ = '' }) => `${rule} ${code} ${with_}`);
  return (own ?? '') < (other ?? '') ? -1 : 1;
};

async function pinnedProducts(
  rules: readonly CheckedRule[],
  ground: RuleGround,
): Promise<ReadonlyMap<string, PinnedProduct>> {
  const pins = rules.filter(({ rule }) => rule.action.kind === 'pin');
  const products = await ground.products(pins.flatMap(({ target }) => [...target.productIds]));
  return new Map(
    [...products].map(([productId, product]) => [
      productId,
      {
        variants: product.variants.map((variant) => variantFacts(product, variant)),
        markets: new Set(product.variants.flatMap(({ offers }) => Object.keys(offers))),
      },
    ]),
  );
}

interface Proof {
  readonly index: ProductIndex;
  /** Of the shop. */
  readonly markets: readonly string[];
  readonly signal: AbortSignal;
}

async function findEmpty(rules: readonly CheckedRule[], proof: Proof): Promise<RuleNotice[]> {
  // Of a pin it is told in which markets its product is missing.
  const others = rules.filter(({ rule }) => rule.action.kind !== 'pin');
  const counted = await countTargets(
    others.map(({ rule, target }) => ({ rules: [rule], filters: targetFilters(target) })),
    proof,
  );
  return others.flatMap(({ rule: { id } }, place): RuleNotice[] =>
    counted[place] === 0
      ? [{ rule: id, code: 'matches-nothing', reason: 'No product in its markets is its target' }]
      : [],
  );
}

async function proveOpposed(oppositions: readonly Opposition[], proof: Proof): Promise<RuleNotice[]> {
  const counted = await countTargets(
    oppositions.map(({ boost, bury }) => ({
      rules: [boost.rule, bury.rule],
      filters: [...targetFilters(boost.target), ...targetFilters(bury.target)],
    })),
    proof,
  );
  return oppositions.flatMap(({ boost, bury }, place) => {
    const products = counted[place] ?? 0;
    if (products === 0) return [];
    const what = products === 1 ? '1 product' : `${products} products`;
    return both(boost, bury, 'opposed', `moves ${what} of it the other way`);
  });
}

/** Products of each target in the markets that all of its rules are for, the fullest market; undefined where it was not counted. */
async function countTargets(
  targets: readonly {
    readonly rules: readonly MerchandisingRule[];
    readonly filters: IndexScope['filters'];
  }[],
  { index, markets, signal }: Proof,
): Promise<readonly (number | undefined)[]> {
  const scopes = targets.flatMap(({ rules, filters }, place) =>
    markets
      .filter((market) => rules.every(({ when }) => when.markets?.includes(market) ?? true))
      .map((market) => ({ place, scope: { market, filters } })),
  );
  const counted = scopes.slice(0, MOST_COUNTED);
  const counts = await index.count(
    counted.map(({ scope }) => scope),
    signal,
  );
  const most: (number | undefined)[] = targets.map(() => undefined);
  counted.forEach(({ place }, position) => {
    most[place] = Math.max(most[place] ?? 0, counts[position] ?? 0);
  });
  return most;
}
