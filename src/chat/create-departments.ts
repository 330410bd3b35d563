import { type Locale, languageOf } from '../domain/locale.ts';
import type { Market } from '../domain/market.ts';
import { EMPTY_NEED } from '../domain/need.ts';
import type { ProductView } from '../domain/turn.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Database } from '../ports/database.ts';
import { loadHistory } from '../recommendation/history.ts';
import { recordEvents } from '../recommendation/record-events.ts';
import type { Parser } from '../understanding/parser.ts';
import { chooseLocale } from './choose-locale.ts';
import type { VisitBook } from './create-chat.ts';
import type { Departments, Place, Readiness } from './departments.ts';
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
  const { database, clock } = options;

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

  const audience = (surface: Audience['surface'], ...segments: string[]): Audience => ({
    surface,
    seed: options.newId(),
    segments,
  });

  async function list(
    place: ResolvedPlace,
    request: Partial<ListRequest> & Pick<ListRequest, 'audience' | 'limit'>,
    signal: AbortSignal,
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
    return found.products.map(({ view }) => view);
  }

  return {
    markets: () => options.shop().markets,
    readiness: options.readiness,

    async search(request, signal) {
      const { shop, market, locale, view } = resolve(request);
      return await searchProducts(
        request,
        {
          shop,
          market,
          locale,
          language: view.language,
          nowMs: view.nowMs,
          parser: options.parser(),
          requestId: options.newId(),
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
          audience: audience('similar'),
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
      return found.filter(({ availability }) => availability !== 'out-of-stock').slice(0, limit);
    },

    async recommendations({ conversationId, customerId, limit, ...place }, signal) {
      const resolved = resolve(place);
      const visit =
        conversationId === undefined ? { opened: [], history: [] } : await options.visitOf(conversationId);
      const known =
        customerId === undefined ? [] : await loadHistory(database, `customer:${customerId}`, HISTORY_LIMIT);
      const history = [...visit.history, ...known];
      const { opened } = visit;
      return await list(
        resolved,
        {
          audience: audience('recommendations', customerId === undefined ? 'visitor' : 'customer'),
          history,
          opened,
          exclude: [...opened, ...history.map(({ productId }) => productId)],
          limit,
        },
        signal,
      );
    },

    async recordEvents(batch, caller) {
      const { store } = options.shop();
      const receipt = await recordEvents({
        database,
        batch,
        caller,
        isKnownProduct: async (id) => (await store.products([id])).has(id),
        clock,
      });
      const opened = receipt.interactions
        .filter(({ type }) => type === 'click' || type === 'view')
        .map(({ productId }) => productId);
      if (caller.conversation !== undefined && opened.length > 0)
        await options.onOpened(caller.conversation.conversationId, opened);
      return { accepted: receipt.accepted, rejected: receipt.rejected };
    },
  };
}
