import type { ProductDetail, ProductView } from '../domain/turn.ts';

export interface VariantOption {
  readonly value: string;
  /** No variant with it, and with what was chosen before, can be had. */
  readonly isSoldOut: boolean;
  /** Where pictures tell the values apart. */
  readonly imageUrl?: string;
}

export interface VariantQuestion {
  readonly attribute: string;
  readonly label: string;
  readonly options: readonly VariantOption[];
}

export interface VariantChoice {
  /** In the order in which they are answered; none is without something to choose. */
  readonly questions: readonly VariantQuestion[];
  /** Labels of what is still to be chosen. */
  readonly missing: readonly string[];
  /** The one that was chosen, once there is only one. */
  readonly variant?: ProductView;
}

/** The question for what has no attribute that tells the variants apart. */
const VARIANT = '';

/**
 * What is to be chosen of a product in variants, each question in view of the answers before it.
 *
 * @param chosen Value by attribute; values that the answers before rule out count as not chosen.
 * @param otherLabel Of the question for variants that nothing tells apart.
 */
export function variantChoice(
  { variants, attributeLabels }: Pick<ProductDetail, 'variants' | 'attributeLabels'>,
  chosen: Readonly<Record<string, string>>,
  otherLabel: string,
): VariantChoice {
  const attributes = tellingApart(variants);
  const nameOf = attributes.length === 0 ? variantName : attributeValue;
  const questions: VariantQuestion[] = [];
  const missing: string[] = [];
  let left = [...variants];
  for (const attribute of attributes.length === 0 ? [VARIANT] : attributes) {
    const label = attributeLabels[attribute] ?? (attribute === VARIANT ? otherLabel : attribute);
    const values = [...new Set(variants.map((variant) => nameOf(variant, attribute)))];
    const options = values.map((value) =>
      optionOf(value, (variant) => nameOf(variant, attribute), left, variants),
    );
    questions.push({ attribute, label, options: withTellingPictures(options) });
    const answer = options.find(({ value, isSoldOut }) => value === chosen[attribute] && !isSoldOut);
    if (answer === undefined) missing.push(label);
    else left = left.filter((variant) => nameOf(variant, attribute) === answer.value);
  }
  const variant = missing.length === 0 ? left.find(canBeHad) : undefined;
  return { questions, missing, ...(variant !== undefined && { variant }) };
}

const canBeHad = ({ availability }: ProductView): boolean => availability !== 'out-of-stock';

const attributeValue = ({ attributes }: ProductView, attribute: string): string =>
  attributes[attribute]?.join(', ') ?? '–';

const variantName = ({ variantId, price }: ProductView): string => `${variantId ?? ''} · ${price.formatted}`;

/** Attributes that have several values among the variants; none when they do not tell every two apart. */
function tellingApart(variants: readonly ProductView[]): string[] {
  const names = [...new Set(variants.flatMap(({ attributes }) => Object.keys(attributes)))];
  const varying = names.filter(
    (name) => new Set(variants.map((variant) => attributeValue(variant, name))).size > 1,
  );
  const together = (variant: ProductView) =>
    JSON.stringify(varying.map((name) => attributeValue(variant, name)));
  return new Set(variants.map(together)).size === variants.length ? varying : [];
}

function optionOf(
  value: string,
  nameOf: (variant: ProductView) => string,
  left: readonly ProductView[],
  all: readonly ProductView[],
): VariantOption {
  const imageUrl = all.find((variant) => nameOf(variant) === value)?.imageUrl;
  return {
    value,
    isSoldOut: !left.some((variant) => nameOf(variant) === value && canBeHad(variant)),
    ...(imageUrl !== undefined && { imageUrl }),
  };
}

/** Pictures only where each value has one of its own. */
function withTellingPictures(options: readonly VariantOption[]): VariantOption[] {
  const pictures = new Set(options.map(({ imageUrl }) => imageUrl));
  const tell = pictures.size === options.length && !pictures.has(undefined);
  return options.map(({ imageUrl, ...option }) =>
    tell && imageUrl !== undefined ? { ...option, imageUrl } : option,
  );
}
