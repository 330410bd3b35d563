import { MessageFormat } from 'messageformat';
import { AssistantError } from '../errors/assistant-error.ts';
import type { SpokenLanguage } from '../text/languages.ts';
import de from './messages/de.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import es from './messages/es.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };

export type MessageKey = keyof typeof en;

/** A message, or several wordings of it that say the same. */
export type Wordings = string | readonly string[];

/** MessageFormat 2 sources. Every language has every key: the type holds it, and a test compares variables. */
export const MESSAGES: Readonly<Record<SpokenLanguage, Readonly<Record<MessageKey, Wordings>>>> = {
  en,
  de,
  fr,
  es,
};

export type MessageValues = Readonly<Record<string, string | number>>;

export interface Phrasebook {
  /**
   * Words a message in a language.
   *
   * @param variation Picks among several wordings; the same number gives the same words. An integer >= 0.
   * @throws {AssistantError} INTERNAL when a variable of the message has no value.
   */
  phrase(language: SpokenLanguage, key: MessageKey, values: MessageValues, variation: number): string;
}

/** Messages are compiled on first use and kept; about 40 µs a phrase afterwards. */
export function createPhrasebook(): Phrasebook {
  const compiled = new Map<string, MessageFormat>();
  return {
    phrase(language, key, values, variation) {
      const wordings = [MESSAGES[language][key]].flat();
      const source = wordings[variation % wordings.length] ?? '';
      const cacheKey = `${language} ${source}`;
      const message =
        compiled.get(cacheKey) ?? new MessageFormat(language, source, { bidiIsolation: 'none' });
      compiled.set(cacheKey, message);
      return message.format(values, (cause) => {
        throw new AssistantError('INTERNAL', `Message "${key}" (${language}) cannot be formatted`, { cause });
      });
    },
  };
}
