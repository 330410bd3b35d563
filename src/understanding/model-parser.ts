import type { Language } from '../domain/locale.ts';
import { currencyExponent } from '../domain/money.ts';
import { EMPTY_NEED } from '../domain/need.ts';
import { AssistantError, isAssistantError } from '../errors/assistant-error.ts';
import type { ChatMessage, ChatModel } from '../ports/chat-model.ts';
import type { Prompt } from '../ports/prompt.ts';
import { isSpoken, SPOKEN_LANGUAGES } from '../text/languages.ts';
import { toCommands } from './model-parser-commands.ts';
import { hidePrivateParts } from './model-parser-privacy.ts';
import { type ModelAnswer, modelAnswerSchema, type ShopCapabilities } from './model-parser-schema.ts';
import type { ParseContext, Parser, Understanding } from './parser.ts';
import { openForm } from './read-form.ts';
import { isShareable } from './shareable-message.ts';

/** What the model parser needs of the shop's vocabulary. */
export interface ModelVocabulary {
  /** What the shop can be asked for, as the answer's schema lists it. The same object for as long as the catalogue is. */
  readonly capabilities: ShopCapabilities;
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
  /** `prompts/understand-repair.md`. */
  readonly repairPrompt: Prompt;
  /** Of a whole parse, a second try included, milliseconds. */
  readonly deadlineMs: number;
}

const MAX_OUTPUT_TOKENS = 1_200;
const LONGEST_UTTERANCE = 4_000;
const LONGEST_VOCABULARY = 12_000;
/** A second try that could not end in time is not begun. */
const SHORTEST_REPAIR_MS = 150;

/**
 * Understanding by a language model. The model only picks; what it picked is held to the shop, the message and the screen
 * (`toCommands`), so a hostile answer is at worst a wrong wish. An answer of which nothing can be kept is asked for once more, as long as
 * the deadline allows.
 *
 * @throws {AssistantError} MODEL_* of the port, and MODEL_INVALID_ANSWER when nothing of the second answer could be kept
 *   either: the caller then uses the embedded parser; the shopper is never asked to say it again for that.
 */
export function createModelParser(options: ModelParserOptions): Parser {
  const { chatModel, vocabulary, prompt, repairPrompt, deadlineMs } = options;
  const schema = { name: prompt.id, schema: modelAnswerSchema(vocabulary.capabilities) };
  return {
    async parse(utterance, context, signal) {
      const startedMs = performance.now();
      const told = describeState(context);
      const shareable = isShareable(utterance, told, describeState(untold(context)));
      const messages = prompt.render({
        vocabulary: vocabulary.describe(context.language).slice(0, LONGEST_VOCABULARY),
        currency: context.market.currency,
        languages: SPOKEN_LANGUAGES,
        state: told,
        utterance: hidePrivateParts(utterance.slice(0, LONGEST_UTTERANCE)),
      });
      const ask = async (said: readonly ChatMessage[], within: AbortSignal): Promise<Understanding> => {
        const { spender } = context;
        const request = {
          messages: said,
          maxTokens: MAX_OUTPUT_TOKENS,
          temperature: 0,
          purpose: 'understand' as const,
          prompt: `${prompt.id}@${prompt.version}`,
          shareable,
          ...(spender === undefined ? {} : { spender }),
        };
        const { value, usage } = await chatModel.parse(request, schema, within);
        return { ...understandAnswer(value, utterance, context, vocabulary), usage };
      };
      try {
        return await ask(messages, signal);
      } catch (error) {
        const leftMs = deadlineMs - (performance.now() - startedMs);
        if (!isAssistantError(error) || error.code !== 'MODEL_INVALID_ANSWER' || leftMs < SHORTEST_REPAIR_MS)
          throw error;
        const { answer } = error.details;
        const before = typeof answer === 'string' ? [{ role: 'assistant' as const, content: answer }] : [];
        const again = [...messages, ...before, ...repairPrompt.render({ problem: error.message })];
        const within = AbortSignal.any([signal, AbortSignal.timeout(Math.ceil(leftMs))]);
        return await ask(again, within).catch(() => Promise.reject(error));
      }
    },
  };
}

function understandAnswer(
  answer: ModelAnswer,
  utterance: string,
  context: ParseContext,
  vocabulary: ModelVocabulary,
): Omit<Understanding, 'usage'> {
  const { confidence } = answer;
  const language = isSpoken(answer.language) ? answer.language : context.language;
  const commands = toCommands(answer.commands, { vocabulary, utterance, language, confidence, context });
  if (commands.length > 0) return { language, commands, confidence, by: 'model' };
  throw new AssistantError('MODEL_INVALID_ANSWER', 'Nothing the model understood could be kept', {
    details: { said: answer.commands.map((command) => command.type) },
  });
}

/** The same shop with a conversation in which nothing was said yet. */
function untold({ language, locale, market }: ParseContext): ParseContext {
  const state = { turn: 0, language, need: EMPTY_NEED, shown: [], seen: [], handedOff: false, opened: [] };
  return { language, locale, market, state, turn: 1 };
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
      title: toTitle(shown.title),
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
    question:
      state.question === undefined
        ? null
        : { attribute: state.question.attribute, options: state.question.options.map(({ label }) => label) },
    preferences: (state.preferences ?? []).map(({ attribute, operator, value }) => ({
      attribute,
      operator,
      value,
    })),
    /** What "the one from before" may mean, newest list first. */
    before: (state.screens ?? [])
      .slice(0, SCREENS_TOLD)
      .map((screen) => screen.map(({ title }) => toTitle(title))),
    /** What was asked about an order; orders, what was bought and ways to pay are told to nobody. */
    form: toForm(state),
    focus: state.focus ?? null,
    page: pageProductId ?? null,
  };
}

const SCREENS_TOLD = 2;
const LONGEST_TITLE = 120;

const toTitle = (title: string): string => title.replace(/[\p{Cc}\p{Cf}]/gu, ' ').slice(0, LONGEST_TITLE);

function toForm(state: ParseContext['state']): unknown {
  const form = openForm(state);
  if (form === undefined) return null;
  const isTold = form.missing.field === 'reason' || form.missing.field === 'replacement';
  return { asked: form.missing.field, options: isTold ? form.labels.map(toTitle) : [] };
}
