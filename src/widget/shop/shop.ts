import { html, render, type TemplateResult } from 'lit';
import type { Market } from '../../domain/market.ts';
import type { ProductView } from '../../domain/turn.ts';
import type { Fetched } from '../request.ts';
import { productPages } from './product-pages.ts';
import { createShopClient, departmentsOf, type Found } from './shop-client.ts';
import { createShopLabel, type ShopLabel } from './shop-labels.ts';
import { choosePlace, rememberedPlace, rememberPlace, type ShopPlace } from './shop-place.ts';
import { notice, productPage, productSection, shopFrame } from './views.ts';

const TEASERS = 4;
const PAGE = 48;

const client = createShopClient();

interface Visit {
  readonly place: ShopPlace;
  readonly markets: readonly Market[];
  readonly label: ShopLabel;
  readonly query: string;
  readonly department: string | undefined;
  readonly productId: string | undefined;
}

interface Content {
  readonly body: TemplateResult;
  readonly title?: string;
  readonly departments?: readonly Department[];
}

interface Department {
  readonly key: string;
  readonly title: string;
  readonly products: readonly ProductView[];
}

async function openShop(): Promise<void> {
  const address = new URL(location.href);
  const known = await client.markets();
  const markets = known.kind === 'fetched' ? known.value.markets : [];
  const place = choosePlace(markets, {
    address,
    remembered: rememberedPlace(),
    languages: navigator.languages,
  });
  const label = createShopLabel(place?.language ?? navigator.language);
  if (place === undefined) {
    show(
      html`<main id="main">${notice(label('failed'), { text: label('retry'), address: location.href })}</main>`,
    );
    return;
  }
  rememberPlace(place);
  const visit: Visit = {
    place,
    markets,
    label,
    query: address.searchParams.get('q') ?? '',
    department: address.searchParams.get('department') ?? undefined,
    productId: /^\/products\/([^/]+)$/.exec(address.pathname)?.[1],
  };
  introduceAssistant(visit);
  document.documentElement.lang = place.locale;
  const content = await contentOf(visit);
  document.title = content.title === undefined ? label('shop') : `${content.title} · ${label('shop')}`;
  show(
    shopFrame({
      label,
      place,
      markets,
      query: visit.query,
      departments: (content.departments ?? []).map(({ key, title }) => ({
        title,
        address: departmentAddress(key),
        isCurrent: key === visit.department,
      })),
      content: content.body,
      onPlace: moveTo,
    }),
  );
}

function contentOf(visit: Visit): Promise<Content> {
  if (visit.productId !== undefined) return productContent(visit, decodeURIComponent(visit.productId));
  if (visit.query !== '' || visit.department !== undefined) return listContent(visit);
  return frontContent(visit);
}

async function frontContent({ place, label }: Visit): Promise<Content> {
  const departments = await loadDepartments(place);
  if (departments === undefined) return { body: failed(label) };
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
  return { body: html`<h1 class="unseen">${label('shop')}</h1>${sections}`, departments };
}

async function listContent({ place, label, query, department }: Visit): Promise<Content> {
  const wish = { query, limit: PAGE, ...(department !== undefined && { department }) };
  const [found, departments = []] = await Promise.all([client.search(place, wish), loadDepartments(place)]);
  if (found.kind === 'failed') return { body: failed(label), departments };
  const { products } = found.value;
  const more = (cursor: string) => client.search(place, { ...wish, cursor });
  const title = departments.find(({ key }) => key === department)?.title ?? query;
  return {
    title,
    departments,
    body: html`
      <h1>${title}</h1>
      <p class="count">${countText(found.value, query, label)}</p>
      ${products.length === 0 ? notice(label('none')) : productPages(found.value, label, more)}
    `,
  };
}

function countText({ total, corrected }: Found, query: string, label: ShopLabel): string {
  if (query === '') return label('inDepartment', { total });
  if (corrected === undefined) return label('found', { total, query });
  return label('foundInstead', { total, query, corrected });
}

async function productContent({ place, label }: Visit, productId: string): Promise<Content> {
  const [answer, similar, companions] = await Promise.all([
    client.product(place, productId),
    client.beside(place, productId, 'similar'),
    client.beside(place, productId, 'goes-with'),
  ]);
  if (answer.kind === 'failed') {
    return {
      body:
        answer.failure === 'gone'
          ? notice(label('gone'), { text: label('back'), address: '/' })
          : failed(label),
    };
  }
  const beside = [
    { title: label('goesWith'), products: productsOf(companions) },
    { title: label('similar'), products: productsOf(similar) },
  ];
  return {
    title: answer.value.title,
    body: html`
      ${productPage(answer.value, label)}
      ${beside.filter(({ products }) => products.length > 0).map((section) => productSection(section, label))}
    `,
  };
}

/** Departments with their first products; the words for a department are those its products use. */
async function loadDepartments(place: ShopPlace): Promise<readonly Department[] | undefined> {
  const all = await client.search(place, { limit: TEASERS });
  if (all.kind === 'failed') return undefined;
  const loaded = await Promise.all(
    departmentsOf(all.value).map(async (key) => {
      const products = productsOf(await client.search(place, { department: key, limit: TEASERS }));
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

const departmentAddress = (key: string): string => `/?${new URLSearchParams({ department: key })}`;

/** The same page elsewhere, or in another language. */
function moveTo(market: string, language: string): void {
  const address = new URL(location.href);
  address.searchParams.set('market', market);
  address.searchParams.set('language', language);
  location.assign(address);
}

/** The assistant comes when it is known where the visitor is and what the page shows. */
function introduceAssistant({ place, productId }: Visit): void {
  const assistant = document.createElement('floorwalker-chat');
  assistant.setAttribute('market', place.market.country);
  assistant.setAttribute('locale', place.locale);
  if (location.pathname === '/chat') assistant.setAttribute('open', '');
  if (productId !== undefined) assistant.setAttribute('product', decodeURIComponent(productId));
  document.body.append(assistant);
}

function show(content: TemplateResult): void {
  const root = document.getElementById('shop');
  if (root !== null) render(content, root);
}

void openShop();
