import * as z from 'zod';
import { type CommandType, catalogueQuestionSchema, commandSchema } from '../domain/command.ts';

/** The value of a constraint that this shop does not list; `unlisted` then holds the shopper's word. */
export const NOT_LISTED = 'not-listed';
/** The attribute of a wish that this shop tells nothing about. */
export const NO_ATTRIBUTE = 'other';

const words = z.string().max(400);
const name = z.string().max(60);

/** Of a constraint, beside attribute and value. */
export const constraintFields = {
  operator: z.enum(['eq', 'ne', 'lt', 'lte', 'gt', 'gte']),
  /** What was meant when the list has no such value. */
  unlisted: z.string().max(120).nullable(),
  currency: z.string().max(3).nullable(),
  strength: z.enum(['hard', 'soft']),
  words: z.string().max(200).nullable(),
};

const constraintSchema = z.object({ attribute: name, value: z.string().max(120), ...constraintFields });

const referenceSchema = z.object({
  kind: z.enum(['ordinal', 'attribute', 'extreme', 'product', 'focus', 'earlier', 'other', 'basket']),
  position: z.int().nullable(),
  /** Lists back, of `ordinal`. */
  list: z.int().nullable(),
  attribute: name.nullable(),
  value: z.string().max(120).nullable(),
  extreme: z.enum(['cheapest', 'dearest', 'lowest', 'highest']).nullable(),
  productId: z.string().max(200).nullable(),
});

const shiftSchema = z.object({ attribute: name, direction: z.enum(['lower', 'higher']) });

/** Where each command keeps what exactly is asked or done. */
export const DETAIL: Readonly<Record<string, string>> = {
  availability: 'aspect',
  price: 'aspect',
  'ask-policy': 'topic',
  basket: 'action',
  'change-address': 'what',
  preference: 'action',
  'personal-data': 'wish',
  complaint: 'about',
  'small-talk': 'about',
  unsafe: 'kind',
};

/** The fields of a command by name. */
export function shapeOf(type: string): Readonly<Record<string, z.ZodType>> {
  return commandSchema.options.find(({ shape }) => shape.type.value === type)?.shape ?? {};
}

const DETAILS = Object.entries(DETAIL).flatMap(([type, field]) => {
  const stated = shapeOf(type)[field];
  const schema = stated instanceof z.ZodOptional ? stated.unwrap() : stated;
  return schema instanceof z.ZodEnum ? schema.options.map(String) : [];
});

const COMMAND_TYPES = commandSchema.options.map(({ shape }) => shape.type.value);

const modelCommandSchema = z.object({
  type: z.enum(COMMAND_TYPES as [CommandType, ...CommandType[]]),
  query: words.nullable(),
  constraints: z.array(constraintSchema).max(30),
  drop: z.array(name).max(20),
  pull: z.enum(['cheaper', 'dearer']).nullable(),
  shifts: z.array(shiftSchema).max(5),
  references: z.array(referenceSchema).max(4),
  recipient: name.nullable(),
  occasion: name.nullable(),
  attribute: name.nullable(),
  reason: z.enum(['requested', 'order', 'complaint']).nullable(),
  question: catalogueQuestionSchema.nullable(),
  about: z.enum(['shop', 'need', 'asked']).nullable(),
  /** Never `agree`: consent is only read from the shopper's own words. */
  history: z.enum(['stop', 'resume', 'forget', 'tell']).nullable(),
  sort: z.enum(['relevance', 'price-ascending', 'price-descending', 'rating-descending']).nullable(),
  /** What exactly is asked or done: an aspect, a topic, an action. */
  detail: z.enum([...new Set(DETAILS)]).nullable(),
  quantity: z.int().nullable(),
  orderNumber: z.string().max(40).nullable(),
  /** Parts of a set, or the shopper's own measures, as written. */
  named: z.array(z.string().max(120)).max(12),
});

export type ModelConstraint = z.infer<typeof constraintSchema>;
export type ModelReference = z.infer<typeof referenceSchema>;
export type ModelCommand = z.infer<typeof modelCommandSchema>;

/** What is repaired entry by entry before an answer is held to its schema. */
export const modelParts = {
  command: modelCommandSchema,
  constraint: constraintSchema,
  reference: referenceSchema,
  shift: shiftSchema,
  name,
};
