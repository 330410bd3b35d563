import fc from 'fast-check';
import { formatMoney } from '../../src/domain/money.ts';
import type { Constraint } from '../../src/domain/need.ts';
import type { Availability } from '../../src/domain/product.ts';
import type { Reason } from '../../src/domain/reason.ts';
import type { PlannedProduct, ReplyPlan, ReplyStep } from '../../src/domain/reply-plan.ts';
import type { ProductView } from '../../src/domain/turn.ts';

export const PLACES = { en: 'en-US', de: 'de-DE', fr: 'fr-FR', es: 'es-ES' } as const;
export type TestLanguage = keyof typeof PLACES;
export const LANGUAGES = Object.keys(PLACES) as readonly TestLanguage[];

export const price = (amountMinor: number, language: TestLanguage = 'en') => ({
  amountMinor,
  currency: 'EUR',
  formatted: formatMoney({ amountMinor, currency: 'EUR' }, PLACES[language]),
});

export function planned(
  productId: string,
  view: Partial<ProductView> = {},
  reasons: readonly Reason[] = [],
): PlannedProduct {
  return {
    view: {
      productId,
      title: `Scarf ${productId}`,
      category: [],
      price: price(4500),
      availability: 'in-stock',
      attributes: {},
      ...view,
    },
    reasons,
  };
}

export const wish = (attribute: string, words: string, options: Partial<Constraint> = {}): Constraint => ({
  attribute,
  operator: 'eq',
  value: words,
  strength: 'hard',
  words,
  confidence: 1,
  sourceTurn: 1,
  known: true,
  ...options,
});

export type ShowStep = Extract<ReplyStep, { act: 'show' }>;

export const show = (options: Partial<ShowStep> = {}): ShowStep => ({
  act: 'show',
  mode: 'new',
  need: { query: '', constraints: [] },
  products: [planned('a'), planned('b')],
  total: 12,
  relaxed: [],
  unknown: [],
  exhausted: false,
  ...options,
});

export const plan = (language: TestLanguage, ...steps: readonly ReplyStep[]): ReplyPlan => ({
  locale: PLACES[language],
  language,
  steps,
});

const words = fc.constantFrom('warm', 'under 60', 'not red', 'Gr. 42', 'soft wool', 'nächste Woche');
const title = fc.constantFrom(
  'Merino scarf',
  'Lampe „Mond“',
  'Tasse 0,3 l',
  'Écharpe d’hiver',
  'T-shirt 100 % algodón',
);
const label = fc.constantFrom('rot', 'wool', '40 cm', 'azul marino');

const arbitraryReason: fc.Arbitrary<Reason> = fc.oneof(
  fc.record({ kind: fc.constant('has-value' as const), attribute: fc.constant('color'), label }),
  fc.record({
    kind: fc.constant('matches-words' as const),
    words: fc.array(words, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('similar-to' as const), title }),
  fc.record({ kind: fc.constant('chosen-with' as const), title, share: fc.constant(0.5) }),
  fc.constantFrom<Reason[]>(
    { kind: 'fits-description' },
    { kind: 'popular' },
    { kind: 'new-arrival' },
    { kind: 'within-budget' },
    { kind: 'cheapest-shown' },
  ),
);

const arbitraryProduct = (language: TestLanguage): fc.Arbitrary<PlannedProduct> => {
  const amount = fc.integer({ min: 0, max: 500_000 }).map((minor) => price(minor, language));
  const view = fc.record(
    {
      productId: fc.constantFrom('p1', 'p2', 'p3'),
      title,
      category: fc.constant([]),
      price: amount,
      listPrice: amount,
      availability: fc.constantFrom<Availability[]>('in-stock', 'out-of-stock', 'preorder'),
      attributes: fc.dictionary(
        fc.constantFrom('color', 'size'),
        fc.array(label, { minLength: 1, maxLength: 3 }),
      ),
    },
    { requiredKeys: ['productId', 'title', 'category', 'price', 'availability', 'attributes'] },
  );
  return fc.record({ view, reasons: fc.array(arbitraryReason, { maxLength: 3 }) });
};

const constraints = fc.array(
  fc
    .record({
      attribute: fc.constantFrom('brand', 'color', 'price', 'type'),
      words: fc.oneof(words, fc.constant('')),
      known: fc.boolean(),
      strength: fc.constantFrom<Constraint['strength'][]>('hard', 'soft'),
    })
    .map(({ attribute, words: said, known, strength }) => wish(attribute, said, { known, strength })),
  { maxLength: 4 },
);

const arbitraryStep = (language: TestLanguage): fc.Arbitrary<ReplyStep> => {
  const product = arbitraryProduct(language);
  const products = fc.array(product, { minLength: 2, maxLength: 4 });
  return fc.oneof(
    fc.record(
      {
        act: fc.constant('show' as const),
        mode: fc.constantFrom('new' as const, 'refined' as const, 'similar' as const, 'more' as const),
        need: fc.record({ query: fc.oneof(words, fc.constant('')), constraints }),
        products: fc.array(product, { maxLength: 4 }),
        total: fc.nat(3000),
        relaxed: fc.array(
          fc.record({ attribute: fc.constant('price'), words: fc.oneof(words, fc.constant('')) }),
          {
            maxLength: 2,
          },
        ),
        unknown: fc.array(words, { maxLength: 2 }),
        similarTo: title,
        cheaperThan: fc.record({ amountMinor: fc.nat(500_000), currency: fc.constant('EUR') }),
        exhausted: fc.boolean(),
      },
      { requiredKeys: ['act', 'mode', 'need', 'products', 'total', 'relaxed', 'unknown', 'exhausted'] },
    ),
    products.chain((compared) =>
      fc.record({
        act: fc.constant('compare' as const),
        products: fc.constant(compared),
        rows: fc.array(
          fc.record({
            attribute: fc.constantFrom('color', 'material'),
            label: fc.constantFrom('Farbe', 'material'),
            values: fc.array(fc.option(label, { nil: undefined }), {
              minLength: compared.length,
              maxLength: compared.length,
            }),
          }),
          { maxLength: 6 },
        ),
      }),
    ),
    fc.record({ act: fc.constant('explain' as const), product }),
    fc.record(
      {
        act: fc.constant('answer' as const),
        product,
        attribute: fc.constantFrom('price', 'availability', 'stock', 'material'),
        attributeLabel: fc.constantFrom('Material', 'précio'),
        values: fc.array(label, { maxLength: 2 }),
        passage: fc.constantFrom('Shrugs off light rain.', 'Handwäsche bei 30 Grad'),
      },
      { requiredKeys: ['act', 'product'] },
    ),
    fc.record({
      act: fc.constant('clarify' as const),
      options: fc.array(fc.record({ position: fc.integer({ min: 1, max: 9 }), title }), { maxLength: 4 }),
    }),
    fc.record({
      act: fc.constant('handoff' as const),
      reason: fc.constantFrom('requested' as const, 'order' as const, 'complaint' as const),
    }),
    fc.record({
      act: fc.constantFrom(
        'greet' as const,
        'thank' as const,
        'goodbye' as const,
        'reset' as const,
        'decline' as const,
        'unavailable' as const,
      ),
    }),
  );
};

export const arbitraryPlan: fc.Arbitrary<ReplyPlan> = fc
  .constantFrom(...LANGUAGES)
  .chain((language) =>
    fc
      .array(arbitraryStep(language), { minLength: 1, maxLength: 3 })
      .map((steps) => plan(language, ...steps)),
  );
