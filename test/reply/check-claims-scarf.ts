import { formatMoney } from '../../src/domain/money.ts';
import { EMPTY_NEED } from '../../src/domain/need.ts';
import type { ComposedReply, PlannedProduct, ReplyPlan } from '../../src/domain/reply-plan.ts';
import type { ProductView } from '../../src/domain/turn.ts';

interface ProductOptions extends Partial<Omit<ProductView, 'price' | 'listPrice' | 'reasons'>> {
  readonly amountMinor: number;
  readonly listMinor?: number;
  readonly reasons?: PlannedProduct['reasons'];
}

export function planned(
  productId: string,
  title: string,
  { amountMinor, listMinor, reasons = [], ...rest }: ProductOptions,
  locale: string,
  currency: string,
): PlannedProduct {
  const money = (minor: number) => ({
    amountMinor: minor,
    currency,
    formatted: formatMoney({ amountMinor: minor, currency }, locale),
  });
  return {
    view: {
      productId,
      title,
      category: [],
      availability: 'in-stock',
      attributes: {},
      ...rest,
      price: money(amountMinor),
      ...(listMinor === undefined ? {} : { listPrice: money(listMinor) }),
    },
    reasons,
  };
}

const PLACES = {
  en: { locale: 'en-US', currency: 'USD' },
  de: { locale: 'de-DE', currency: 'EUR' },
  fr: { locale: 'fr-FR', currency: 'EUR' },
  es: { locale: 'es-ES', currency: 'EUR' },
} as const;

const WORDS = {
  en: {
    color: 'blue',
    material: 'wool',
    under: 'under 60',
    draft: 'I found 12 scarves. The best match is listed first.',
  },
  de: {
    color: 'blau',
    material: 'Wolle',
    under: 'unter 60',
    draft: 'Ich habe 12 Schals gefunden. Der passendste steht oben.',
  },
  fr: {
    color: 'bleu',
    material: 'laine',
    under: 'moins de 60',
    draft: 'J’ai trouvé 12 écharpes. La plus adaptée est en tête.',
  },
  es: {
    color: 'azul',
    material: 'lana',
    under: 'menos de 60',
    draft: 'He encontrado 12 bufandas. La más adecuada va primero.',
  },
} as const;

export type CaseLanguage = keyof typeof PLACES;

/** A scarf shop: three scarves, a limit of 60, twelve matches. */
export function scarfPlan(language: CaseLanguage): ReplyPlan {
  const { locale, currency } = PLACES[language];
  const words = WORDS[language];
  const product = (id: string, title: string, options: ProductOptions) =>
    planned(id, title, options, locale, currency);
  return {
    locale,
    language,
    steps: [
      {
        act: 'show',
        mode: 'new',
        need: {
          ...EMPTY_NEED,
          query: 'warm',
          constraints: [
            {
              attribute: 'price',
              operator: 'lt',
              value: 6_000,
              strength: 'hard',
              words: words.under,
              confidence: 1,
              sourceTurn: 1,
              known: true,
            },
          ],
        },
        products: [
          product('scarf-1', 'Alpine Scarf', {
            amountMinor: 4_990,
            listMinor: 6_500,
            brand: 'Norrland',
            stock: 3,
            attributes: { color: [words.color], material: [words.material], size: ['M'], length: ['180 cm'] },
            reasons: [{ kind: 'popular' }],
          }),
          product('scarf-2', 'Dr. Hansen Winter Shawl', {
            amountMinor: 2_400,
            attributes: { color: [words.color] },
          }),
          product('scarf-3', 'Loch Tartan No. 5', { amountMinor: 5_900, availability: 'preorder' }),
        ],
        total: 12,
        relaxed: [],
        unknown: [],
        exhausted: false,
      },
    ],
  };
}

export const scarfDraft = (language: CaseLanguage): ComposedReply => ({
  text: WORDS[language].draft,
  claims: [{ text: '12', evidence: 'count' }],
});
