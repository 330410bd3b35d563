import { AssistantError } from '../../src/errors/assistant-error.ts';

/** Characters of a wrong answer kept for diagnosis. */
const KEPT_CHARACTERS = 500;

/** The endpoint answered with something else than an answer of a model: a page, an error, nothing. */
export function notAnAnswer(answer: unknown): AssistantError {
  const text = typeof answer === 'string' ? answer : (JSON.stringify(answer) ?? '');
  return new AssistantError('MODEL_INVALID_ANSWER', 'The model endpoint sent no answer of a model', {
    details: { answer: text.slice(0, KEPT_CHARACTERS) },
  });
}
