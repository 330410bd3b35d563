import type { RuleStore } from '../catalog/rule-store.ts';
import { languageOf } from '../domain/locale.ts';
import type {
  KeptRule,
  MerchandisingRule,
  RuleChange,
  RuleNotice,
  RuleSet,
} from '../domain/merchandising.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { PublishedBy } from '../ports/published-by.ts';
import type { RuleBook } from '../ranking/rules/rule-book.ts';
import type { Parser } from '../understanding/parser.ts';
import { checkRules, groundOf } from './check-rules.ts';
import { chooseLocale } from './choose-locale.ts';
import { compileRules } from './compile-rules.ts';
import type { Place, SearchAnswer } from './departments.ts';
import { searchProducts } from './search-products.ts';
import { marketOf, type Shop } from './shop.ts';

export interface CheckedRules extends RuleSet {
  /** What is allowed and hardly meant. */
  readonly notices: readonly RuleNotice[];
}

export interface CheckedRule {
  readonly rule: KeptRule;
  /** About this rule. */
  readonly notices: readonly RuleNotice[];
}

export interface PreviewRequest extends Place {
  /** Not kept; takes the place of the one of its id. */
  readonly rule: MerchandisingRule;
  readonly query: string;
  readonly limit: number;
  /** As of `Audience`. */
  readonly segments: readonly string[];
}

export interface RulePreview {
  readonly before: Pick<SearchAnswer, 'products' | 'total'>;
  readonly after: Pick<SearchAnswer, 'products' | 'total'>;
  readonly notices: readonly RuleNotice[];
}

/** Where a merchant reads and changes what is to be seen more, less, somewhere or not at all. In force at the next list. */
export interface RuleDesk {
  read(signal: AbortSignal): Promise<CheckedRules>;
  /**
   * Writes one rule. The same again changes nothing.
   *
   * @throws {AssistantError} PRECONDITION_FAILED when another version than the expected one is in force; INVALID_ARGUMENT when
   *   it ends too far away, or is one too many.
   */
  write(
    change: {
      readonly rule: MerchandisingRule;
      readonly expectedVersion?: number;
      readonly by?: PublishedBy | undefined;
    },
    signal: AbortSignal,
  ): Promise<CheckedRule>;
  /** @throws {AssistantError} NOT_FOUND; PRECONDITION_FAILED as for `write`. */
  remove(change: {
    readonly id: string;
    readonly expectedVersion?: number;
    readonly by?: PublishedBy | undefined;
  }): Promise<void>;
  /** A rule as it was; undefined where it was gone. @throws {AssistantError} NOT_FOUND for a version that is not kept. */
  earlier(id: string, version: number): Promise<MerchandisingRule | undefined>;
  /** All rules as they would be with one of them written, or without it. */
  wouldBe(id: string, rule: MerchandisingRule | undefined): Promise<RuleSet>;
  /** Newest first. @throws {AssistantError} NOT_FOUND for a rule there never was. */
  history(id: string): Promise<readonly RuleChange[]>;
  /** A search as it is and as it would be with a rule; one that has not begun is looked at as if it had. */
  preview(request: PreviewRequest, signal: AbortSignal): Promise<RulePreview>;
}

export interface RuleDeskOptions {
  readonly store: RuleStore;
  readonly shop: () => Shop;
  readonly parser: () => Parser;
  readonly clock: () => number;
  /** Most rules there may be. */
  readonly limitRules: number;
  /** How far away the end of a rule may be when it is written. */
  readonly limitDays: number;
}

const DAY_MS = 86_400_000;

