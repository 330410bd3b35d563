import * as z from 'zod';
import type { ChangedFact } from '../domain/desk/translation.ts';
import type { Language } from '../domain/locale.ts';
import type { ChatModel, Spender } from '../ports/chat-model.ts';
import type { Prompt } from '../ports/prompt.ts';
import { changedFacts, literally } from './changed-facts.ts';

/** What is put into another language. */
export interface TranslationRequest {
  readonly text: string;
  readonly from: Language;
  readonly to: Language;
  /** That have to stay letter by letter where the text has them: titles of products. */
  readonly names: readonly string[];
  /** ISO 4217, of amounts that do not say it. */
  readonly currency?: string | undefined;
  readonly spender?: Spender;
  readonly signal: AbortSignal;
}

/** `changed`: what the model answered does not state the facts of the message, and is not to be used. */
export type Translated =
  | { readonly kind: 'kept'; readonly text: string }
  | { readonly kind: 'changed'; readonly facts: readonly ChangedFact[] };

/**
 * Has a model translate a message.
 *
 * @throws {AssistantError} MODEL_* of the port, BUDGET_EXCEEDED.
 */
export type Translate = (request: TranslationRequest) => Promise<Translated>;

const answerSchema = z.object({ text: z.string().trim().min(1) });

/** As words of their own; of scripts without spaces anywhere. */
function standsIn(text: string, name: string): boolean {
  const letter = String.raw`[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{Nd}]`;
  return new RegExp(`(?<!${letter})${literally(name)}(?!${letter})`, 'u').test(text);
}

/** Of a message, and what it may grow to in a language with longer words. */
const FEWEST_TOKENS = 200;
const TOKENS_PER_CHARACTER = 2;

export interface TranslatorOptions {
  readonly chatModel: Pick<ChatModel, 'parse'>;
  /** `prompts/translate.md`. */
  readonly prompt: Prompt;
  /** The language of a text, where that is sure: an answer in another one is none. Of languages that are not told apart always undefined. */
  readonly detectLanguage?: (text: string, expected: Language) => Language | undefined;
}

export function createTranslator({ chatModel, prompt, detectLanguage }: TranslatorOptions): Translate {
  const form = { name: prompt.id, schema: answerSchema };
  return async ({ text, from, to, names, currency, spender, signal }) => {
    const present = names.filter((name) => standsIn(text, name));
    const { value } = await chatModel.parse(
      {
        messages: prompt.render({ from, to, names: present, text }),
        maxTokens: FEWEST_TOKENS + TOKENS_PER_CHARACTER * text.length,
        temperature: 0,
        purpose: 'translate',
        prompt: `${prompt.id}@${prompt.version}`,
        ...(spender === undefined ? {} : { spender }),
      },
      form,
      signal,
    );
    const facts = changedFacts({ text, from, to, names: present, currency }, value.text);
    if (facts.length > 0) return { kind: 'changed', facts };
    const words = present.reduce((rest, name) => rest.replaceAll(name, ' '), value.text);
    const language = detectLanguage?.(words, to) ?? to;
    return language === to
      ? { kind: 'kept', text: value.text }
      : { kind: 'changed', facts: [{ fact: 'language', text: language, is: 'added' }] };
  };
}
