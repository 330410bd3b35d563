import type { Rating } from './rating.ts';

/** Why a product stands where it stands, read from the parts of its score; worded by `src/reply`. */
export type Reason =
  /** It has what was asked for; `label` is the value in the shopper's language ("rot", "wool"). */
  | { readonly kind: 'has-value'; readonly attribute: string; readonly label: string }
  /** Words of the shopper found in its texts. */
  | { readonly kind: 'matches-words'; readonly words: readonly string[] }
  /** Close in meaning to what was said. */
  | { readonly kind: 'fits-description' }
  | { readonly kind: 'similar-to'; readonly title: string }
  /** Shoppers who chose `title` chose this too; `share` of the behaviour score that came from it. */
  | { readonly kind: 'chosen-with'; readonly title: string; readonly share: number }
  /** The shopper dealt with `title`; `share` of the behaviour score that came from it. */
  | { readonly kind: 'looked-at'; readonly title: string; readonly share: number }
  /** Bought together with `title` on so many days of shoppers, which is proven not to be chance. */
  | { readonly kind: 'bought-with'; readonly title: string; readonly count: number }
  /** Looked at together with `title` oftener than by chance. */
  | { readonly kind: 'viewed-with'; readonly title: string }
  /** It is the kind of thing that was asked for, in the shopper's words. */
  | { readonly kind: 'is-kind'; readonly words: string }
  /** In the market of this country (ISO 3166-1 alpha-2); without one: in the shop as a whole. */
  | { readonly kind: 'popular'; readonly country?: string }
  /** A rule of the merchant put it here, or higher than it would stand. */
  | { readonly kind: 'picked-by-shop' }
  /** Persons of the shop put it higher in lists for such things, again and again. */
  | { readonly kind: 'advised-by-shop' }
  /** What shoppers gave it, as the shop states it. */
  | { readonly kind: 'rated'; readonly rating: Rating }
  | { readonly kind: 'in-stock' }
  | { readonly kind: 'new-arrival' }
  /** Within the limit that was given. */
  | { readonly kind: 'within-budget' }
  | { readonly kind: 'cheapest-shown' };
