import type { OpenAI } from 'openai';
import type { JsonForm } from './json-form.ts';
import type { AnswerForm } from './model-endpoint.ts';

/** What both interfaces of an OpenAI-compatible endpoint are built of. */
export interface OpenAiEndpointOptions {
  readonly name: string;
  /** As the endpoint calls it. */
  readonly model: string;
  readonly client: () => Promise<OpenAI>;
  readonly jsonForm: (form: AnswerForm) => Promise<JsonForm>;
  /** OpenAI's own endpoint, not one that is like it. */
  readonly isOpenAi: boolean;
  /** Further fields of the request body, for what an endpoint offers beyond ("reasoning_effort"). */
  readonly extraBody?: Readonly<Record<string, unknown>>;
}
