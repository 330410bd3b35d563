import { type Command, commandSchema, type ProductReference } from '../domain/command.ts';
import type { Language } from '../domain/locale.ts';
import { toMinorUnits } from '../domain/money.ts';
import type { Constraint } from '../domain/need.ts';
import { normalise, stemWord, tokenize } from '../text/analyze.ts';
import { type ConceptKind, concept } from '../text/lexicon/index.ts';
import type { ModelVocabulary } from './model-parser.ts';
import type { ModelCommand, ModelConstraint, ModelReference } from './model-parser-schema.ts';
import type { ParseContext } from './parser.ts';

export interface Grounding {
  readonly vocabulary: ModelVocabulary;
  readonly utterance: string;
  readonly language: Language;
  readonly confidence: number;
  readonly context: ParseContext;
}

/** Highest price that is believed, in units of the currency. */
const HIGHEST_PRICE = 1_000_000_000;

/**
 * What the model said as commands of the domain, held to what exists: values to the shop's vocabulary, words to the
 * shopper's message, products to those on screen. A part that cannot be held is left out, its command stays when it still
 * means something. Nothing in the result was made up by the model.
 */
export function toCommands(commands: readonly ModelCommand[], grounding: Grounding): Command[] {
  return commands.flatMap((said) => {
    const parsed = commandSchema.safeParse(toCommand(said, grounding));
    return parsed.success ? [parsed.data] : [];
  });
}

function toCommand(said: ModelCommand, grounding: Grounding): unknown {
  const constraints = said.constraints.flatMap((entry) => toConstraint(entry, grounding));
  const [reference] = said.references.flatMap((entry) => toReference(entry, grounding));
  const pull = said.pull === null ? {} : { pull: said.pull };
  const sort = said.sort === null ? {} : { sort: said.sort };
  switch (said.type) {
    case 'find':
    case 'refine': {
      const drop = said.drop.filter((attribute) =>
        grounding.context.state.need.constraints.some((known) => known.attribute === attribute),
      );
      const wish = {
        type: said.type,
        query: wordsOfMessage(said.query ?? '', grounding),
        constraints,
        ...knownConcept('recipient', said.recipient),
        ...knownConcept('occasion', said.occasion),
        ...(said.type === 'refine' ? { drop, ...pull, ...sort } : {}),
      };
      const isEmpty =
        wish.query === '' &&
        constraints.length === 0 &&
        !('pull' in wish) &&
        !('sort' in wish) &&
        !('recipient' in wish) &&
        !('occasion' in wish);
      return isEmpty && (said.type === 'find' || drop.length === 0) ? undefined : wish;
    }
    case 'similar':
      return { type: 'similar', reference: reference ?? { kind: 'focus' }, constraints, ...pull };
    case 'compare':
      return {
        type: 'compare',
        references: said.references.flatMap((entry) => toReference(entry, grounding)),
      };
    case 'why':
      return { type: 'why', reference: reference ?? { kind: 'focus' } };
    case 'goes-with':
      return {
        type: 'goes-with',
        reference: reference ?? { kind: 'focus' },
        constraints: constraints.filter(({ attribute }) => attribute === 'price'),
      };
    case 'history':
      return { type: 'history', wish: said.history };
    case 'ask-product': {
      const known = said.attribute !== null && grounding.vocabulary.isAttribute(said.attribute);
      return {
        type: 'ask-product',
        reference: reference ?? { kind: 'focus' },
        question: grounding.utterance.slice(0, 400),
        ...(known ? { attribute: said.attribute } : {}),
      };
    }
    case 'ask-catalogue':
      return toShopQuestion(said, constraints, grounding);
    case 'show-asked':
      return grounding.context.state.asked === undefined ? undefined : { type: 'show-asked' };
    case 'handoff':
      return { type: 'handoff', reason: said.reason ?? 'requested' };
    default:
      return { type: said.type };
  }
}

/** A question about values needs an attribute of the shop, one about the last question a last question. */
function toShopQuestion(
  said: ModelCommand,
  constraints: readonly Constraint[],
  grounding: Grounding,
): unknown {
  const { state } = grounding.context;
  const isKnown = said.attribute !== null && grounding.vocabulary.isAttribute(said.attribute);
  if (said.question === null || (said.question === 'values' && !isKnown)) return undefined;
  const about = said.about ?? 'shop';
  return {
    type: 'ask-catalogue',
    question: said.question,
    about: about === 'asked' && state.asked === undefined ? 'need' : about,
    query: wordsOfMessage(said.query ?? '', grounding),
    constraints,
    ...(isKnown ? { attribute: said.attribute } : {}),
  };
}

