import * as z from 'zod';
import {
  constraintFields,
  type ModelCommand,
  type ModelConstraint,
  modelParts,
  NO_ATTRIBUTE,
  NOT_LISTED,
} from './model-parser-parts.ts';
import { repairModelAnswer } from './model-parser-repair.ts';

/** What a shop can be asked for: its attributes, with all their values where these are few. */
export interface ShopCapabilities {
  readonly attributes: readonly {
    readonly attribute: string;
    /** Absent: any word may be one (makers of a large shop, amounts, prices). */
    readonly values?: readonly string[];
  }[];
}

export interface ModelAnswer {
  readonly language: string;
  readonly confidence: number;
  readonly commands: readonly ModelCommand[];
}

/**
 * What a model fills: flatter than the domain's commands, every field present and nullable, because that is what strict
 * structured output allows and what small models get right. Attributes and values are those of the shop, so that a wish it does
 * not list is said as one (`NOT_LISTED`, `NO_ATTRIBUTE`) instead of being bent to the nearest.
 *
 * Endpoints that do not hold a model to a schema still give usable answers: missing fields become null, parts that are
 * wrong are left out, and only an answer without any command of a known type is refused.
 */
export function modelAnswerSchema(capabilities: ShopCapabilities): z.ZodType<ModelAnswer> {
  const variants = [...capabilities.attributes, { attribute: NO_ATTRIBUTE }].map(toVariant);
  const closed = new Map(capabilities.attributes.map(({ attribute, values }) => [attribute, values]));
  const constraint: z.ZodType<ModelConstraint> = z.union(variants);
  const answer = z.object({
    language: z.string().max(20),
    confidence: z.number().min(0).max(1),
    commands: z.array(modelParts.command.extend({ constraints: z.array(constraint).max(30) })).max(6),
  });
  return z.preprocess((said) => repairModelAnswer(said, closed), answer);
}

function toVariant({ attribute, values }: ShopCapabilities['attributes'][number]) {
  const value: z.ZodType<string> =
    values === undefined ? z.string().max(120) : z.enum([...new Set(values), NOT_LISTED]);
  return z.object({ attribute: z.literal(attribute), value, ...constraintFields });
}
