import { type Command, commandSchema } from '../domain/command.ts';
import type { Constraint } from '../domain/need.ts';
import { type ConceptKind, concept } from '../text/lexicon/index.ts';
import { toConstraint } from './model-parser-constraints.ts';
import type { ModelCommand } from './model-parser-parts.ts';
import { toReference } from './model-parser-references.ts';
import { toServiceCommand } from './model-parser-service.ts';
import { type Grounding, wordsOfMessage } from './model-parser-words.ts';

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
  const references = said.references.flatMap((entry) => toReference(entry, grounding));
  const reference = references[0] ?? { kind: 'focus' };
  switch (said.type) {
    case 'find':
    case 'gift':
    case 'refine':
    case 'plan-set':
      return toWish(said, constraints, grounding);
    case 'similar':
      return { type: 'similar', reference, constraints, ...changesOf(said, grounding) };
    case 'compare':
      return { type: 'compare', references };
    case 'reject':
      return { type: 'reject', references };
    case 'why':
      return { type: 'why', reference };
    case 'goes-with':
      return {
        type: 'goes-with',
        reference,
        constraints: constraints.filter(({ attribute }) => attribute === 'price'),
      };
    case 'history':
      return { type: 'history', wish: said.history };
    case 'ask-product':
      return {
        type: 'ask-product',
        reference,
        question: grounding.utterance.slice(0, 400),
        ...attributeOf(said, grounding),
      };
    case 'ask-catalogue':
      return toShopQuestion(said, constraints, grounding);
    case 'show-asked':
      return grounding.context.state.asked === undefined ? undefined : { type: 'show-asked' };
    case 'no-preference':
      return { type: 'no-preference', ...attributeOf(said, grounding) };
    default:
      return toServiceCommand(said, { constraints, references }, grounding);
  }
}

/** Questions that say nothing without one. */
const NEEDS_ATTRIBUTE: ReadonlySet<string> = new Set(['values', 'least', 'most']);

/** Of `find`, `gift`, `refine` and `plan-set`; undefined when it says nothing. */
function toWish(said: ModelCommand, constraints: readonly Constraint[], grounding: Grounding): unknown {
  const drop = said.drop.filter((attribute) =>
    grounding.context.state.need.constraints.some((known) => known.attribute === attribute),
  );
  const query = wordsOfMessage(said.query ?? '', grounding);
  const told = {
    ...knownConcept('recipient', said.recipient),
    ...knownConcept('occasion', said.occasion),
    ...(said.type === 'refine' ? changesOf(said, grounding) : {}),
    ...(said.type !== 'refine' || said.sort === null ? {} : { sort: said.sort }),
  };
  const parts = said.named.filter((part) => wordsOfMessage(part, grounding) !== '');
  const isEmpty =
    query === '' &&
    constraints.length === 0 &&
    Object.keys(told).length === 0 &&
    (said.type !== 'refine' || drop.length === 0) &&
    said.type !== 'gift' &&
    parts.length === 0;
  if (isEmpty) return undefined;
  return {
    type: said.type,
    query,
    constraints,
    ...told,
    ...(said.type === 'refine' ? { drop } : {}),
    ...(said.type === 'plan-set' ? { parts } : {}),
  };
}

/** "Cheaper", "lighter": of attributes that the shop has. */
function changesOf({ pull, shifts }: ModelCommand, { vocabulary }: Grounding): object {
  const known = shifts.filter(({ attribute }) => vocabulary.isAttribute(attribute));
  return { ...(pull === null ? {} : { pull }), ...(known.length === 0 ? {} : { shifts: known }) };
}

function attributeOf({ attribute }: ModelCommand, { vocabulary }: Grounding): { attribute?: string } {
  return attribute !== null && vocabulary.isAttribute(attribute) ? { attribute } : {};
}

/** A question about values needs an attribute of the shop, one about the last question a last question. */
function toShopQuestion(
  said: ModelCommand,
  constraints: readonly Constraint[],
  grounding: Grounding,
): unknown {
  const { state } = grounding.context;
  const asked = attributeOf(said, grounding);
  if (said.question === null || (NEEDS_ATTRIBUTE.has(said.question) && asked.attribute === undefined))
    return undefined;
  const about = said.about ?? 'shop';
  return {
    type: 'ask-catalogue',
    question: said.question,
    about: about === 'asked' && state.asked === undefined ? 'need' : about,
    query: wordsOfMessage(said.query ?? '', grounding),
    constraints,
    ...asked,
  };
}

const knownConcept = (
  kind: ConceptKind & ('recipient' | 'occasion'),
  id: string | null,
): Record<string, string> => (id !== null && concept(kind, id) !== undefined ? { [kind]: id } : {});
