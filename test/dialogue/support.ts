import fc from 'fast-check';
import { initialState, recordShown } from '../../src/dialogue/record-list.ts';
import type { Command, CommandOf, ProductReference } from '../../src/domain/command.ts';
import type { DialogueState, ShownProduct } from '../../src/domain/dialogue-state.ts';
import type { Constraint } from '../../src/domain/need.ts';

export const constraint = (
  attribute: string,
  operator: Constraint['operator'],
  value: string | number,
  options: Partial<Constraint> = {},
): Constraint => ({
  attribute,
  operator,
  value,
  strength: 'hard',
  words: `${operator} ${value}`,
  confidence: 1,
  sourceTurn: 1,
  known: true,
  ...options,
});

export const shownProduct = (
  productId: string,
  priceMinor: number,
  attributes: ShownProduct['attributes'] = {},
): ShownProduct => ({
  productId,
  variantId: `${productId}-1`,
  title: `Title of ${productId}`,
  priceMinor,
  currency: 'EUR',
  attributes,
});

export const find = (query: string, ...constraints: Constraint[]): Command => ({
  type: 'find',
  query,
  constraints,
});

export const refine = (
  constraints: readonly Constraint[],
  options: Partial<Pick<CommandOf<'refine'>, 'drop' | 'pull' | 'query' | 'shifts'>> = {},
): CommandOf<'refine'> => ({
  type: 'refine',
  query: '',
  drop: [],
  ...options,
  constraints: [...constraints],
});

export const FOCUS: ProductReference = { kind: 'focus' };
export const ordinal = (position: number): ProductReference => ({ kind: 'ordinal', position });

/** Three scarves on screen: red 20, blue 40, blue 60. */
export const SCARVES: readonly ShownProduct[] = [
  shownProduct('red', 2000, { color: ['red'] }),
  shownProduct('blue', 4000, { color: ['blue'] }),
  shownProduct('navy', 6000, { color: ['blue', 'navy'] }),
];

export const withScarves = (need = {}): DialogueState =>
  recordShown(
    { ...initialState('en'), need: { query: '', constraints: [constraint('type', 'eq', 'scarf')], ...need } },
    SCARVES,
    { keepSeen: false },
  );

const attributes = fc.constantFrom('type', 'category', 'color', 'size', 'brand', 'price');
const words = fc.constantFrom('', 'warm', 'soft wool', 'for hiking');

export const arbitraryConstraint: fc.Arbitrary<Constraint> = attributes.chain((attribute) =>
  fc.record({
    attribute: fc.constant(attribute),
    operator:
      attribute === 'price'
        ? fc.constantFrom<Constraint['operator'][]>('eq', 'lt', 'lte', 'gt', 'gte')
        : fc.constantFrom<Constraint['operator'][]>('eq', 'ne'),
    value: attribute === 'price' ? fc.integer({ min: 0, max: 20 }) : fc.constantFrom('a', 'b', 'c'),
    strength: fc.constantFrom<Constraint['strength'][]>('hard', 'soft'),
    words,
    confidence: fc.constant(1),
    sourceTurn: fc.nat(9),
    known: fc.boolean(),
  }),
);

const arbitraryReference: fc.Arbitrary<ProductReference> = fc.oneof(
  fc.record({ kind: fc.constant('ordinal' as const), position: fc.integer({ min: -1, max: 6 }) }),
  fc.record({
    kind: fc.constant('attribute' as const),
    attribute: fc.constant('color'),
    value: fc.constantFrom('a', 'b', 'c'),
  }),
  fc.record({ kind: fc.constant('extreme' as const), of: fc.constantFrom('cheapest', 'dearest') }),
  fc.record({ kind: fc.constant('product' as const), productId: fc.constantFrom('p1', 'p2', 'elsewhere') }),
  fc.record({
    kind: fc.constant('extreme' as const),
    of: fc.constantFrom('lowest' as const, 'highest' as const),
    attribute: fc.constant('weight'),
  }),
  fc.record({ kind: fc.constant('ordinal' as const), position: fc.constantFrom(1, -1), list: fc.nat(3) }),
  fc.constantFrom<ProductReference[]>({ kind: 'earlier' }, { kind: 'other' }, { kind: 'basket' }, FOCUS),
);

