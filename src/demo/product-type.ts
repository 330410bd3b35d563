import type { Words } from './words.ts';

/** One thing that varies between products of a type, or between variants of a product. */
export interface Axis {
  /** Canonical attribute name ("capacity"). */
  readonly attribute: string;
  /** In rising order of worth when `priceStep` is given. */
  readonly values: readonly Words[];
  /** Tells the value in the description; `{value}` is its label. */
  readonly sentence?: Words;
  /** Tells the value at the end of the title; `{value}` is its label. */
  readonly title?: Words;
  /** The shopper chooses: each product offers up to this many neighbouring values as variants. */
  readonly choices?: number;
  /** Each later value costs this share more (0.2 is 20 %). */
  readonly priceStep?: number;
}

/** A kind of thing the demo shop sells, with everything that is true of all its products by definition. */
export interface ProductType {
  /** Unique slug; begins product ids and names the drawing. */
  readonly id: string;
  /** Notation of `parseNoun` in each language. */
  readonly noun: Words;
  /** Label of the category leaf, unique in the shop. */
  readonly leaf: Words;
  /** Label of the category between department and leaf. */
  readonly group: Words;
  /** Lowest and highest regular price in the United States, whole dollars. */
  readonly priceUsd: readonly [low: number, high: number];
  readonly count?: number;
  readonly materials?: readonly string[];
  readonly colors?: readonly string[];
  /** Most colours one product comes in; 1 when absent. */
  readonly colorChoices?: number;
  readonly patterns?: readonly string[];
  readonly styles?: readonly string[];
  readonly genders?: readonly string[];
  readonly sizes?: 'clothing' | 'shoes';
  /** Qualities that hold by material; under "*" those of which a product may have one or two. */
  readonly traits?: Readonly<Record<string, readonly string[]>>;
  /** How to care for it, by material; "*" for all others. */
  readonly care?: Readonly<Record<string, string>>;
  readonly axes?: readonly Axis[];
  /** Whole sentences that are true of the type; each product tells one. */
  readonly uses: readonly Words[];
  /** Titles of their own instead of noun and qualities (books); `{model}` is the invented name, `{noun}` the noun. */
  readonly titles?: readonly Words[];
  /** Delivered by a carrier for large goods. */
  readonly bulky?: boolean;
}

export interface Department {
  readonly label: Words;
  /** Invented houses, from the most affordable to the finest. */
  readonly brands: readonly string[];
  /** Style ids its products are drawn from, unless the type says otherwise. */
  readonly styles: readonly string[];
  readonly types: readonly ProductType[];
}
