import { createAnswerCache } from '../../connectors/chat-model/answer-cache.ts';
import { createModelChain, createToolChain } from '../../connectors/chat-model/model-chain.ts';
import { loadPrompt } from '../../prompts/load-prompt.ts';
import type { ToolHelp } from '../chat/with-tools.ts';
import type { ModelReply } from '../chat/word-reply.ts';
import type { Settings } from '../config/config.ts';
import type { Language } from '../domain/locale.ts';
import type { Voice } from '../domain/voice.ts';
import type { SideCall } from '../ports/model-ledger.ts';
import { streamModelReply } from '../reply/model-reply.ts';
import { createTranslator, type Translate } from '../reply/translate.ts';
import type { LanguageDetector } from '../text/detect-language.ts';
import { isSpoken } from '../text/languages.ts';
import { createModelParser } from '../understanding/model-parser.ts';
import { modelVocabulary } from '../understanding/model-vocabulary.ts';
import { createModeratedParser } from '../understanding/moderated-parser.ts';
import type { Parser } from '../understanding/parser.ts';
import { createPictureReader, type ReadPicture } from '../understanding/read-picture.ts';
import type { LoadedShop } from './load-shop.ts';
import { type OutsideModel, outsideChatModels, outsideModeration } from './outside-models.ts';

export interface OpenedModel {
  readonly parser: Parser;
  readonly reply: ModelReply;
  /** Absent where the models take no pictures. */
  readonly readPicture?: ReadPicture;
  readonly translate: Translate;
  /** The same models in several steps, with tools. */
  readonly tools: ToolHelp;
  isAvailable(): boolean;
  close(): Promise<void>;
}

export interface OpenModelOptions {
  /** Puts what is counted and limited around each model, so that a fallback and a second request count too. */
  readonly meter?: (model: OutsideModel) => OutsideModel;
  /** Hears of every call that is not metered. */
  readonly count?: (call: SideCall) => void;
  /** How the shop speaks, at the moment of speaking; as its settings say when absent. */
  readonly voice?: () => Voice;
}

/** The configured language model with our prompts; undefined when none is configured. Connects on first use. */
export async function openModel(
  settings: Settings,
  shop: LoadedShop,
  detector: LanguageDetector,
  {
    meter = (model) => model,
    count = () => {},
    voice = () => ({ tone: settings.TONE, formality: settings.FORMALITY }),
  }: OpenModelOptions = {},
): Promise<OpenedModel | undefined> {
  if (settings.CHAT_MODEL.length === 0) return undefined;
  const models = outsideChatModels(settings, await loadPrompt('json-only')).map(meter);
  const chain = createModelChain(
    models.map(({ chat }) => chat),
    {
      parseTimeoutMs: settings.CHAT_PARSE_TIMEOUT_MS,
      replyTimeoutMs: settings.CHAT_REPLY_TIMEOUT_MS,
      hedgeAfterMs: settings.CHAT_HEDGE_AFTER_MS,
    },
  );
  const chatModel = createAnswerCache(chain, { most: settings.LIMIT_MODEL_CACHE });
  const [understandPrompt, repairPrompt, replyPrompt, languagePrompt, orderHelp, planSet, see, translation] =
    await Promise.all([
      loadPrompt('understand'),
      loadPrompt('understand-repair'),
      loadPrompt('reply'),
      loadPrompt('reply-language'),
      loadPrompt('order-help'),
      loadPrompt('plan-set'),
      loadPrompt('see'),
      loadPrompt('translate'),
    ]);
  const parser = createModelParser({
    chatModel,
    vocabulary: modelVocabulary(shop.current().vocabulary),
    prompt: understandPrompt,
    repairPrompt,
    deadlineMs: settings.CHAT_PARSE_TIMEOUT_MS,
  });
  const moderation = outsideModeration(settings, count);
  return {
    parser: moderation === undefined ? parser : createModeratedParser(parser, moderation),
    reply: async (plan, draft, { signal, onDelta, spender }) =>
      await streamModelReply({
        chatModel,
        prompt: replyPrompt,
        languagePrompt,
        voice: voice(),
        plan,
        draft,
        signal,
        onDelta,
        ...(spender === undefined ? {} : { spender }),
        detectLanguage: (text) => sureLanguage(detector, text, plan.language),
      }),
    ...(settings.CHAT_VISION ? { readPicture: createPictureReader({ chatModel, prompt: see }) } : {}),
    translate: createTranslator({
      ...{ chatModel, prompt: translation },
      detectLanguage: (text, expected) =>
        isSpoken(expected) ? sureLanguage(detector, text, expected) : undefined,
    }),
    tools: { model: createToolChain(models.map(({ tools }) => tools)), prompts: { orderHelp, planSet } },
    isAvailable: () => chatModel.isAvailable(),
    close: () => chatModel.close(),
  };
}

/** Below this the language of a text counts as unknown: a title in a foreign language is no fault of the reply. */
const SURE = 0.8;

function sureLanguage(detector: LanguageDetector, text: string, prior: Language): Language | undefined {
  const { language, confidence } = detector.detect(text, { prior });
  return confidence < SURE ? undefined : language;
}