const constraints = fc.array(arbitraryConstraint, { maxLength: 4 });
const references = fc.array(arbitraryReference, { maxLength: 3 });
const pull = fc.constantFrom('cheaper' as const, 'dearer' as const);
const shifts = fc.array(
  fc.record({
    attribute: fc.constantFrom('weight', 'size'),
    direction: fc.constantFrom('lower' as const, 'higher' as const),
  }),
  { minLength: 1, maxLength: 2 },
);

export const arbitraryRefine = fc.record(
  {
    type: fc.constant('refine' as const),
    query: words,
    constraints,
    drop: fc.array(attributes, { maxLength: 2 }),
    pull,
    shifts,
  },
  { requiredKeys: ['type', 'query', 'constraints', 'drop'] },
);

export const arbitraryCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: fc.constant('find' as const), query: words, constraints }),
  arbitraryRefine,
  fc.record(
    { type: fc.constant('similar' as const), reference: arbitraryReference, constraints, pull },
    { requiredKeys: ['type', 'reference', 'constraints'] },
  ),
  fc.record({
    type: fc.constant('compare' as const),
    references: fc.array(arbitraryReference, { minLength: 2, maxLength: 4 }),
  }),
  fc.record({ type: fc.constant('why' as const), reference: arbitraryReference }),
  fc.record({
    type: fc.constant('ask-product' as const),
    reference: arbitraryReference,
    question: fc.constant('is it warm?'),
  }),
  fc.record({
    type: fc.constant('ask-catalogue' as const),
    question: fc.constantFrom('cheapest' as const, 'count' as const, 'values' as const),
    about: fc.constantFrom('shop' as const, 'need' as const, 'asked' as const),
    query: words,
    constraints,
  }),
  fc.record({
    type: fc.constant('handoff' as const),
    reason: fc.constantFrom('requested', 'order', 'complaint'),
  }),
  fc.record({ type: fc.constant('gift' as const), query: words, constraints }),
  fc.record({ type: fc.constant('reject' as const), references }),
  fc.record({
    type: fc.constant('preference' as const),
    action: fc.constantFrom('set' as const, 'forget' as const, 'tell' as const),
    constraints,
    attributes: fc.array(attributes, { maxLength: 2 }),
  }),
  fc.record(
    { type: fc.constant('no-preference' as const), attribute: attributes },
    { requiredKeys: ['type'] },
  ),
  fc.record({
    type: fc.constant('ask-product' as const),
    reference: arbitraryReference,
    question: fc.constant(''),
  }),
  fc.record({
    type: fc.constant('basket' as const),
    action: fc.constant('add' as const),
    references,
    constraints,
  }),
  fc.constantFrom<Command[]>(
    { type: 'more' },
    { type: 'undo' },
    { type: 'affirm' },
    { type: 'deny' },
    { type: 'order-status' },
    { type: 'unsafe', kind: 'self-harm' },
    { type: 'complaint', about: 'other' },
    { type: 'show-asked' },
    { type: 'reset' },
    { type: 'greet' },
    { type: 'thank' },
    { type: 'goodbye' },
    { type: 'out-of-scope' },
  ),
);

export const arbitraryShown: fc.Arbitrary<readonly ShownProduct[]> = fc
  .uniqueArray(fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', 'p6'), { maxLength: 6 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc
          .tuple(
            fc.integer({ min: 1, max: 20 }),
            fc.constantFrom('a', 'b', 'c'),
            fc.constantFrom('1 kg', '900 g', '4 lb', '12 cm', 'light'),
          )
          .map(([price, color, weight]) => shownProduct(id, price, { color: [color], weight: [weight] })),
      ),
    ),
  );
