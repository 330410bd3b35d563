import type * as z from 'zod';
import { AssistantError } from '../../src/errors/assistant-error.ts';

/** Characters of a wrong answer kept for diagnosis. */
const KEPT_CHARACTERS = 500;

/**
 * Reads the JSON object out of a model's text: bare, in a fenced block, or between words.
 *
 * @throws {AssistantError} MODEL_INVALID_ANSWER when there is none, or not of the schema; `details.answer` holds its
 *   beginning, `details.problems` the paths that are wrong, beside what `about` says.
 */
export function readJsonAnswer<T>(
  text: string,
  schema: z.ZodType<T>,
  about: Readonly<Record<string, unknown>> = {},
): T {
  const json = parseJson(text);
  if (json === undefined) {
    throw new AssistantError('MODEL_INVALID_ANSWER', 'The model did not answer with JSON', {
      details: { ...about, answer: text.slice(0, KEPT_CHARACTERS) },
    });
  }
  const parsed = schema.safeParse(json.value);
  if (!parsed.success) {
    throw new AssistantError('MODEL_INVALID_ANSWER', 'The model answered with JSON of another shape', {
      details: {
        ...about,
        answer: text.slice(0, KEPT_CHARACTERS),
        problems: parsed.error.issues.slice(0, 10).map((issue) => `${issue.path.join('.')}: ${issue.code}`),
      },
    });
  }
  return parsed.data;
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  const fenced = /```(?:json)?\s*([\s\S]*?)```/i.exec(text)?.[1];
  const from = text.indexOf('{');
  const to = text.lastIndexOf('}');
  const between = from >= 0 && to > from ? text.slice(from, to + 1) : undefined;
  for (const candidate of [text, fenced, between]) {
    if (candidate === undefined) continue;
    try {
      return { value: JSON.parse(candidate) };
    } catch {
      // the next candidate may be it
    }
  }
  return undefined;
}
