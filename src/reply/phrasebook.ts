import { MessageFormat } from 'messageformat';
import type { Tone } from '../domain/voice.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import { perLanguage, SPOKEN_LANGUAGES, type SpokenLanguage } from '../text/languages.ts';
import { type MessageKey, type Messages, readVariety, type Variety, type Wordings } from './wordings.ts';

export type { MessageKey } from './wordings.ts';

/** All wordings of each message of a language in its formal form, those for any tone first. */
export const messagesOf = perLanguage((language): Readonly<Record<MessageKey, readonly string[]>> => {
  const messages = Object.entries(readVariety({ language, formality: 'formal' }));
  const flat: Record<string, readonly string[]> = {};
  for (const [key, wordings] of messages) flat[key] = Object.values(wordings).flat();
  return flat as Readonly<Record<MessageKey, readonly string[]>>;
});

export type MessageValues = Readonly<Record<string, string | number>>;

/** Which words are taken where a message has several. */
export interface Choice {
  readonly tone: Tone;
  /** The same number gives the same words. An integer >= 0. */
  readonly variation: number;
  /** So many steps down from the wording that is due to shorter ones, the longest first; the shortest when there are fewer. */
  readonly shorter?: number;
}

export interface Phrasebook {
  /**
   * Words a message: in a wording of the tone where it has one, else in one for any tone.
   *
   * @throws {AssistantError} INTERNAL when a variable of the message has no value.
   */
  phrase(variety: Variety, key: MessageKey, values: MessageValues, choice: Choice): string;
}

/**
 * Messages are compiled on first use and kept; about 40 µs a phrase afterwards.
 *
 * @throws {AssistantError} CONFIGURATION_INVALID as {@link readVariety}, so that it shows when the server starts.
 */
export function createPhrasebook(): Phrasebook {
  for (const language of SPOKEN_LANGUAGES) messagesOf(language);
  const compiled = new Map<string, MessageFormat>();
  const varieties = new Map<string, Messages>();

  function wordingsOf(variety: Variety, key: MessageKey): Wordings {
    const name = `${variety.language}-${variety.country ?? ''} ${variety.formality}`;
    const messages = varieties.get(name) ?? readVariety(variety);
    varieties.set(name, messages);
    return messages[key];
  }

  function format(language: SpokenLanguage, source: string, key: MessageKey, values: MessageValues): string {
    const cacheKey = `${language} ${source}`;
    const message = compiled.get(cacheKey) ?? new MessageFormat(language, source, { bidiIsolation: 'none' });
    compiled.set(cacheKey, message);
    return message.format(values, (cause) => {
      throw new AssistantError('INTERNAL', `Message "${key}" (${language}) cannot be formatted`, { cause });
    });
  }

  return {
    phrase(variety, key, values, { tone, variation, shorter = 0 }) {
      const wordings = wordingsOf(variety, key);
      const fitting = wordings[tone] ?? wordings.any;
      const say = (source: string) => format(variety.language, source, key, values);
      const due = say(fitting[variation % fitting.length] ?? '');
      if (shorter === 0) return due;
      const below = [...wordings.any, ...(wordings.brief ?? [])]
        .map(say)
        .filter((text) => text.length < due.length)
        .sort((left, right) => right.length - left.length);
      return below[Math.min(shorter, below.length) - 1] ?? due;
    },
  };
}