export function createRuleDesk(options: RuleDeskOptions): RuleDesk {
  const { store, shop, clock, limitRules, limitDays } = options;
  let newest = 0;

  /** Two changes may end in another order than they were committed. */
  async function enforce(): Promise<RuleSet> {
    const set = await store.current();
    if (set.version >= newest) shop().ranking.replace({ rules: compileRules(set, shop().vocabulary) });
    newest = Math.max(newest, set.version);
    return set;
  }

  return {
    async read(signal) {
      const set = await store.current();
      return { ...set, notices: await checkRules(set.rules, groundOf(shop()), { nowMs: clock() }, signal) };
    },

    async write({ rule, expectedVersion, by }, signal) {
      const atMs = clock();
      assertEnd(rule, { atMs, limitDays });
      const kept = await store.write({
        rule,
        limitRules,
        atMs,
        by,
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
      });
      const { rules } = await enforce();
      const check = { nowMs: atMs, only: rule.id };
      return { rule: kept, notices: await checkRules(rules, groundOf(shop()), check, signal) };
    },

    async remove(change) {
      await store.remove({ ...change, atMs: clock() });
      await enforce();
    },

    history: (id) => store.history(id),

    async earlier(id, version) {
      const change = (await store.history(id)).find((each) => each.version === version);
      if (change === undefined)
        throw new AssistantError('NOT_FOUND', `There is no version ${version} of this rule any more`);
      if (change.rule === undefined) return undefined;
      const { version: _, createdAt: __, updatedAt: ___, ...rule } = change.rule;
      return rule;
    },

    async wouldBe(id, rule) {
      const set = await store.current();
      return withRule(set, { id, rule, nowMs: clock() });
    },

    async preview({ rule, query, limit, segments, ...place }, signal) {
      const nowMs = clock();
      assertEnd(rule, { atMs: nowMs, limitDays });
      const { from: _, ...begun } = rule;
      const set = withRule(await store.current(), { id: rule.id, rule: begun, nowMs });
      const others = set.rules.filter(({ id }) => id !== rule.id);
      const open = shop();
      const asked = { ...place, query, limit, filters: {}, sort: 'relevance' as const };
      const market = marketOf(open, place);
      const locale = chooseLocale(place.locale, undefined, market);
      const parser = options.parser();
      const context = {
        market,
        locale,
        language: languageOf(locale),
        nowMs,
        parser,
        segments,
        requestId: 'preview',
      };
      const search = (searched: Shop) => searchProducts(asked, { ...context, shop: searched }, signal);
      const before = await search(open);
      const after = await search(withRules(open, compileRules(set, open.vocabulary)));
      return {
        before: toList(before),
        after: toList(after),
        notices: await checkRules([...others, rule], groundOf(open), { nowMs, only: rule.id }, signal),
      };
    },
  };
}

/** A set with one rule in the place of the one of its id, or without it. */
export function withRule(
  { version, rules }: RuleSet,
  {
    id,
    rule,
    nowMs,
  }: { readonly id: string; readonly rule: MerchandisingRule | undefined; readonly nowMs: number },
): RuleSet {
  const instant = new Date(nowMs).toISOString();
  const others = rules.filter((each) => each.id !== id);
  const own: KeptRule[] =
    rule === undefined ? [] : [{ ...rule, version: version + 1, createdAt: instant, updatedAt: instant }];
  return { version: version + 1, rules: [...others, ...own] };
}

const toList = ({ products, total }: SearchAnswer) => ({ products, total });

function withRules(shop: Shop, rules: RuleBook): Shop {
  const inForce = { ...shop.ranking.current(), rules };
  return { ...shop, ranking: { ...shop.ranking, current: () => inForce } };
}

/** @throws {AssistantError} INVALID_ARGUMENT for a rule that ends too far away. */
export function assertEnd(
  { id, until }: MerchandisingRule,
  { atMs, limitDays }: { readonly atMs: number; readonly limitDays: number },
): void {
  if (Date.parse(until) <= atMs + limitDays * DAY_MS) return;
  throw new AssistantError('INVALID_ARGUMENT', `The end of "${id}" is more than ${limitDays} days away`, {
    details: { rule: id, until, limitDays },
  });
}
