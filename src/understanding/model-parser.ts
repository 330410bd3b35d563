import type { Language } from '../domain/locale.ts';
import { currencyExponent } from '../domain/money.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { ChatModel } from '../ports/chat-model.ts';
import type { Prompt } from '../ports/prompt.ts';
import { isSpoken, SPOKEN_LANGUAGES } from '../text/languages.ts';
import { toCommands } from './model-parser-commands.ts';
import { hidePrivateParts } from './model-parser-privacy.ts';
import { modelAnswerSchema } from './model-parser-schema.ts';
import type { ParseContext, Parser } from './parser.ts';

/** What the model parser needs of the shop's vocabulary. */
export interface ModelVocabulary {
  /** Types, categories, attributes and a sample of their values, for a prompt. */
  describe(language: Language): string;
  /** True for `price`, `brand`, `category`, `type` and the attributes of the catalogue. */
  isAttribute(attribute: string): boolean;
  /** The canonical attribute and value that are meant; `known` is false when the shop has no such value. */
  ground(
    attribute: string,
    value: string,
    language: Language,
  ): { readonly attribute: string; readonly value: string; readonly known: boolean };
  /** An amount as it is written here, when the shop tells the attribute in such amounts. */
  amountOf(attribute: string, value: string): string | undefined;
}

export interface ModelParserOptions {
  readonly chatModel: ChatModel;
  readonly vocabulary: ModelVocabulary;
  /** `prompts/understand.md`. */
  readonly prompt: Prompt;
}

const MAX_OUTPUT_TOKENS = 500;
const LONGEST_UTTERANCE = 4_000;
const LONGEST_VOCABULARY = 12_000;

/**
 * Understanding by a language model. The model only picks; what it picked is held to the shop, the message and the screen
 * (`toCommands`), so a hostile answer is at worst a wrong wish.
 *
 * @throws {AssistantError} MODEL_* of the port, and MODEL_INVALID_ANSWER when nothing of the answer could be kept: the
 *   caller then uses the embedded parser; the shopper is never asked to say it again for that.
 */
export function createModelParser({ chatModel, vocabulary, prompt }: ModelParserOptions): Parser {
  return {
    async parse(utterance, context, signal) {
      const messages = prompt.render({
        vocabulary: vocabulary.describe(context.language).slice(0, LONGEST_VOCABULARY),
        currency: context.market.currency,
        languages: SPOKEN_LANGUAGES,
        state: describeState(context),
        utterance: hidePrivateParts(utterance.slice(0, LONGEST_UTTERANCE)),
      });
      const { value: answer, usage } = await chatModel.parse(
        { messages, maxTokens: MAX_OUTPUT_TOKENS, temperature: 0 },
        { name: prompt.id, schema: modelAnswerSchema },
        signal,
      );
      const language = isSpoken(answer.language) ? answer.language : context.language;
      const commands = toCommands(answer.commands, {
        vocabulary,
        utterance,
        language,
        confidence: answer.confidence,
        context,
      });
      if (commands.length === 0) {
        throw new AssistantError('MODEL_INVALID_ANSWER', 'Nothing the model understood could be kept', {
          details: { said: answer.commands.map((command) => command.type) },
        });
      }
      return { language, commands, confidence: answer.confidence, by: 'model', usage };
    },
  };
}

/** The conversation as the model may know it: no ids of persons, no score, titles short. */
function describeState({ state, pageProductId, market }: ParseContext): unknown {
  const decimals = currencyExponent(market.currency);
  return {
    language: state.language,
    need: {
      query: hidePrivateParts(state.need.query),
      constraints: state.need.constraints.map(({ attribute, operator, value, strength }) => ({
        attribute,
        operator,
        value: attribute === 'price' && typeof value === 'number' ? value / 10 ** decimals : value,
        strength,
      })),
    },
    shown: state.shown.map((shown, index) => ({
      position: index + 1,
      productId: shown.productId,
      title: shown.title.replace(/[\p{Cc}\p{Cf}]/gu, ' ').slice(0, 120),
      price: shown.priceMinor / 10 ** currencyExponent(shown.currency),
      attributes: shown.attributes,
    })),
    asked:
      state.asked === undefined
        ? null
        : {
            question: state.asked.question,
            attribute: state.asked.attribute ?? null,
            constraints: state.asked.need.constraints.map(({ attribute, operator, words }) => ({
              attribute,
              operator,
              words,
            })),
          },
    focus: state.focus ?? null,
    page: pageProductId ?? null,
  };
}
