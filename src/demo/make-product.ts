import { type Attributes, attributeValues, type Product, type ProductText } from '../domain/product.ts';
import { composeText, type Wording } from './compose-text.ts';
import type { Design } from './design-product.ts';
import { makeVariants, toSlug } from './make-variants.ts';
import { MATERIALS } from './materials.ts';
import { PALETTE } from './palette.ts';
import { pictureAddress } from './picture-address.ts';
import { tagPrice } from './price-offers.ts';
import { TRAITS } from './traits.ts';
import { CARE, GENDERS, ORIGINS, PATTERNS, STYLES } from './vocabulary.ts';
import { DEMO_LANGUAGES, everywhere, inLanguage, type Words } from './words.ts';

const TWO_YEARS_MS = 730 * 86_400_000;

/** The product a design becomes, with its words in every language and its variants. */
export function makeProduct(
  design: Design,
  nowMs: number,
  nextGtin: () => string,
  random: () => number,
): Product {
  const { type, department } = design;
  const productId = `${type.id}-${toSlug(design.model)}`;
  const wording: Wording = {
    opening: Math.floor(random() * 64),
    use: Math.floor(random() * 64),
    title: Math.floor(random() * 64),
    order: Math.floor(random() * 64),
  };
  const tag = tagPrice(priceOf(design, random), type.bulky ?? false, nowMs, random);
  const categories = [department.label, type.group, type.leaf];
  const facts = {
    productId,
    language: 'en',
    brand: design.brand,
    category: categories.map((label) => inLanguage(label, 0)),
    attributes: attributesOf(design),
    variants: makeVariants(productId, design, tag, nextGtin, random),
    imageUrl: pictureAddress(productId),
    url: `/products/${productId}`,
    listedAtMs: nowMs - Math.floor(random() * TWO_YEARS_MS),
  };
  const labels = labelsOf(design);
  const texts: Record<string, ProductText> = {};
  const names = new Set([facts, ...facts.variants].flatMap(({ attributes }) => Object.keys(attributes)));
  DEMO_LANGUAGES.forEach((language, at) => {
    const labelOf = (name: string) => (value: string) =>
      inLanguage(labels.get(`${name} ${value}`) ?? everywhere(value), at);
    texts[language] = {
      ...composeText(design, wording, language),
      category: categories.map((label) => inLanguage(label, at)),
      attributes: Object.fromEntries(
        [...names].map((name) => [name, attributeValues(facts, name).map(labelOf(name))]),
      ),
    };
  });
  return { ...facts, texts };
}

/** Between the type's bounds, dearer with the house, the material and the values that are worth more. */
function priceOf(design: Design, random: () => number): number {
  const [low, high] = design.type.priceUsd;
  const position = 0.05 + 0.35 * random() + 0.45 * design.tier;
  const worth = design.axes.reduce((product, axis) => product * axis.worth, 1);
  const material = design.material === undefined ? 1 : (MATERIALS[design.material]?.worth ?? 1);
  return Math.min(high, Math.max(low, low * (high / low) ** (position * 0.85) * material * worth));
}

function attributesOf(design: Design): Attributes {
  const attributes: Record<string, readonly string[]> = {};
  const add = (name: string, value: string | undefined) => {
    if (value !== undefined) attributes[name] = [value];
  };
  add('material', design.material);
  if (design.colors.length === 1) add('color', design.colors[0]);
  add('pattern', design.pattern);
  add('style', design.style);
  add('gender', design.gender);
  if (design.traits.length > 0) attributes.feature = design.traits;
  for (const { axis, values } of design.axes) {
    if (values.length === 1) add(axis.attribute, values[0]?.[0]);
  }
  add('care', design.care);
  add('origin', design.origin);
  return attributes;
}

/** Labels of every value the product may show, by "attribute value". */
function labelsOf(design: Design): ReadonlyMap<string, Words> {
  const labels = new Map<string, Words>();
  const add = (name: string, value: string | undefined, label: Words | undefined) => {
    if (value !== undefined && label !== undefined) labels.set(`${name} ${value}`, label);
  };
  const { material, pattern, gender, care } = design;
  if (material !== undefined) add('material', material, MATERIALS[material]?.label);
  for (const color of design.colors) add('color', color, PALETTE[color]?.label);
  if (pattern !== undefined) add('pattern', pattern, PATTERNS[pattern]?.label);
  add('style', design.style, STYLES[design.style]);
  if (gender !== undefined) add('gender', gender, GENDERS[gender]?.label);
  for (const trait of design.traits) add('feature', trait, featureLabel(trait));
  for (const { axis, values } of design.axes)
    for (const value of values) add(axis.attribute, value[0], value);
  if (care !== undefined) add('care', care, CARE[care]?.label);
  add('origin', design.origin, ORIGINS[design.origin]?.label);
  return labels;
}

/** A quality by itself stands in its first form: "warm", "léger", "ligero". */
function featureLabel(trait: string): Words | undefined {
  const adjective = TRAITS[trait]?.adjective;
  if (adjective === undefined) return undefined;
  const [english, german, french, spanish] = adjective.map((form) => form.split('/')[0] ?? form);
  return [english ?? trait, german ?? trait, french ?? trait, spanish ?? trait];
}
