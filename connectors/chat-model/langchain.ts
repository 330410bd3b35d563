import type { BaseMessageChunk } from '@langchain/core/messages';
import type { TokenUsage } from '../../src/ports/chat-model.ts';
import type { JsonForm } from './json-form.ts';
import { addUsage, type OpenLangChainModel, toLangChainMessages, usageOf } from './langchain-model.ts';
import type { AnswerForm, ModelEndpoint, WrittenPiece } from './model-endpoint.ts';
import { toModelError } from './model-error.ts';
import { notAnAnswer } from './not-an-answer.ts';
import { createDialect } from './request-dialect.ts';

export interface LangChainEndpointOptions {
  /** As configured, "anthropic:claude-sonnet-4-5". */
  readonly name: string;
  readonly open: OpenLangChainModel;
  readonly jsonForm: (form: AnswerForm) => Promise<JsonForm>;
}

/**
 * A language model behind a chat model of LangChain, whoever it is of. Structured answers are asked for in the provider's own way; where
 * that is refused, in words.
 */
export function createLangChainEndpoint({ name, open, jsonForm }: LangChainEndpointOptions): ModelEndpoint {
  const speak = createDialect({
    format: 'json-schema',
    tokenLimit: 'max_tokens',
    temperature: true,
    streamUsage: false,
  });

  return {
    name,
    async answer(request, form, signal) {
      const asked = await jsonForm(form);
      const { answer, parsed } = await speak('parse', async (spoken) => {
        const { maxTokens, temperature } = request;
        const model = await open(spoken.temperature ? { maxTokens, temperature } : { maxTokens });
        if (spoken.format === 'json-schema') {
          const structured = model.withStructuredOutput(asked.schema, {
            name: asked.name,
            includeRaw: true,
          });
          const { raw, parsed: value } = await structured.invoke(
            await toLangChainMessages(request.messages),
            { signal },
          );
          return { answer: raw, parsed: value };
        }
        const messages = await toLangChainMessages([...asked.instruction, ...request.messages]);
        return { answer: await model.invoke(messages, { signal }), parsed: undefined };
      });
      const text = parsed === undefined || parsed === null ? answer.text : JSON.stringify(parsed);
      if (text === '') throw notAnAnswer('');
      return { text, usage: usageOf(answer) };
    },
    async write(request, signal) {
      const chunks = await speak('stream', async (spoken) => {
        const { maxTokens, temperature } = request;
        const model = await open(spoken.temperature ? { maxTokens, temperature } : { maxTokens });
        return await model.stream(await toLangChainMessages(request.messages), { signal });
      });
      return readPieces(chunks);
    },
  };
}

/** A provider counts its tokens in pieces of their own; together they are the sum. */
async function* readPieces(chunks: AsyncIterable<BaseMessageChunk>): AsyncGenerator<WrittenPiece> {
  let usage: TokenUsage | undefined;
  try {
    for await (const chunk of chunks) {
      const more = usageOf(chunk);
      if (more !== undefined) usage = usage === undefined ? more : addUsage(usage, more);
      yield { text: chunk.text, finished: false, usage };
    }
  } catch (error) {
    throw toModelError(error);
  }
  yield { text: '', finished: true, usage };
}
