import { html, render, type TemplateResult } from 'lit';
import type { Market } from '../../domain/market.ts';
import type { ProductView } from '../../domain/turn.ts';
import type { Fetched } from '../request.ts';
import { basketPage } from './basket-page.ts';
import { listPage } from './list-page.ts';
import { isNarrowed, type ListPlace, listAddress, readListPlace } from './list-place.ts';
import { type ProductContext, productPage } from './product-page.ts';
import { createShopBasket, type ShopBasket } from './shop-basket.ts';
import { createShopClient, departmentsOf } from './shop-client.ts';
import { createShopLabel, type ShopLabel } from './shop-labels.ts';
import { choosePlace, rememberedPlace, rememberPlace, type ShopPlace } from './shop-place.ts';
import { notice, productSection, shopFrame, waiting } from './views.ts';

const TEASERS = 4;
const PAGE = 48;

const client = createShopClient();

/** Somebody in the shop, for as long as the page is not loaded anew. */
interface Visit {
  readonly place: ShopPlace;
  readonly markets: readonly Market[];
  readonly label: ShopLabel;
  readonly basket: ShopBasket;
  /** Once for all pages. */
  readonly departments: Promise<readonly Department[] | undefined>;
}

interface Content {
  /** Drawn again whenever the basket changes. */
  readonly body: () => TemplateResult;
  readonly title?: string;
}

interface Department {
  readonly key: string;
  readonly title: string;
  readonly products: readonly ProductView[];
}

async function openShop(): Promise<void> {
  const known = await client.markets();
  const markets = known.kind === 'fetched' ? known.value.markets : [];
  const place = choosePlace(markets, {
    address: new URL(location.href),
    remembered: rememberedPlace(),
    languages: navigator.languages,
  });
  const label = createShopLabel(place?.language ?? navigator.language);
  if (place === undefined) {
    draw(html`<main id="main">${failed(label)}</main>`);
    return;
  }
  rememberPlace(place);
  document.documentElement.lang = place.locale;
  document.title = label('shop');
  const pages = createPages({
    place,
    markets,
    label,
    basket: createShopBasket(place, () => pages.redraw()),
    departments: loadDepartments(place),
  });
  pages.redraw();
  introduceAssistant(place);
  addEventListener('popstate', () => void pages.show());
  document.addEventListener('floorwalker-basket-changed', () => void pages.readBasket());
  addEventListener('focus', () => void pages.readBasket());
  await Promise.all([pages.show(), pages.readBasket()]);
}

/** Pages of one visit: what the address says is fetched, then drawn, and drawn again when the basket changes. */
function createPages(visit: Visit) {
  const { label, place, markets, basket } = visit;
  let content: Content = { body: waiting };
  let departments: readonly Department[] | undefined;
  let shown = 0;

  const pages = {
    redraw() {
      const list = readListPlace(new URLSearchParams(location.search));
      draw(
        shopFrame({
          label,
          place,
          markets,
          query: list.query,
          pieces: basket.basket.cart?.pieces ?? 0,
          departments: departments?.map(({ key, title }) => ({
            title,
            address: departmentAddress(key),
            isCurrent: list.filters.category?.includes(key) ?? false,
          })),
          content: content.body(),
          onPlace: moveTo,
        }),
      );
    },
    async readBasket() {
      await basket.basket.reread();
      pages.redraw();
    },
    async show() {
      shown += 1;
      const own = shown;
      const made = await contentOf(visit, pages);
      departments = (await visit.departments) ?? [];
      if (own !== shown) return;
      content = made;
      document.title = made.title === undefined ? label('shop') : `${made.title} · ${label('shop')}`;
      pages.redraw();
    },
    /** Another list on the same page: the focus stays where it is. */
    async go(list: ListPlace) {
      history.pushState(null, '', listAddress(list));
      await pages.show();
    },
  };
  return pages;
}

type Pages = ReturnType<typeof createPages>;

function contentOf(visit: Visit, pages: Pages): Promise<Content> {
  const productId = productIdOf(location.pathname);
  if (productId !== undefined) return productContent(visit, productId, pages);
  if (location.pathname === '/basket') return basketContent(visit);
  const list = readListPlace(new URLSearchParams(location.search));
  return isNarrowed(list) ? listContent(visit, list, pages) : frontContent(visit);
}

async function basketContent({ basket, label }: Visit): Promise<Content> {
  await basket.basket.reread();
  return { title: label('basket'), body: () => basketPage(basket.basket, label) };
}

