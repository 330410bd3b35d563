import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import type { RecordedRequest } from './mode.ts';

const TOKENS_PER_MESSAGE = 4;

/** What OpenAI's own tokenizer counts of a request for chat completions and its answer, the schema that was sent along too. */
export function countedUsage({ body }: RecordedRequest, answer: string) {
  const messages = Array.isArray(body.messages) ? body.messages : [];
  const ofMessages = messages.map(({ content }) => TOKENS_PER_MESSAGE + countTokens(String(content)));
  const ofSchema = body.response_format === undefined ? 0 : countTokens(JSON.stringify(body.response_format));
  const prompt = ofMessages.reduce((sum, tokens) => sum + tokens, ofSchema);
  const completion = countTokens(answer);
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
}
