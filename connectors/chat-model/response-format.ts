import type { OpenAI } from 'openai';
import type * as z from 'zod';
import type { RequestDialect } from './request-dialect.ts';

type Body = OpenAI.ChatCompletionCreateParamsNonStreaming;

/** Asks for a schema in the way an endpoint accepts. */
export interface ResponseFormat {
  apply(body: Body, format: RequestDialect['format']): Body;
}

/** Formats by schema, each converted to JSON schema once. */
export function createResponseFormats(): (name: string, schema: z.ZodType) => Promise<ResponseFormat> {
  const known = new WeakMap<z.ZodType, ResponseFormat>();
  return async (name, schema) => {
    const present = known.get(schema);
    if (present !== undefined) return present;
    const { zodResponseFormat } = await import('openai/helpers/zod');
    const format = toResponseFormat(zodResponseFormat(schema, name));
    known.set(schema, format);
    return format;
  };
}

function toResponseFormat(jsonSchema: OpenAI.ResponseFormatJSONSchema): ResponseFormat {
  // Where the endpoint does not hold the model to the schema, the schema is said in words.
  const instruction = {
    role: 'system' as const,
    content: `Answer with one JSON object and nothing else. It must fulfil this JSON Schema:\n${JSON.stringify(jsonSchema.json_schema.schema)}`,
  };
  return {
    apply(body, format) {
      if (format === 'json-schema') return { ...body, response_format: jsonSchema };
      const messages = [instruction, ...body.messages];
      return format === 'json-object'
        ? { ...body, messages, response_format: { type: 'json_object' } }
        : { ...body, messages };
    },
  };
}
