import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createRandom } from '../../src/domain/random.ts';

export type GeneratedFormat = 'csv' | 'google' | 'shopify';

const COLORS = ['Red', 'Navy Blue', 'Black', 'White', 'Green', 'Grey'];
const SIZES = ['S', 'M', 'L', 'XL'];
const MATERIALS = ['Cotton', 'Wool', 'Linen', 'Leather', 'Polyester'];
const THINGS = ['Shirt', 'Scarf', 'Jacket', 'Lamp', 'Bag', 'Chair', 'Boots', 'Mug', 'Tent', 'Blanket'];
const QUALITIES = ['Warm', 'Light', 'Everyday', 'Classic', 'Soft', 'Sturdy', 'Slim', 'Roomy'];
const SENTENCES = [
  'It is made for long days and keeps its shape after many washes.',
  'The seams are reinforced where they carry weight.',
  'It packs small and dries fast.',
  'Made in small series by people who use it themselves.',
];

interface Row {
  readonly product: number;
  readonly variant: number;
  readonly title: string;
  readonly thing: string;
  readonly description: string;
  readonly color: string;
  readonly size: string;
  readonly material: string;
  readonly price: string;
  readonly sale: string;
  readonly stock: number;
}

/** Rows of products with one to three variants each, from a seed: the same rows on every machine. */
function* generateRows(count: number, seed: number): Generator<Row> {
  const random = createRandom(seed);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  let written = 0;
  for (let product = 1; written < count; product += 1) {
    const thing = pick(THINGS);
    const material = pick(MATERIALS);
    const title = `${pick(QUALITIES)} ${material} ${thing} ${product}`;
    const description = [pick(SENTENCES), pick(SENTENCES), pick(SENTENCES), pick(SENTENCES)].join(' ');
    const color = pick(COLORS);
    const variants = Math.min(1 + Math.floor(random() * 3), count - written);
    for (let variant = 1; variant <= variants; variant += 1) {
      const cents = 500 + Math.floor(random() * 30_000);
      const reduced = random() < 0.2;
      yield {
        product,
        variant,
        title,
        thing,
        description,
        color,
        size: SIZES[variant - 1] ?? 'S',
        material,
        price: (cents / 100).toFixed(2),
        sale: reduced ? (Math.ceil(cents * 0.8) / 100).toFixed(2) : '',
        stock: Math.floor(random() * 30),
      };
    }
    written += variants;
  }
}

/** Pieces of a feed of `count` rows. */
export function* generateFeed(format: GeneratedFormat, count: number, seed = 1): Generator<string> {
  const { head, row, tail } = WRITERS[format];
  yield head;
  for (const generated of generateRows(count, seed)) yield row(generated);
  yield tail;
}

export async function writeFeed(
  file: string,
  format: GeneratedFormat,
  count: number,
  seed = 1,
): Promise<void> {
  await pipeline(Readable.from(generateFeed(format, count, seed)), createWriteStream(file));
}

const page = ({ product }: Row) => `https://shop.example/p/${product}`;
const picture = ({ product, variant }: Row) => `https://shop.example/i/${product}-${variant}.jpg`;

interface FeedWriter {
  readonly head: string;
  readonly tail: string;
  row(row: Row): string;
}

/** The CSV is read with `eval/maps/generated.json`. */
const WRITERS: Readonly<Record<GeneratedFormat, FeedWriter>> = {
  csv: {
    head: 'ItemID,Parent,Name,Text,Price,Offer,Maker,Department,Pieces,Picture,Page,Colour,Size,Fabric\n',
    row: (row) =>
      `P${row.product}-${row.variant},P${row.product},${row.title},"${row.description}",${row.price},${row.sale},"Maker ${row.product % 50}",Goods/${row.thing},${row.stock},${picture(row)},${page(row)},${row.color},${row.size},${row.material}\n`,
    tail: '',
  },
  google: {
    head: '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel><title>Generated</title>\n',
    row: (row) => `<item>
<g:id>P${row.product}-${row.variant}</g:id><g:item_group_id>P${row.product}</g:item_group_id>
<g:title>${row.title}</g:title>
<g:description><![CDATA[<p>${row.description}</p>]]></g:description>
<g:link>${page(row)}</g:link><g:image_link>${picture(row)}</g:image_link>
<g:availability>${row.stock > 0 ? 'in_stock' : 'out_of_stock'}</g:availability>
<g:price>${row.price} USD</g:price>${row.sale === '' ? '' : `<g:sale_price>${row.sale} USD</g:sale_price>`}
<g:brand>Maker ${row.product % 50}</g:brand><g:product_type>Goods &gt; ${row.thing}</g:product_type>
<g:color>${row.color}</g:color><g:size>${row.size}</g:size><g:material>${row.material}</g:material>
<g:shipping><g:country>US</g:country><g:price>4.90 USD</g:price></g:shipping>
</item>
`,
    tail: '</channel></rss>\n',
  },
  shopify: {
    head: 'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Price,Variant Compare At Price,Image Src\n',
    row: (row) => {
      const own =
        row.variant === 1
          ? `${row.title},"<p>${row.description}</p>",Maker ${row.product % 50},${row.thing},"${row.material}, Goods",true,Size`
          : ',,,,,,';
      const price = row.sale === '' ? `${row.price},` : `${row.sale},${row.price}`;
      return `p-${row.product},${own},${row.size},${row.variant === 1 ? 'Color' : ''},${row.color},SKU-${row.product}-${row.variant},shopify,${row.stock},deny,${price},${picture(row)}\n`;
    },
    tail: '',
  },
};
