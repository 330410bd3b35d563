import * as z from 'zod';
import { catalogueQuestionSchema } from '../domain/command.ts';

const words = z.string().max(400);
const name = z.string().max(60);

const constraintSchema = z.object({
  attribute: name,
  operator: z.enum(['eq', 'ne', 'lt', 'lte', 'gt', 'gte']),
  value: z.string().max(120),
  currency: z.string().max(3).nullable(),
  strength: z.enum(['hard', 'soft']),
  words: z.string().max(200).nullable(),
});

const referenceSchema = z.object({
  kind: z.enum(['ordinal', 'attribute', 'extreme', 'product', 'focus']),
  position: z.int().nullable(),
  attribute: name.nullable(),
  value: z.string().max(120).nullable(),
  extreme: z.enum(['cheapest', 'dearest']).nullable(),
  productId: z.string().max(200).nullable(),
});

const commandSchema = z.object({
  type: z.enum([
    'find',
    'refine',
    'similar',
    'more',
    'compare',
    'why',
    'without-reasons',
    'goes-with',
    'history',
    'ask-product',
    'ask-catalogue',
    'show-asked',
    'reset',
    'greet',
    'thank',
    'goodbye',
    'handoff',
    'out-of-scope',
  ]),
  query: words.nullable(),
  constraints: z.array(constraintSchema).max(30),
  drop: z.array(name).max(20),
  pull: z.enum(['cheaper', 'dearer']).nullable(),
  references: z.array(referenceSchema).max(4),
  recipient: name.nullable(),
  occasion: name.nullable(),
  attribute: name.nullable(),
  reason: z.enum(['requested', 'order', 'complaint']).nullable(),
  question: catalogueQuestionSchema.nullable(),
  about: z.enum(['shop', 'need', 'asked']).nullable(),
  /** Never `agree`: consent is only read from the shopper's own words. */
  history: z.enum(['stop', 'resume', 'forget', 'tell']).nullable(),
  sort: z.enum(['relevance', 'price-ascending', 'price-descending']).nullable(),
});

const answerSchema = z.object({
  language: z.string().max(20),
  confidence: z.number().min(0).max(1),
  commands: z.array(commandSchema).max(6),
});

export type ModelConstraint = z.infer<typeof constraintSchema>;
export type ModelReference = z.infer<typeof referenceSchema>;
export type ModelCommand = z.infer<typeof commandSchema>;

/**
 * What a model fills: flatter than the domain's commands, every field present and nullable, because that is what strict
 * structured output allows and what small models get right.
 *
 * Endpoints that do not hold a model to a schema still give usable answers: missing fields become null, parts that are
 * wrong are left out, and only an answer without any command of a known type is refused.
 */
export const modelAnswerSchema = z.preprocess(repairAnswer, answerSchema);

function repairAnswer(answer: unknown): unknown {
  const whole = Array.isArray(answer) ? { commands: answer } : asRecord(answer);
  const commands = Array.isArray(whole.commands) ? whole.commands : 'type' in whole ? [whole] : undefined;
  if (commands === undefined) return answer;
  return {
    language: typeof whole.language === 'string' ? whole.language.slice(0, 20) : '',
    confidence: toConfidence(whole.confidence),
    commands: commands.slice(0, 6).flatMap((command) => keepValid(commandSchema, repairCommand(command))),
  };
}

function repairCommand(value: unknown): unknown {
  const command = asRecord(value);
  return {
    ...repairFields(commandSchema, command),
    constraints: asArray(command.constraints).flatMap((entry) =>
      keepValid(constraintSchema, repairFields(constraintSchema, spellValue(asRecord(entry)))),
    ),
    drop: asArray(command.drop).flatMap((entry) => keepValid(name, entry)),
    references: asArray(command.references).flatMap((entry) =>
      keepValid(referenceSchema, repairFields(referenceSchema, asRecord(entry))),
    ),
  };
}

/** Fields of the schema's shape; a nullable one that is missing or wrong becomes null. */
function repairFields(
  schema: z.ZodObject,
  value: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema.shape).map(([key, field]) => {
      const own = Object.hasOwn(value, key) ? value[key] : undefined;
      const repairable = !z.safeParse(field, own).success && z.safeParse(field, null).success;
      return [key, repairable ? null : own];
    }),
  );
}

/** A number where its digits are wanted. */
const spellValue = (constraint: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  strength: 'hard',
  ...constraint,
  value: typeof constraint.value === 'number' ? String(constraint.value) : constraint.value,
});

function keepValid<T>(schema: z.ZodType<T>, value: unknown): T[] {
  const parsed = schema.safeParse(value);
  return parsed.success ? [parsed.data] : [];
}

const toConfidence = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0.5;

const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value.slice(0, 30) : []);

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
