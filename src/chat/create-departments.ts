import { categoryKeys } from '../domain/category.ts';
import { type Language, type Locale, languageOf } from '../domain/locale.ts';
import type { Market } from '../domain/market.ts';
import { formatMoney } from '../domain/money.ts';
import { EMPTY_NEED } from '../domain/need.ts';
import type { Reason } from '../domain/reason.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Database } from '../ports/database.ts';
import { loadHistory } from '../recommendation/history.ts';
import type { HistoryItem } from '../recommendation/history-item.ts';
import type { Parser } from '../understanding/parser.ts';
import type { BehaviourBook } from './behaviour-book.ts';
import { bundleProducts } from './bundle-products.ts';
import { chooseLocale } from './choose-locale.ts';
import type { VisitBook } from './create-chat.ts';
import type { Departments, Place, Readiness, RecommendationRequest } from './departments.ts';
import type { MadeSearch } from './desk/search-tally.ts';
import { createEventDesk } from './event-desk.ts';
import { explainCounterfactual } from './explain-counterfactual.ts';
import type { ExplorationDesk } from './explore-desk.ts';
import { findGoesWith } from './goes-with.ts';
import type { ServedList } from './impression-store.ts';
import { type Audience, type ListedProduct, type ListRequest, listProducts } from './list-products.ts';
import { offeredVariants, toProductView, type ViewContext } from './product-view.ts';
import { withReasonTexts } from './reason-texts.ts';
import { searchProducts } from './search-products.ts';
import { marketOf, type Shop } from './shop.ts';
import { tellCounterfactual } from './tell-counterfactual.ts';
import { underRules } from './under-rules.ts';

export interface DepartmentOptions {
  readonly database: Database;
  readonly shop: () => Shop;
  readonly parser: () => Parser;
  readonly clock: () => number;
  readonly onOpened: VisitBook['opened'];
  readonly readiness: () => Readiness;
  readonly visitOf: VisitBook['visitOf'];
  readonly onConsent?: VisitBook['consented'];
  /** What is kept in memory beside the store; without it the store is asked, and no list is logged. */
  readonly behaviour?: BehaviourBook;
  /** Hears which lists were ranked by a chosen strategy, and what came of them. */
  readonly exploration?: Pick<ExplorationDesk, 'shown' | 'happened'>;
  /** Hears the words of a search when its first page is asked for; nothing of who asks. */
  readonly onSearch?: (search: MadeSearch) => void;
  /** A reason in a language, one line without a full stop. */
  /** @param market ISO 3166-1 alpha-2. */
  readonly reasonText: (reason: Reason, language: Language, market: string) => string;
  /** Unguessable. */
  readonly newId: () => string;
}

const HISTORY_LIMIT = 100;
const VISITOR: readonly string[] = ['visitor'];

interface ResolvedPlace {
  readonly shop: Shop;
  readonly market: Market;
  readonly view: ViewContext;
  readonly locale: Locale;
}

