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
  | 'occasion'; // birthday, wedding

export interface Concept {
  /** Unique, English, singular, lower case: also the canonical attribute value ("red", "wool"). */
  readonly id: string;
  readonly kind: ConceptKind;
  /** Surface forms, lower case with diacritics, the label first. Inflected forms that stemming does not reach are listed. */
  readonly forms: Readonly<Record<SpokenLanguage, readonly string[]>>;
  /** Ids of wider concepts: crimson is a red, a parka is a jacket. */
  readonly broader?: readonly string[];
  /** For `recipient`: the gender concept that usually goes with it is never assumed; this is for gifts worded "for her". */
  readonly related?: readonly string[];
}
