import { channelLimits } from '../domain/channel.ts';
import type { Language, Locale } from '../domain/locale.ts';
import type { MemoryFact } from '../domain/memory.ts';
import type { ConstraintOperator } from '../domain/need.ts';
import type { Reason } from '../domain/reason.ts';
import type { ComposedReply, ReplyPlan, ReplyStep } from '../domain/reply-plan.ts';
import { PLAIN_VOICE, type Voice } from '../domain/voice.ts';
import { sayQuantity } from '../text/write-quantity.ts';
import { type AskedFacet, composeQuestion } from './compose-question.ts';
import { composeStep } from './compose-step.ts';
import { fitScreen, shortenWords } from './fit-screen.ts';
import { type OrderWords, orderWords } from './order-words.ts';
import { createPhrasebook, type MessageKey, messagesOf, type Phrasebook } from './phrasebook.ts';
import { createSpeaker, joinSentences, type Speaker } from './speaker.ts';
import { type ChipMeaning, type ChipWords, wordChip } from './word-chip.ts';
import { type DeskNews, wordDesk } from './word-desk.ts';
import { type MemoryWords, wordMemory } from './word-memory.ts';
import { wordReason } from './word-reason.ts';

/** What an amount may be bounded by. */
export type BoundOperator = Exclude<ConstraintOperator, 'eq' | 'ne'>;

export { addressLines, type OrderWords } from './order-words.ts';
export type { ChipMeaning, ChipWords } from './word-chip.ts';

/** Words for facts, from templates, in the languages we speak; another language is answered in English. */
export interface Replier {
  /** The same for shoppers of a market: they are addressed as is usual there. @param country ISO 3166-1 alpha-2. */
  inMarket(country: string): Replier;
  /**
   * The text of a plan with its claims, each an exact part of the text, no longer than its channel takes; what a yes will do and
   * what was done is never cut. The same plan gives the same words.
   */
  compose(plan: ReplyPlan): ComposedReply;
  /** The first words of a conversation; they say that the assistant is automated. */
  greeting(language: Language): string;
  /** Why a product stands where it stands, one line without a full stop. */
  reasonText(reason: Reason, language: Language): string;
  chipWords(meaning: ChipMeaning, language: Language): ChipWords;
  /** Something that is remembered of the shopper, and where it comes from. @param locale How dates are written. */
  memoryWords(fact: MemoryFact, locale: Locale, language: Language): MemoryWords;
  /** A bound on an amount: "at least 16 GB", "mindestens 16 GB", "au moins 16 Go". @param written As `writeQuantity` writes it. */
  boundText(operator: BoundOperator, written: string, language: Language): string;
  /** Asks for a preference; the options stand beside it as buttons. */
  question(asked: AskedFacet, language: Language): string;
  /** What is seen in a picture, in the order in which the language says it; what is "" is left out. */
  pictureWords(parts: PictureParts, language: Language): string;
  /** What becomes of a reply that persons of the shop look at: whole sentences. */
  deskWords(news: DeskNews, language: Language): string;
  /** What orders and what is done to them are called. */
  orderWords(locale: Locale, language: Language): OrderWords;
  /** What a shopper reads when something failed. @param replyKey `reply` of an entry of `ERROR_CODES`. */
  errorText(replyKey: string, language: Language): string;
}

/** What a thing is and what it is like. */
type PictureParts = Readonly<Record<'kind' | 'color' | 'material' | 'pattern' | 'style', string>>;

/** @param voice Of all markets, as it is at the moment of speaking; formal and plain when absent. */
export function createReplier(voice: Voice | (() => Voice) = PLAIN_VOICE): Replier {
  return replierOf(createPhrasebook(), typeof voice === 'function' ? voice : () => voice, undefined);
}

function replierOf(phrasebook: Phrasebook, voice: () => Voice, market: string | undefined): Replier {
  const speak = (language: Language): Speaker =>
    createSpeaker(phrasebook, { language, locale: language, market, voice: voice() });
  return {
    inMarket: (country) => replierOf(phrasebook, voice, country),
    compose(plan) {
      const { textCharacters, hasCards } = channelLimits(plan.channel);
      const variation = variationOf(plan);
      const last = plan.steps.length - 1;
      const compose = (shorter: number): readonly ComposedReply[] => {
        const setting = { market, ...plan, voice: voice(), hasCards };
        const speaker = createSpeaker(phrasebook, setting, { variation, shorter });
        return plan.steps.flatMap((step, index) => composeStep(speaker, step, index < last));
      };
      const sentences = shortenWords(compose, textCharacters);
      return joinSentences(plan.steps.some(isExact) ? sentences : fitScreen(sentences, textCharacters));
    },
    greeting: (language) => speak(language).words('greeting'),
    reasonText: (reason, language) => wordReason(speak(language), reason),
    chipWords: (meaning, language) => wordChip(speak(language), meaning),
    memoryWords: (fact, locale, language) =>
      wordMemory(createSpeaker(phrasebook, { language, locale, market, voice: voice() }), fact),
    boundText(operator, written, language) {
      const speaker = speak(language);
      return speaker.words(`limit-${operator}`, { value: sayQuantity(written, speaker.language) });
    },
    question: (asked, language) => composeQuestion(speak(language), asked),
    pictureWords: (parts, language) =>
      speak(language).words('picture-words', parts).replaceAll(/\s+/gu, ' ').trim(),
    deskWords: (news, language) => wordDesk(speak(language), news),
    orderWords: (locale, language) =>
      orderWords(createSpeaker(phrasebook, { language, locale, market, voice: voice() })),
    errorText: (replyKey, language) =>
      speak(language).words(isErrorKey(replyKey) ? replyKey : 'error-unavailable'),
  };
}

/** What a yes will do, and what was done, is said in full however long it is. */
const isExact = ({ act }: ReplyStep): boolean => EXACT.has(act);

const EXACT: ReadonlySet<ReplyStep['act']> = new Set([
  'order-proposal',
  'order-done',
  'order-refused',
  'basket',
  'checkout',
  'reorder',
  'unsafe',
]);

const isErrorKey = (key: string): key is Extract<MessageKey, `error-${string}`> =>
  key.startsWith('error-') && Object.hasOwn(messagesOf('en'), key);

/** Another wording from one turn to the next, without chance: a hash of what is said (FNV-1a, 32 bits). */
function variationOf({ steps }: ReplyPlan): number {
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify(steps)) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 8; // the lowest bits of this hash are its weakest
}
