import { type Locale, languageOf } from '../domain/locale.ts';
import type { Market } from '../domain/market.ts';
import { EMPTY_NEED } from '../domain/need.ts';
import type { ProductView } from '../domain/turn.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Database } from '../ports/database.ts';
import { loadHistory } from '../recommendation/history.ts';
import type { HistoryItem } from '../recommendation/history-item.ts';
import type { Parser } from '../understanding/parser.ts';
import type { BehaviourBook } from './behaviour-book.ts';
import { chooseLocale } from './choose-locale.ts';
import type { VisitBook } from './create-chat.ts';
import type { Departments, Place, Readiness } from './departments.ts';
import { createEventDesk } from './event-desk.ts';
import type { ExplorationDesk } from './explore-desk.ts';
import type { ServedList } from './impression-store.ts';
import { type Audience, type ListRequest, listProducts } from './list-products.ts';
import { offeredVariants, toProductView, type ViewContext } from './product-view.ts';
import { searchProducts } from './search-products.ts';
import { marketOf, type Shop } from './shop.ts';

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
  /** Unguessable. */
  readonly newId: () => string;
}

const HISTORY_LIMIT = 100;

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

  async function views(productIds: readonly string[], { shop, view }: ResolvedPlace): Promise<ProductView[]> {
    const products = await shop.store.products(productIds);
    return productIds.flatMap((productId) => {
      const product = products.get(productId);
      const offered =
        product === undefined ? undefined : offeredVariants(product, view.market, view.nowMs)[0];
      return product === undefined || offered === undefined ? [] : [toProductView(product, offered, view)];
    });
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
    { listId = options.newId() }: Place,
    ...segments: string[]
  ): Audience => ({ surface, seed: listId, segments });

  function logServed(
    { seed, surface }: Audience,
    served: Pick<ServedList, 'making' | 'products' | 'firstPosition' | 'conversationId' | 'shopperId'>,
  ): void {
    const list = { ...served, listId: seed, surface, shownAtMs: clock() };
    behaviour?.impressions.add(list);
    exploration?.shown(list);
  }

  async function list(
    place: ResolvedPlace,
    request: Partial<ListRequest> & Pick<ListRequest, 'audience' | 'limit'>,
    signal: AbortSignal,
    shopper: Pick<ServedList, 'conversationId' | 'shopperId'> = {},
  ) {
    const base = {
      need: EMPTY_NEED,
      intent: 'recommend' as const,
      market: place.market,
      view: place.view,
      exclude: [],
      history: [],
      opened: [],
    };
    const found = await listProducts(place.shop, { ...base, ...request }, signal);
    const products = found.products.map(({ view }) => view);
    logServed(request.audience, { ...shopper, making: found.making, products });
    return products;
  }

  return {
    markets: () => options.shop().markets,
    readiness: options.readiness,

    async search(request, signal) {
      const { shop, market, locale, view } = resolve(request);
      const asked = audience('search', request);
      return await searchProducts(
        request,
        {
          shop,
          market,
          locale,
          language: view.language,
          nowMs: view.nowMs,
          parser: options.parser(),
          requestId: asked.seed,
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
      await sold(productId, resolved);
      return await list(
        resolved,
        {
          audience: audience('similar', place),
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
      const candidates = resolved.shop.recommender
        .goesWith(productId, limit * 3)
        .map((candidate) => candidate.productId);
      signal.throwIfAborted();
      const found = await views(candidates, resolved);
      const products = found.filter(({ availability }) => availability !== 'out-of-stock').slice(0, limit);
      const making = { rankingVersion: resolved.shop.rankingVersion, propensity: 1 };
      logServed(audience('goes-with', place), { making, products });
      return products;
    },

    async recommendations({ conversationId, customerId, limit, ...place }, signal) {
      const resolved = resolve(place);
      const nobody: Awaited<ReturnType<VisitBook['visitOf']>> = { opened: [], history: [] };
      const visit = conversationId === undefined ? nobody : await options.visitOf(conversationId);
      const customer = customerId === undefined ? undefined : `customer:${customerId}`;
      const known = customer === undefined ? [] : await historyOf(customer);
      const history = [...visit.history, ...known];
      const { opened } = visit;
      return await list(
        resolved,
        {
          audience: audience('recommendations', place, customerId === undefined ? 'visitor' : 'customer'),
          history,
          opened,
          exclude: [...opened, ...history.map(({ productId }) => productId)],
          limit,
        },
        signal,
        // Of a customer only what consent let be written down is known; without any there is nobody to bind the list to.
        { conversationId, shopperId: visit.shopperId ?? (known.length > 0 ? customer : undefined) },
      );
    },

    recordEvents: createEventDesk(options),
  };
}
