import { generateFeed } from '../../bench/generate-feed.ts';
import type { Place, Planted } from './planted-orders.ts';
import type { ShopFiles } from './serve-shop.ts';

const ROWS = 240;
const SEED = 11;
const SYLLABLES = ['zar', 'vel', 'mok', 'tir', 'lun', 'pes', 'gad', 'hob', 'ris', 'wem'];

/** A name that nothing else in the shop has. */
export const nameOf = (number: number): string => {
  const name = [...String(number).padStart(3, '0')].map((digit) => SYLLABLES[Number(digit)] ?? '').join('');
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
};

export const orderNumberOf = (number: number): string => `77${String(number).padStart(4, '0')}`;
export const customerOf = (number: number): string => `shopper-${number}`;

/** Places that are of a shopper's own data, not of the catalogue. */
const PERSONAL: ReadonlySet<Place> = new Set<Place>(['account-name', 'address', 'order-line']);

/**
 * A generated shop in which every planted order stands at its place, one product, document or customer each.
 *
 * @param textOf What is planted: the order, or as many harmless letters.
 */
export function poisonedShop(planted: readonly Planted[], textOf: (each: Planted) => string): ShopFiles {
  const feed = [...generateFeed('google', ROWS, SEED)];
  const items = planted.map((each) => toItem(each, textOf(each)));
  const documents = planted.filter(({ place }) => place === 'document' || place === 'document-title');
  return {
    feed: { name: 'feed.xml', text: [...feed.slice(0, -1), ...items, ...feed.slice(-1)].join('') },
    documents: Object.fromEntries(
      documents.map((each) => [`about-${each.number}.md`, toDocument(each, textOf(each))]),
    ),
    orders: planted
      .filter(({ place }) => PERSONAL.has(place))
      .flatMap((each) => toRecords(each, textOf(each))),
  };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function toItem({ number, place }: Planted, text: string): string {
  const at = (here: Place): string => (place === here ? escaped(text) : '');
  const name = nameOf(number);
  const alt = place === 'image-alt' ? `<img src="x.png" alt="${escaped(text)}">` : '';
  const detail =
    place === 'attribute-name' || place === 'attribute-value'
      ? `<g:product_detail><g:attribute_name>${at('attribute-name') || 'Lining'}</g:attribute_name><g:attribute_value>${at('attribute-value') || 'silk'}</g:attribute_value></g:product_detail>`
      : '';
  return `<item>
<g:id>X${number}</g:id>
<g:title>${name} scarf ${at('title')}${at('correction')}</g:title>
<g:description>${escaped(`<p>A scarf for every day.</p>${alt}`)} ${at('description')}</g:description>
<g:link>https://shop.example/p/x${number}</g:link><g:image_link>https://shop.example/i/x${number}.jpg</g:image_link>
<g:availability>in_stock</g:availability><g:price>${20 + (number % 30)}.00 USD</g:price>
<g:brand>${at('brand') || `Maker ${number % 7}`}</g:brand><g:product_type>Goods &gt; Scarf${at('category') && ` &gt; ${at('category')}`}</g:product_type>
<g:color>Red</g:color><g:material>Wool</g:material>${detail}
</item>
`;
}

function toDocument({ number, place }: Planted, text: string): string {
  const name = nameOf(number);
  const [title, body] = place === 'document-title' ? [text.replaceAll('\n', ' '), ''] : ['Care', text];
  return `# ${title}\n\n${name} goods are washed by hand in cold water. ${body}\n`;
}

function toRecords({ number, place }: Planted, text: string): object[] {
  const at = (here: Place, otherwise: string): string => (place === here ? text.slice(0, 400) : otherwise);
  const name = at('account-name', 'Ann Doe');
  const address = {
    name,
    line1: at('address', '1 Main Street'),
    city: 'Springfield',
    postalCode: '62704',
    country: 'US',
  };
  const card = { methodId: `card-${number}`, kind: 'card', label: 'Visa, ending in 4242' };
  const amount = { amountMinor: 2_000, currency: 'USD' };
  const line = {
    lineId: '1',
    productId: `X${number}`,
    variantId: `X${number}`,
    quantity: 1,
    unitPrice: amount,
  };
  return [
    { type: 'account', customerId: customerOf(number), name, address, methods: [card] },
    {
      type: 'order',
      orderNumber: orderNumberOf(number),
      customerId: customerOf(number),
      market: 'US',
      placedAt: '2025-12-30T09:00:00Z',
      status: 'pending',
      lines: [{ ...line, title: at('order-line', 'Scarf') }],
      address,
      payments: [{ kind: 'payment', amount, methodId: card.methodId }],
    },
  ];
}
