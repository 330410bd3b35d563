import type { ChatMessage } from '../../src/ports/chat-model.ts';
import type { Prompt } from '../../src/ports/prompt.ts';
import type { AnswerForm } from './model-endpoint.ts';

/** A form of answers as endpoints are asked for it. */
export interface JsonForm {
  readonly name: string;
  readonly schema: Record<string, unknown>;
  /** The schema said in words, where the endpoint does not hold the model to it. */
  readonly instruction: readonly ChatMessage[];
}

/**
 * Forms by schema, each converted to JSON schema once.
 *
 * @param jsonOnly `prompts/json-only.md`.
 */
export function createJsonForms(jsonOnly: Prompt): (form: AnswerForm) => Promise<JsonForm> {
  const known = new WeakMap<AnswerForm['schema'], JsonForm>();
  return async ({ name, schema }) => {
    const present = known.get(schema);
    if (present !== undefined) return present;
    const { zodResponseFormat } = await import('openai/helpers/zod');
    const converted = zodResponseFormat(schema, name).json_schema.schema ?? {};
    const form = { name, schema: converted, instruction: jsonOnly.render({ schema: converted }) };
    known.set(schema, form);
    return form;
  };
}