/** Search, product pages, recommendations and events: the same rooms as the conversation, asked directly. */
export function createDepartments(options: DepartmentOptions): Departments {
  const { database, clock, behaviour, exploration } = options;
  const historyOf = async (shopperId: string): Promise<readonly HistoryItem[]> =>
    behaviour === undefined
      ? await loadHistory(database, shopperId, HISTORY_LIMIT)
      : await behaviour.online.history(shopperId, HISTORY_LIMIT);

  function resolve(place: Place): ResolvedPlace {
    const shop = options.shop();
    const market = marketOf(shop, place);
    const locale = chooseLocale(place.locale, undefined, market);
    return {
      shop,
      market,
      locale,
      view: {
        market: market.country,
        locale,
        language: languageOf(locale),
        nowMs: clock(),
        labels: shop.vocabulary,
      },
    };
  }

  async function sold(productId: string, { shop, market }: ResolvedPlace) {
    const product = (await shop.store.products([productId])).get(productId);
    const variants = product === undefined ? [] : offeredVariants(product, market.country, clock());
    const [first] = variants;
    if (product === undefined || first === undefined)
      throw new AssistantError(
        'NOT_FOUND',
        `There is no product "${productId.slice(0, 60)}" in ${market.country}`,
      );
    return { product, variants, first };
  }

  const audience = (
    surface: Audience['surface'],
    { listId = options.newId(), seed = listId }: Place,
    ...segments: string[]
  ): Audience => ({ surface, seed, listId, segments });

  function logServed(
    { seed, listId = seed, surface }: Audience,
    served: Pick<ServedList, 'making' | 'products' | 'firstPosition' | 'conversationId' | 'shopperId'>,
  ): void {
    const list = { ...served, listId, surface, shownAtMs: clock() };
    behaviour?.impressions.add(list);
    exploration?.shown(list);
  }

  /** A product with its reasons in the shopper's language. */
  const worded =
    ({ language, market }: ViewContext) =>
    (listed: Pick<ListedProduct, 'view' | 'reasons'>) =>
      withReasonTexts(listed, (reason) => options.reasonText(reason, language, market));

  const baseOf = ({ market, view }: ResolvedPlace) => ({
    need: EMPTY_NEED,
    intent: 'recommend' as const,
    market,
    view,
    exclude: [],
    history: [],
    opened: [],
  });

  /** Whom recommendations are for, and what is known of them. */
  async function recommendationFor({ conversationId, customerId, limit, ...place }: RecommendationRequest) {
    const nobody: Awaited<ReturnType<VisitBook['visitOf']>> = { opened: [], history: [] };
    const visit = conversationId === undefined ? nobody : await options.visitOf(conversationId);
    const customer = customerId === undefined ? undefined : `customer:${customerId}`;
    const known = customer === undefined ? [] : await historyOf(customer);
    const history = [...visit.history, ...known];
    const { opened } = visit;
    const done = opened.length + history.length;
    // Until they do something more, the same list; until they do anything, the one that strangers get.
    const seed = done === 0 ? {} : { seed: `${conversationId ?? customerId} ${done}` };
    return {
      request: {
        audience: audience(
          'recommendations',
          { ...place, ...seed },
          customerId === undefined ? 'visitor' : 'customer',
        ),
        history,
        opened,
        exclude: [...opened, ...(visit.banned ?? []), ...history.map(({ productId }) => productId)],
        limit,
      },
      // Of a customer only what consent let be written down is known; without any there is nobody to bind the list to.
      shopper: { conversationId, shopperId: visit.shopperId ?? (known.length > 0 ? customer : undefined) },
    };
  }

  async function list(
    place: ResolvedPlace,
    request: Partial<ListRequest> & Pick<ListRequest, 'audience' | 'limit'>,
    signal: AbortSignal,
    shopper: Pick<ServedList, 'conversationId' | 'shopperId'> = {},
  ) {
    const found = await listProducts(place.shop, { ...baseOf(place), ...request }, signal);
    const products = found.products.map(worded(place.view));
    logServed(request.audience, { ...shopper, making: found.making, products });
    return products;
  }

  return {
    markets: () => options.shop().markets,
    readiness: options.readiness,

    async search(request, signal) {
      const { shop, market, locale, view } = resolve(request);
      const asked = audience('search', request);
      if (request.cursor === undefined)
        options.onSearch?.({ market: market.country, language: view.language, words: request.query });
      return await searchProducts(
        request,
        {
          shop,
          market,
          locale,
          language: view.language,
          nowMs: view.nowMs,
          parser: options.parser(),
          requestId: asked.listId ?? asked.seed,
          reasonText: (reason) => options.reasonText(reason, view.language, market.country),
          onServed: (served) => logServed(asked, served),
        },
        signal,
      );
    },

    async product(productId, place) {
      const resolved = resolve(place);
      const { product, variants, first } = await sold(productId, resolved);
      const views = variants.map((variant) => toProductView(product, variant, resolved.view));
      const names = new Set(views.flatMap(({ attributes }) => Object.keys(attributes)));
      const labelOf = (name: string) => resolved.shop.vocabulary.attributeLabel(name, resolved.view.language);
      return {
        ...toProductView(product, first, resolved.view),
        variants: views,
        attributeLabels: Object.fromEntries([...names].map((name) => [name, labelOf(name)])),
      };
    },

    async similar(productId, { limit, ...place }, signal) {
      const resolved = resolve(place);
      const { product } = await sold(productId, resolved);
      const categories = categoryKeys(product.category);
      const shop = underRules(resolved.shop, { ...resolved.view, segments: VISITOR, categories });
      return await list(
        { ...resolved, shop },
        {
          audience: audience('similar', place, ...VISITOR),
          intent: 'similar',
          need: { ...EMPTY_NEED, similarTo: productId },
          exclude: [productId],
          limit,
        },
        signal,
      );
    },

    async goesWith(productId, { limit, ...place }, signal) {
      const resolved = resolve(place);
      await sold(productId, resolved);
      const { shop, view } = resolved;
      const found = await findGoesWith(shop, { productId, limit, view, segments: VISITOR });
      signal.throwIfAborted();
      const products = found.map(worded(view));
      const making = { rankingVersion: resolved.shop.rankingVersion, propensity: 1 };
      logServed(audience('goes-with', place), { making, products });
      return products;
    },

    async bundles(productId, { budgetMinor, ...place }, signal) {
      const resolved = resolve(place);
      await sold(productId, resolved);
      const { shop, view } = resolved;
      const budget = budgetMinor === undefined ? {} : { budgetMinor };
      const bundles = await bundleProducts(shop, { productId, view, segments: VISITOR, ...budget });
      signal.throwIfAborted();
      return bundles.map(({ pieces, total }) => ({
        products: pieces.map(worded(view)),
        total: { ...total, formatted: formatMoney(total, view.locale) },
      }));
    },

    async recommendations(asked, signal) {
      const { request, shopper } = await recommendationFor(asked);
      return await list(resolve(asked), request, signal, shopper);
    },

    async counterfactual(asked, signal) {
      const resolved = resolve(asked);
      const { request } = await recommendationFor(asked);
      const told = await explainCounterfactual(resolved.shop, { ...baseOf(resolved), ...request }, signal);
      return await tellCounterfactual(told, resolved.shop, worded(resolved.view));
    },

    recordEvents: createEventDesk(options),
  };
}
