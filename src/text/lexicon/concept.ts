import type { SpokenLanguage } from '../languages.ts';

/**
 * What a word of shopping stands for, in every language we speak. The lexicon is general retail knowledge, not a
 * shop's: it translates a shopper's word into the shop's, and names colours and materials alike everywhere.
 */
export type ConceptKind =
  | 'type' // a kind of thing: scarf, lamp
  | 'color'
  | 'material'
  | 'pattern'
  | 'gender' // whom it is made for: women, men, kids, unisex
  | 'quality' // warm, waterproof, light
  | 'recipient' // mother, friend
  | 'occasion' // birthday, wedding
  | 'room' // kitchen, balcony: where it is used
  | 'size' // one size, king size, extra large
  | 'flavor'; // vanilla, sandalwood: what it tastes or smells of

export interface Concept {
  /** Unique within its kind, English, lower case: also the canonical attribute value ("red", "wool"). */
  readonly id: string;
  readonly kind: ConceptKind;
  /** Surface forms as written in a shop, the label first. Regular plurals are derived, others listed. */
  readonly forms: Readonly<Partial<Record<SpokenLanguage, readonly string[]>>>;
  /** Ids of wider concepts of the same kind: crimson is a red, a parka is a jacket. */
  readonly broader?: readonly string[];
}
