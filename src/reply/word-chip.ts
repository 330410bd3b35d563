import type { Locale } from '../domain/locale.ts';
import { formatMoney, type Money } from '../domain/money.ts';
import type { Speaker } from './speaker.ts';

/** What tapping a chip asks for. Its message is an ordinary utterance that the parser reads back to the same meaning. */
export type ChipMeaning =
  | {
      readonly kind: 'value';
      readonly attribute: string;
      readonly attributeLabel: string;
      readonly label: string;
      /** True when the label alone could be a value of another attribute too. */
      readonly ambiguous: boolean;
    }
  /** Amounts of an attribute, in the shopper's words; at least one end is given. `named` when the words alone do not tell of what. */
  | {
      readonly kind: 'range';
      readonly attributeLabel: string;
      readonly named: boolean;
      readonly from?: string;
      readonly to?: string;
    }
  /** Any answer to what was asked will do. */
  | { readonly kind: 'no-preference' }
  | { readonly kind: 'max-price'; readonly price: Money; readonly locale: Locale }
  /** A price limit moved; `more` products are added to what fits. */
  | {
      readonly kind: 'raise-price' | 'lower-price';
      readonly price: Money;
      readonly locale: Locale;
      readonly more: number;
    }
  /** Limits of one attribute given up, by their labels. */
  | {
      readonly kind: 'drop';
      readonly attributeLabel: string;
      readonly labels: readonly string[];
      readonly more: number;
    }
  | { readonly kind: 'show-asked' }
  /** Asks for a person. */
  | { readonly kind: 'person' }
  /** Asks what would come first without the reasons just told. */
  | { readonly kind: 'without-reasons' }
  | { readonly kind: 'cheaper' }
  /** A cheaper one for a part of a set. */
  | { readonly kind: 'cheaper-part'; readonly part: string }
  /** All that is on the screen into the basket. */
  | { readonly kind: 'add-all' }
  /** After something was put into the basket. */
  | { readonly kind: 'show-basket' | 'checkout' | 'goes-with' }
  /** Answers what was offered. */
  | { readonly kind: 'yes' | 'no' }
  | { readonly kind: 'more' };

export interface ChipWords {
  readonly label: string;
  readonly message: string;
}

export function wordChip(speaker: Speaker, meaning: ChipMeaning): ChipWords {
  switch (meaning.kind) {
    case 'value': {
      const { label, attributeLabel: attribute, ambiguous } = meaning;
      const message = ambiguous
        ? speaker.words('chip-value-of', { attribute, label })
        : speaker.words('chip-value', { label });
      return { label, message };
    }
    case 'range': {
      const label = wordRange(speaker, meaning);
      return { label, message: meaning.named ? `${meaning.attributeLabel}: ${label}` : label };
    }
    case 'max-price':
      return alike(speaker.words('chip-max-price', { price: formatMoney(meaning.price, meaning.locale) }));
    case 'raise-price':
    case 'lower-price': {
      const price = formatMoney(meaning.price, meaning.locale);
      const message = speaker.words(`chip-${meaning.kind}`, { price });
      return { label: speaker.words('chip-gives-more', { change: message, count: meaning.more }), message };
    }
    case 'drop': {
      const change = speaker.words('chip-drop', { labels: speaker.joinAnd(meaning.labels) });
      return {
        label: speaker.words('chip-gives-more', { change, count: meaning.more }),
        message: speaker.words('chip-without', { attribute: meaning.attributeLabel }),
      };
    }
    case 'cheaper-part':
      return alike(speaker.words('chip-cheaper-part', { part: meaning.part }));
    case 'add-all':
      return { label: speaker.words('chip-add-all'), message: speaker.words('chip-yes') };
    case 'show-asked':
    case 'person':
    case 'no-preference':
    case 'without-reasons':
    case 'cheaper':
    case 'show-basket':
    case 'checkout':
    case 'goes-with':
    case 'yes':
    case 'no':
    case 'more':
      return alike(speaker.words(`chip-${meaning.kind}`));
  }
}

function wordRange(speaker: Speaker, { from, to }: { readonly from?: string; readonly to?: string }): string {
  if (from === undefined) return speaker.words('limit-lt', { value: to ?? '' });
  return to === undefined
    ? speaker.words('limit-gte', { value: from })
    : speaker.words('limit-between', { from, to });
}

const alike = (message: string): ChipWords => ({ label: message, message });
