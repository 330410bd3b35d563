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
  /** It is the kind of thing that was asked for, in the shopper's words. */
  | { readonly kind: 'is-kind'; readonly words: string }
  | { readonly kind: 'popular' }
  | { readonly kind: 'in-stock' }
  | { readonly kind: 'new-arrival' }
  /** Within the limit that was given. */
  | { readonly kind: 'within-budget' }
  | { readonly kind: 'cheapest-shown' };
