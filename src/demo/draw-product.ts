import { attributeValues, type Product } from '../domain/product.ts';
import { drawingOf } from './drawings/index.ts';
import type { Ink } from './drawings/shapes.ts';
import { PALETTE } from './palette.ts';
import { productTypeOf } from './product-types.ts';

/** Colours of things that come without a colour choice: what their material looks like. */
const MATERIAL_HEX: Readonly<Record<string, string>> = {
  oak: '#c09a6b',
  walnut: '#7f5b40',
  beech: '#d6b58c',
  bamboo: '#cdb277',
  rattan: '#c2a06d',
  cork: '#c79c6e',
  brass: '#c3a052',
  steel: '#a7adb2',
  'stainless steel': '#b4babf',
  aluminium: '#bcc2c7',
  titanium: '#8f9499',
  iron: '#55585c',
  glass: '#a9c5c8',
  ceramic: '#d8cbb8',
  porcelain: '#e9e5dc',
  marble: '#dcdad6',
  cardboard: '#8aa3a0',
  plastic: '#7b8794',
};

/** Quiet colours for things that have neither colour nor a telling material; the id decides. */
const QUIET = ['#8aa3a0', '#c49a86', '#9aa783', '#8e9db3', '#bda37a', '#a88fa3'];
const PATTERN_MARKS: Readonly<Record<string, (mark: string) => string>> = {
  striped: (mark) => `<rect width="24" height="9" fill="${mark}"/>`,
  checked: (mark) =>
    `<g fill="${mark}"><rect width="24" height="7" opacity=".7"/><rect width="7" height="24" opacity=".7"/></g>`,
  dotted: (mark) =>
    `<circle cx="6" cy="6" r="4" fill="${mark}"/><circle cx="18" cy="18" r="4" fill="${mark}"/>`,
  floral: (mark) =>
    `<g fill="${mark}"><circle cx="8" cy="4" r="3"/><circle cx="8" cy="12" r="3"/><circle cx="4" cy="8" r="3"/><circle cx="12" cy="8" r="3"/><circle cx="19" cy="19" r="2.5"/></g>`,
};

/**
 * A picture of a product as a whole SVG document of 320 × 320: its kind of thing in its colour and pattern on a calm
 * ground. Pure, without scripts, links or fonts, below 4 kB. Another shop's product becomes a parcel.
 *
 * @param wanted The colour of a variant; one that the product does not come in counts as absent.
 */
export function drawProduct(product: Product, wanted?: string): string {
  const type = productTypeOf(product);
  const color = colorOf(product, wanted);
  const pattern = PATTERN_MARKS[attributeValues(product, 'pattern')[0] ?? ''];
  const pale = mix(color, '#ffffff', 0.42);
  const deep = mix(color, '#1d1b22', 0.26);
  const ink: Ink = {
    main: pattern === undefined ? color : 'url(#p)',
    deep,
    pale,
    paper: '#fbf8f1',
    dark: '#3a3d42',
    metal: '#b9bec3',
  };
  const definitions =
    pattern === undefined
      ? ''
      : `<defs><pattern id="p" width="24" height="24" patternUnits="userSpaceOnUse"><rect width="24" height="24" fill="${color}"/>${pattern(markOn(color))}</pattern></defs>`;
  // White things stand before a cool ground, all others before a breath of their own colour.
  const ground = luma(color) > 222 ? '#d6dde0' : mix(color, '#f4f0e9', 0.86);
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 320" role="img">',
    `<title>${escapeXml(product.texts[product.language]?.title ?? product.productId)}</title>`,
    definitions,
    `<rect width="320" height="320" fill="${ground}"/>`,
    `<ellipse cx="160" cy="264" rx="112" ry="13" fill="${mix(ground, '#5b5148', 0.2)}"/>`,
    drawingOf(type?.id)(ink, (attribute) => attributeValues(product, attribute)[0]),
    '</svg>',
  ].join('');
}

function colorOf(product: Product, wanted: string | undefined): string {
  const colors = attributeValues(product, 'color');
  const color = PALETTE[colors.find((name) => name === wanted) ?? colors[0] ?? '']?.hex;
  const material = MATERIAL_HEX[attributeValues(product, 'material')[0] ?? ''];
  const letters = [...product.productId].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  return color ?? material ?? QUIET[letters % QUIET.length] ?? '#8aa3a0';
}

/** A tone that shows on the colour: pale on dark, deep on light. */
const markOn = (color: string): string =>
  luma(color) > 150 ? mix(color, '#1d1b22', 0.28) : mix(color, '#ffffff', 0.5);

/** Brightness in [0, 255] (ITU-R BT.601). */
function luma(color: string): number {
  const [red, green, blue] = channels(color);
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

/** @param share Of the second colour, in [0, 1]. Both colours are "#rrggbb". */
function mix(first: string, second: string, share: number): string {
  const other = channels(second);
  return `#${channels(first)
    .map((value, index) => Math.round(value * (1 - share) + (other[index] ?? 0) * share))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;
}

const channels = (hex: string): [number, number, number] => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
