import type { Language } from '../domain/locale.ts';
import { languageOf } from '../domain/locale.ts';
import type { Market } from '../domain/market.ts';
import type { Product } from '../domain/product.ts';
import type { SourceItem } from '../ports/catalogue-source.ts';
import { RowLedger } from './import-report.ts';

/** Counts what a feed brings while it streams: rows by fate, markets with their currencies and languages. */
export class FeedTally {
  readonly rejected = new RowLedger(10_000);
  readonly skipped = new RowLedger(1_000);
  readonly warnings = new RowLedger(1_000);
  products = 0;
  variants = 0;
  readonly #lines = new Map<string, number>();
  readonly #currencies = new Map<string, string>();
  readonly #languages = new Map<Language, number>();

  /** @returns The product to publish; undefined when the item is none, or one at fault. */
  take(item: SourceItem): Product | undefined {
    if (item.kind !== 'product') {
      this[item.kind].add(item.value);
      return undefined;
    }
    const { product, line, warnings = [] } = item.value;
    const fault = this.#faultOf(product);
    if (fault !== undefined) {
      this.rejected.add({ line, id: product.productId, ...fault });
      return undefined;
    }
    this.#lines.set(product.productId, line);
    for (const { offers } of product.variants) {
      for (const [country, offer] of Object.entries(offers))
        this.#currencies.set(country, offer.price.currency);
    }
    for (const language of Object.keys(product.texts)) {
      this.#languages.set(language, (this.#languages.get(language) ?? 0) + 1);
    }
    for (const warning of warnings) this.warnings.add(warning);
    this.products += 1;
    this.variants += product.variants.length;
    return product;
  }

  #faultOf(product: Product): { code: string; reason: string } | undefined {
    const first = this.#lines.get(product.productId);
    if (first !== undefined) return { code: 'id-twice', reason: `The id stands already in line ${first}` };
    for (const { offers } of product.variants) {
      for (const [country, { price }] of Object.entries(offers)) {
        const currency = this.#currencies.get(country) ?? price.currency;
        if (price.currency !== currency) {
          return {
            code: 'currency-mismatch',
            reason: `The price is in ${price.currency}, but ${country} is sold to in ${currency}`,
          };
        }
      }
    }
    return undefined;
  }

  /** By country: languages with texts, the country's usual one first, then the most frequent. */
  markets(): Market[] {
    return [...this.#currencies].sort(byKey).map(([country, currency]) => {
      const usual = languageOf(new Intl.Locale(`und-${country}`).maximize().toString());
      const spoken = [...this.#languages].sort((left, right) => right[1] - left[1] || byKey(left, right));
      const languages = spoken.map(([language]) => language);
      const ordered = languages.includes(usual) ? [usual, ...languages] : [...languages, usual];
      return { country, currency, languages: [...new Set(ordered)] };
    });
  }
}

const byKey = ([left]: readonly [string, unknown], [right]: readonly [string, unknown]) =>
  left < right ? -1 : 1;
