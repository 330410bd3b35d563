import { describe, expect, it } from 'vitest';
import { EMPTY_NEED } from '../../../src/domain/need.ts';
import type { Product } from '../../../src/domain/product.ts';
import { createLanguageDetector } from '../../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../../src/understanding/embedded-parser.ts';
import { buildVocabulary } from '../../../src/understanding/vocabulary.ts';

const OPERATORS = { eq: '=', ne: '!=', lt: '<', lte: '<=', gt: '>', gte: '>=' };

const product = (title: string, sizes: readonly string[]): Product => ({
  productId: title,
  language: 'en',
  texts: { en: { title, description: '' } },
  category: [title],
  attributes: {},
  variants: sizes.map((size) => ({ variantId: size, attributes: { size: [size] }, offers: {} })),
});

const SNEAKERS = ['36', '37', '38', '39', '40', '41', '42', '42.5', '43', '44', '45', '46'];
const SHOPS = {
  european: [product('Leather sneakers', SNEAKERS), product('Shirt', ['XS', 'S', 'M', 'L', 'XL', 'XXL'])],
  american: [product('Leather sneakers', ['US 7', 'US 8', 'US 8.5', 'US 9', 'US 9.5', 'US 10'])],
  both: [product('Running shoes', ['EU 42 / UK 8', 'EU 43 / UK 9', 'EU 44 / UK 9.5'])],
  thirds: [product('Running shoes', ['40 2/3', '41 1/3', '42', '42 2/3', '43 1/3'])],
  dresses: [product('Dress', ['34', '36', '38', '40', '42', '44'])],
  double: [product('Dress', ['S/36', 'M/38', 'L/40']), product('Tights', ['36/38', '38/40', '42/44'])],
  jeans: [product('Jeans', ['30/32', '32/32', '32/34', '34/32', '34/34'])],
  lettered: [product('Jeans', ['W32 L34', 'W32/L32', 'W34 L32'])],
  bras: [product('Bra', ['70B', '75A', '75B', '80C', '85D'])],
  children: [product('Pyjamas', ['92', '98/104', '110/116', '122']), product('Bodysuit', ['3-6 months'])],
  rings: [product('Ring', ['52', '54', '56', '58'])],
  beds: [product('Mattress', ['90x200 cm', '140x200 cm', '180 x 200']), product('Duvet', ['King size'])],
  hats: [product('Beanie', ['One Size'])],
  jackets: [product('Jacket', ['36R', '38R', '40R', '40L'])],
} satisfies Record<string, readonly Product[]>;

type Shop = keyof typeof SHOPS;

const parsers = new Map(
  await Promise.all(
    Object.entries(SHOPS).map(async ([shop, products]) => {
      const vocabulary = await buildVocabulary(products);
      return [shop, createEmbeddedParser({ vocabulary, detector: createLanguageDetector() })] as const;
    }),
  ),
);

/** "=42 =43~": sizes wanted; `~` is a wish, `?` is not listed. */
async function sizesOf(shop: Shop, said: string, { language = 'en', asked = false } = {}): Promise<string> {
  const question = { attribute: 'size', options: [], inARow: 1, turn: 0 };
  const state = {
    turn: 0,
    language,
    need: EMPTY_NEED,
    shown: [],
    seen: [],
    handedOff: false,
    opened: [],
    ...(asked ? { question } : {}),
  };
  const market = { country: 'DE', currency: 'EUR', languages: [language] };
  const context = { language, locale: language, market, state, turn: 1 };
  const parsed = await parsers.get(shop)?.parse(said, context, new AbortController().signal);
  const [wish] = (parsed?.commands ?? []).filter(({ type }) => type === 'find' || type === 'refine');
  const constraints = wish !== undefined && 'constraints' in wish ? wish.constraints : [];
  return constraints
    .filter(({ attribute }) => attribute === 'size')
    .map(
      ({ operator, value, strength, known }) =>
        `${OPERATORS[operator]}${value}${strength === 'soft' ? '~' : ''}${known ? '' : '?'}`,
    )
    .join(' ');
}