function toConstraint(said: ModelConstraint, grounding: Grounding): Constraint[] {
  const { vocabulary, language, confidence, context } = grounding;
  const quoted = quoteOf(said.words, grounding) ?? quoteOf(said.value, grounding);
  const base = { strength: said.strength, confidence, sourceTurn: context.turn };
  if (said.attribute === 'price') return toPriceLimit(said, quoted, base, context.market.currency);
  if (said.operator !== 'eq' && said.operator !== 'ne') {
    const amount = vocabulary.amountOf(said.attribute, said.value);
    // The figures of an amount are the shopper's.
    if (amount !== undefined && quoted !== undefined && digitsOf(quoted).includes(digitsOf(amount))) {
      const { attribute, operator } = said;
      return [{ ...base, attribute, operator, value: amount, words: quoted, known: true }];
    }
  }
  const grounded = vocabulary.ground(said.attribute, said.value, language);
  // Words of a catalogue are equal or not; amounts are bounded above.
  const known = grounded.known && (said.operator === 'eq' || said.operator === 'ne');
  if (!known && quoted === undefined) return [];
  return [
    {
      ...base,
      attribute: grounded.attribute,
      operator: said.operator,
      value: known ? grounded.value : (quoteOf(said.value, grounding) ?? quoted ?? ''),
      words: quoted ?? grounded.value,
      known,
    },
  ];
}

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

function toPriceLimit(
  said: ModelConstraint,
  quoted: string | undefined,
  base: Pick<Constraint, 'strength' | 'confidence' | 'sourceTurn'>,
  currency: string,
): Constraint[] {
  if (quoted === undefined || said.operator === 'ne' || !/^\d+(?:[.,]\d+)?$/.test(said.value)) return [];
  const amount = Number(said.value.replace(',', '.'));
  if (amount > HIGHEST_PRICE) return [];
  // A limit in another currency is reported, never converted or compared.
  const known = said.currency === null || said.currency.toUpperCase() === currency;
  return [
    {
      ...base,
      // "Cheap" is no number: what the model made of it is a wish, not a limit.
      strength: /\d/.test(quoted) ? base.strength : 'soft',
      attribute: 'price',
      operator: said.operator === 'eq' ? 'lte' : said.operator,
      value: known ? toMinorUnits(amount, currency) : quoted,
      words: quoted,
      known,
    },
  ];
}

function toReference(said: ModelReference, { vocabulary, language, context }: Grounding): ProductReference[] {
  switch (said.kind) {
    case 'ordinal':
      return said.position === null || said.position === 0
        ? []
        : [{ kind: 'ordinal', position: said.position }];
    case 'attribute': {
      if (said.attribute === null || said.value === null) return [];
      const { attribute, value, known } = vocabulary.ground(said.attribute, said.value, language);
      return known ? [{ kind: 'attribute', attribute, value }] : [];
    }
    case 'extreme':
      return said.extreme === null ? [] : [{ kind: 'extreme', of: said.extreme }];
    case 'product': {
      const onScreen = [
        ...context.state.shown.map((shown) => shown.productId),
        context.state.focus,
        context.pageProductId,
      ];
      return said.productId !== null && onScreen.includes(said.productId)
        ? [{ kind: 'product', productId: said.productId }]
        : [];
    }
    case 'focus':
      return [{ kind: 'focus' }];
  }
}

/** The words as the shopper wrote them, or undefined when they do not stand in the message. */
function quoteOf(words: string | null, { utterance }: Grounding): string | undefined {
  const wanted = words?.trim().toLowerCase() ?? '';
  if (wanted === '') return undefined;
  const from = utterance.toLowerCase().indexOf(wanted);
  return from < 0 ? undefined : utterance.slice(from, from + wanted.length).slice(0, 120);
}

/** Words of the query that the shopper said, in the query's order, in lower case as the shopper spelled them. */
function wordsOfMessage(query: string, { utterance, language }: Grounding): string {
  const said = new Map(
    tokenize(utterance, language).flatMap(({ raw, normal, stem }): [string, string][] => [
      [stem, raw.toLowerCase()],
      [normal, raw.toLowerCase()],
    ]),
  );
  return query
    .split(/\s+/)
    .flatMap((word) => {
      const bare = normalise(word).replace(/[^\p{L}\p{N}-]/gu, '');
      return said.get(bare) ?? said.get(stemWord(bare, language)) ?? [];
    })
    .join(' ');
}

const knownConcept = (
  kind: ConceptKind & ('recipient' | 'occasion'),
  id: string | null,
): Record<string, string> => (id !== null && concept(kind, id) !== undefined ? { [kind]: id } : {});
