import * as z from 'zod';
import { type ModelConstraint, modelParts, NO_ATTRIBUTE, NOT_LISTED } from './model-parser-parts.ts';

type Fields = Readonly<Record<string, unknown>>;
/** Attributes of the shop, with all their values where these are few. */
type Closed = ReadonlyMap<string, readonly string[] | undefined>;

/**
 * What can be kept of an answer: its shape is mended, parts that are wrong are left out, values that the shop does not list are
 * marked so. False facts are none of its business: they are held to shop, message and screen afterwards.
 */
export function repairModelAnswer(answer: unknown, closed: Closed): unknown {
  const whole = Array.isArray(answer) ? { commands: answer } : asRecord(answer);
  const commands = Array.isArray(whole.commands) ? whole.commands : 'type' in whole ? [whole] : undefined;
  if (commands === undefined) return answer;
  return {
    language: typeof whole.language === 'string' ? whole.language.slice(0, 20) : '',
    confidence: toConfidence(whole.confidence),
    commands: commands
      .slice(0, 6)
      .flatMap((command) => keepValid(modelParts.command, repairCommand(command)))
      .map((command) => ({
        ...command,
        constraints: command.constraints.map((constraint) => markUnlisted(constraint, closed)),
      })),
  };
}

function repairCommand(value: unknown): unknown {
  const command = asRecord(value);
  const entries = (schema: z.ZodObject, list: unknown) =>
    asArray(list).flatMap((entry) => keepValid(schema, repairFields(schema, asRecord(entry))));
  return {
    ...repairFields(modelParts.command, command),
    constraints: asArray(command.constraints).flatMap((entry) =>
      keepValid(modelParts.constraint, repairFields(modelParts.constraint, spellValue(asRecord(entry)))),
    ),
    drop: asArray(command.drop).flatMap((entry) => keepValid(modelParts.name, entry)),
    references: entries(modelParts.reference, command.references).slice(0, 4),
    shifts: entries(modelParts.shift, command.shifts).slice(0, 5),
    named: asArray(command.named)
      .filter((entry) => typeof entry === 'string')
      .slice(0, 12),
  };
}

/** A value outside the shop's list, or an attribute it does not have, is what was meant, not what is listed. */
function markUnlisted(constraint: ModelConstraint, closed: Closed): typeof constraint {
  const { attribute, value, unlisted } = constraint;
  if (!closed.has(attribute))
    return { ...constraint, attribute: NO_ATTRIBUTE, unlisted: unlisted ?? attribute };
  const values = closed.get(attribute);
  if (values === undefined || value === NOT_LISTED || values.includes(value)) return constraint;
  return { ...constraint, value: NOT_LISTED, unlisted: unlisted ?? value };
}

/** Fields of the schema's shape; a nullable one that is missing or wrong becomes null. */
function repairFields(schema: z.ZodObject, value: Fields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema.shape).map(([key, field]) => {
      const own = Object.hasOwn(value, key) ? value[key] : undefined;
      const repairable = !z.safeParse(field, own).success && z.safeParse(field, null).success;
      return [key, repairable ? null : own];
    }),
  );
}

/** A number where its digits are wanted. */
const spellValue = (constraint: Fields): Record<string, unknown> => ({
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