describe('sizes as shoppers write them', () => {
  it.each<readonly [Shop, string, string]>([
    ['european', 'sneakers size 42', '=42'],
    ['european', 'sneakers EU 42', '=42'],
    ['european', '42 eu sneakers', '=42'],
    ['european', 'sneakers 42.5', '=42.5'],
    ['european', 'sneakers size 42,5', '=42.5'],
    ['european', 'sneakers size 42 1/2', '=42.5'],
    ['european', 'sneakers 42½', '=42.5'],
    ['european', 'shirt size M', '=M'],
    ['european', 'shirt size medium', '=M'],
    ['european', 'shirt XL or XXL', '=XL =XXL'],
    ['european', 'sneakers size 40, 41 or 42', '=40 =41 =42'],
    ['european', 'sneakers in sizes 40 to 42', '=40 =41 =42'],
    ['european', 'size between 40 and 42 sneakers', '=40 =41 =42'],
    ['european', 'not size 42 sneakers', '!=42'],
    ['european', 'sneakers size 47', '=47?'],
    ['european', 'sneakers under 50 in 42', '=42'],
    ['european', 'sneakers under 42', ''],
    ['european', 'show us 9 sneakers', ''],
    ['american', 'sneakers US 9', '=US 9'],
    ['american', 'sneakers size 9', '=US 9'],
    ['american', 'sneakers 9.5', '=US 9.5'],
    ['both', 'shoes size 42', '=EU 42 / UK 8'],
    ['both', 'shoes UK 8', '=EU 42 / UK 8'],
    ['both', 'EU 43 running shoes', '=EU 43 / UK 9'],
    ['thirds', 'shoes 42 2/3', '=42 2/3'],
    ['thirds', 'shoes 42⅔', '=42 2/3'],
    ['thirds', 'shoes size 42', '=42'],
    ['double', 'dress size 38', '=38'],
    ['double', 'dress M', '=M/38'],
    ['double', 'dress size M/38', '=M/38'],
    ['double', 'dress 38 (M)', '=M/38'],
    ['double', 'tights 38/40', '=38/40'],
    ['double', 'tights size 40', '=40'],
    ['jeans', 'jeans 32/34', '=32/34'],
    ['jeans', 'jeans 32x34', '=32/34'],
    ['jeans', 'jeans W32 L34', '=32/34'],
    ['jeans', 'jeans 32W 34L', '=32/34'],
    ['jeans', 'jeans size 32', '=32'],
    ['jeans', 'jeans waist 32', '=W32'],
    ['jeans', 'jeans size 31', '=31?'],
    ['lettered', 'jeans 32/34', '=W32 L34'],
    ['lettered', 'jeans W32', '=W32'],
    ['lettered', 'jeans size 34', '=W34 L32'],
    ['bras', 'bra 75B', '=75B'],
    ['bras', 'bra B 75', '=75B'],
    ['bras', 'bra 80 c', '=80C'],
    ['bras', 'bra size 75b', '=75B'],
    ['bras', 'bra size 34DD', '=34DD?'],
    ['children', 'kids pyjamas size 104', '=98/104'],
    ['children', 'kids pyjamas 122', '=122'],
    ['children', 'bodysuit 3-6 months', '=3-6 months'],
    ['rings', 'ring size 54', '=54'],
    ['beds', 'mattress 140x200', '=140x200 cm'],
    ['beds', 'mattress 140 x 200 cm', '=140x200 cm'],
    ['beds', 'mattress 180×200', '=180 x 200'],
    ['beds', 'king size duvet', '=King size'],
    ['hats', 'beanie one size', '=One Size'],
    ['jackets', 'wool jacket 36 regular', '=36R'],
    ['jackets', 'jacket 40L', '=40L'],
    ['jackets', 'jacket size 38R', '=38R'],
    ['jackets', 'jacket size 40', '=40'],
  ])('in the %s shop, "%s" is %s', async (shop, said, expected) => {
    await expect(sizesOf(shop, said)).resolves.toBe(expected);
  });
});