async function frontContent({ label, departments: loading }: Visit): Promise<Content> {
  const departments = await loading;
  if (departments === undefined) return { body: () => failed(label) };
  const sections = departments.map(({ key, title, products }) =>
    productSection(
      {
        title,
        products,
        more: { address: departmentAddress(key), text: label('more', { department: title }) },
      },
      label,
    ),
  );
  return { body: () => html`<h1 class="unseen">${label('shop')}</h1>${sections}` };
}

async function listContent(visit: Visit, list: ListPlace, pages: Pages): Promise<Content> {
  const { place, label } = visit;
  const [found, departments = []] = await Promise.all([
    client.search(place, { ...list, limit: PAGE }),
    visit.departments,
  ]);
  if (found.kind === 'failed') return { body: () => failed(label) };
  const [category] = list.filters.category ?? [];
  const title =
    list.query !== '' ? list.query : (departments.find(({ key }) => key === category)?.title ?? label('all'));
  return {
    title,
    body: () =>
      listPage({
        title,
        list,
        found: found.value,
        label,
        currency: place.market.currency,
        onChange: (changed) => void pages.go(changed),
        load: (cursor) => client.search(place, { ...list, limit: PAGE, cursor }),
      }),
  };
}

async function productContent(
  { place, label, basket }: Visit,
  productId: string,
  pages: Pages,
): Promise<Content> {
  const [answer, similar, companions] = await Promise.all([
    client.product(place, productId),
    client.beside(place, productId, 'similar'),
    client.beside(place, productId, 'goes-with'),
  ]);
  if (answer.kind === 'failed') {
    const isGone = answer.failure === 'gone';
    return {
      body: () => (isGone ? notice(label('gone'), { text: label('back'), address: '/' }) : failed(label)),
    };
  }
  const beside = [
    { title: label('goesWith'), products: productsOf(companions) },
    { title: label('similar'), products: productsOf(similar) },
  ].filter(({ products }) => products.length > 0);
  const context: ProductContext = { label, basket, redraw: pages.redraw };
  const drawProduct = productPage(answer.value, context);
  return {
    title: answer.value.title,
    body: () => html`${drawProduct()} ${beside.map((section) => productSection(section, label))}`,
  };
}

/** Departments with their first products; the words for a department are those its products use. */
async function loadDepartments(place: ShopPlace): Promise<readonly Department[] | undefined> {
  const all = await client.search(place, { limit: TEASERS });
  if (all.kind === 'failed') return undefined;
  const loaded = await Promise.all(
    departmentsOf(all.value).map(async (key) => {
      const products = productsOf(
        await client.search(place, { filters: { category: [key] }, limit: TEASERS }),
      );
      return { key, title: products[0]?.category[0] ?? key, products };
    }),
  );
  return loaded
    .filter(({ products }) => products.length > 0)
    .toSorted((left, right) => left.title.localeCompare(right.title, place.locale));
}

const productsOf = (
  answer: Fetched<{ readonly products: readonly ProductView[] }>,
): readonly ProductView[] => (answer.kind === 'fetched' ? answer.value.products : []);

const failed = (label: ShopLabel): TemplateResult =>
  notice(label('failed'), { text: label('retry'), address: location.href });

const departmentAddress = (key: string): string =>
  listAddress({ query: '', filters: { category: [key] }, sort: 'relevance' });

function productIdOf(path: string): string | undefined {
  const written = /^\/products\/([^/]+)$/.exec(path)?.[1];
  return written === undefined ? undefined : decodeURIComponent(written);
}

/** The same page elsewhere, or in another language. */
function moveTo(market: string, language: string): void {
  const address = new URL(location.href);
  address.searchParams.set('market', market);
  address.searchParams.set('language', language);
  location.assign(address);
}

/** The assistant comes when it is known where the visitor is and what the page shows. */
function introduceAssistant(place: ShopPlace): void {
  const productId = productIdOf(location.pathname);
  const assistant = document.createElement('floorwalker-chat');
  assistant.setAttribute('market', place.market.country);
  assistant.setAttribute('locale', place.locale);
  if (location.pathname === '/chat') assistant.setAttribute('open', '');
  if (productId !== undefined) assistant.setAttribute('product', productId);
  document.body.append(assistant);
}

function draw(content: TemplateResult): void {
  const root = document.getElementById('shop');
  if (root !== null) render(content, root);
}

void openShop();
