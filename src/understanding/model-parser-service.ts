import type { ProductReference } from '../domain/command.ts';
import type { Constraint } from '../domain/need.ts';
import { DETAIL, type ModelCommand, shapeOf } from './model-parser-parts.ts';
import { type Grounding, quoteOf, wordsOfMessage } from './model-parser-words.ts';
import { isAddressAnswer, openForm } from './read-form.ts';

const LONGEST_QUESTION = 400;

/** What it is when a model names no detail, or none that there is. */
const USUAL: Readonly<Record<string, string>> = {
  availability: 'stock',
  price: 'price',
  'ask-policy': 'other',
  preference: 'set',
  complaint: 'other',
  'small-talk': 'other',
  unsafe: 'manipulation',
};

/**
 * Commands about the shop, orders, the basket and the talk itself. Numbers of orders, deadlines, parts and quantities are the
 * shopper's words; a detail that does not exist becomes the usual one, or the command is refused by its schema.
 */
export function toServiceCommand(
  said: ModelCommand,
  {
    constraints,
    references,
  }: { readonly constraints: readonly Constraint[]; readonly references: readonly ProductReference[] },
  grounding: Grounding,
): unknown {
  const orderNumber = quoteOf(said.orderNumber, grounding);
  const question = grounding.utterance.slice(0, LONGEST_QUESTION);
  const [reference] = references;
  const whole: Readonly<Record<string, unknown>> = {
    type: said.type,
    query: wordsOfMessage(said.query ?? '', grounding),
    question,
    constraints,
    references,
    // Of the size that one takes, "it" is meant; of stock and price the shop may be.
    ...(reference === undefined && said.type !== 'size-fit'
      ? {}
      : { reference: reference ?? { kind: 'focus' } }),
    values: answersOf(said, grounding),
    mine: said.named.filter((entry) => quoteOf(entry, grounding) !== undefined).slice(0, 6),
    attributes: said.drop,
    ...(said.type === 'handoff' ? { reason: said.reason ?? 'requested' } : {}),
    ...(said.quantity === null ? {} : { quantity: said.quantity }),
    ...(orderNumber === undefined ? {} : { orderNumber }),
    ...detailOf(said),
  };
  return fieldsOf(said.type, whole);
}

function detailOf({ type, detail }: ModelCommand): Record<string, unknown> {
  const field = DETAIL[type];
  if (field === undefined) return {};
  const isOne = shapeOf(type)[field]?.safeParse(detail).success === true;
  if (!isOne && USUAL[type] === undefined) return {};
  return { [field]: isOne ? detail : USUAL[type] };
}

/** Only what the command has a place for. */
function fieldsOf(type: string, whole: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const names = Object.keys(shapeOf(type));
  return Object.fromEntries(names.flatMap((name) => (name in whole ? [[name, whole[name]]] : [])));
}

/** Answers that were offered, else the shopper's own words; none where nothing was asked. */
function answersOf({ named }: ModelCommand, { context, utterance }: Grounding): readonly string[] {
  const form = openForm(context.state);
  if (form === undefined) return [];
  if (form.labels.length > 0) return form.labels.filter((label) => named.includes(label));
  return isAddressAnswer(utterance, form, context.market.country)
    ? [utterance.slice(0, LONGEST_QUESTION)]
    : [];
}
