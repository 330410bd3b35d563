import { existsSync, readFileSync } from 'node:fs';
import { MessageFormat } from 'messageformat';
import { z } from 'zod';
import { AssistantError } from '../errors/assistant-error.ts';
import { perLanguage, SPOKEN_LANGUAGES, type SpokenLanguage } from '../text/languages.ts';
import en from './messages/en.json' with { type: 'json' };

export type MessageKey = keyof typeof en;

/** A message, or several wordings of it that say the same. */
export type Wordings = string | readonly string[];

export type Messages = Readonly<Record<MessageKey, Wordings>>;

const MessageFile = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/**
 * The messages of a language, MessageFormat 2 sources: `messages/<language>.json`. What it does not say yet is said in
 * English; a test compares keys, wordings and variables.
 *
 * @throws {AssistantError} CONFIGURATION_INVALID for a language that is understood and has no file.
 */
export const messagesOf = perLanguage((language): Messages => {
  const file = new URL(`./messages/${language}.json`, import.meta.url);
  if (!existsSync(file))
    throw new AssistantError('CONFIGURATION_INVALID', `There are no reply messages in "${language}"`, {
      details: { file: `src/reply/messages/${language}.json` },
    });
  return { ...en, ...MessageFile.parse(JSON.parse(readFileSync(file, 'utf8'))) };
});

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

/**
 * Messages are compiled on first use and kept; about 40 µs a phrase afterwards.
 *
 * @throws {AssistantError} CONFIGURATION_INVALID as {@link messagesOf}, so that it shows when the server starts.
 */
export function createPhrasebook(): Phrasebook {
  for (const language of SPOKEN_LANGUAGES) messagesOf(language);
  const compiled = new Map<string, MessageFormat>();
  return {
    phrase(language, key, values, variation) {
      const wordings = [messagesOf(language)[key]].flat();
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