describe('sizes of other systems', () => {
  it.each<readonly [Shop, string, string]>([
    ['european', 'sneakers UK 8', '=42'],
    ['european', "men's sneakers US 9", '=42'],
    ['european', "9.5 US men's sneakers", '=42.5'],
    ['european', "US men's 9.5 sneakers", '=42.5'],
    ['european', "women's sneakers uk size 6", '=39'],
    ['european', '26.5cm sneakers', '=42'],
    ['american', "men's sneakers EU 42", '=US 9'],
    ['dresses', 'dress UK 12', '=40'],
    ['dresses', "women's dress US 8", '=40'],
    ['dresses', 'dress IT 44', '=38'],
    ['dresses', 'dress FR 40', '=38'],
    ['dresses', "women's dress size medium", '=40 =42'],
    ['bras', '34B bra', '=75B'],
    ['bras', 'bra UK 34B', '=75B'],
    ['children', 'kids pyjamas 4 years', '=98/104'],
    ['children', 'pyjamas for a 4 year old', '=98/104'],
    ['rings', 'ring US 7', '=54'],
    ['rings', 'ring UK N', '=54'],
    ['rings', 'ring 17 mm', '=52 =54'],
  ])('in the %s shop, "%s" is about %s', async (shop, said, expected) => {
    await expect(sizesOf(shop, said)).resolves.toBe(expected);
  });

  it.each<readonly [Shop, string, string]>([
    ['european', 'US 9 sneakers', '=42~ =41~'],
    ['american', 'sneakers EU 42', '=US 9~ =US 10~'],
    ['european', 'size 8 sneakers', '=42~ =41~ =39~'],
  ])('in the %s shop, "%s" may be several, which are wishes: %s', async (shop, said, expected) => {
    await expect(sizesOf(shop, said)).resolves.toBe(expected);
  });
});

describe('an answer to the question for the size', () => {
  it.each([
    ['42', '=42'],
    ['M', '=M'],
    ['medium', '=M'],
    ['42 or 43', '=42 =43'],
    ['47', '=47?'],
  ])('"%s" is %s', async (said, expected) => {
    await expect(sizesOf('european', said, { asked: true })).resolves.toBe(expected);
  });
});

describe('sizes in other languages', () => {
  it.each<readonly [string, Shop, string, string]>([
    ['de', 'european', 'Sneaker in Größe 42', '=42'],
    ['de', 'european', 'Sneaker in 42 oder 43', '=42 =43'],
    ['de', 'european', 'Sneaker englische Größe 8', '=42'],
    ['de', 'children', 'Schlafanzug 4 Jahre', '=98/104'],
    ['de', 'jeans', 'Jeans Bundweite 32', '=W32'],
    ['fr', 'european', 'baskets pointure 40 à 42', '=40 =41 =42'],
    ['fr', 'european', 'chemise taille moyenne', '=M'],
    ['fr', 'children', 'pyjama 4 ans', '=98/104'],
    ['es', 'european', 'zapatillas talla 42,5', '=42.5'],
    ['es', 'european', 'camisa talla mediana', '=M'],
    ['it', 'european', 'scarpe numero 42 e mezzo', '=42.5'],
    ['it', 'european', 'camicia taglia media', '=M'],
    ['pt', 'european', 'camisa tamanho médio', '=M'],
    ['pt', 'european', 'tênis número 42 ou 43', '=42 =43'],
    ['nl', 'european', 'schoenen maat 42 of 43', '=42 =43'],
    ['ja', 'european', 'サイズ42のスニーカー', '=42'],
    ['ja', 'european', 'スニーカー 26.5cm', '=42'],
    ['ja', 'european', 'Mサイズのシャツ', '=M'],
  ])('%s, in the %s shop: "%s" is %s', async (language, shop, said, expected) => {
    await expect(sizesOf(shop, said, { language })).resolves.toBe(expected);
  });
});
