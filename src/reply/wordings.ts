import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Formality, Tone } from '../domain/voice.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { SpokenLanguage } from '../text/languages.ts';
import en from './messages/en.json' with { type: 'json' };

export type MessageKey = keyof typeof en;

/** Wordings of a message that say the same, at least one for `any` tone. */
export type Wordings = Readonly<Partial<Record<Tone, readonly string[]>>> & {
  readonly any: readonly string[];
};

export type Messages = Readonly<Record<MessageKey, Wordings>>;

/** A language as one addresses people in it. */
export interface Variety {
  readonly language: SpokenLanguage;
  /** ISO 3166-1 alpha-2; where a language is spoken otherwise in some countries. */
  readonly country?: string | undefined;
  readonly formality: Formality;
}

const oneOrMore = z
  .union([z.string(), z.array(z.string()).min(1)])
  .transform((wordings): readonly string[] => [wordings].flat());

const toned = z.strictObject({
  any: oneOrMore.exactOptional(),
  friendly: oneOrMore.exactOptional(),
  neutral: oneOrMore.exactOptional(),
  brief: oneOrMore.exactOptional(),
});

const MessageFile = z.record(z.string(), z.union([oneOrMore.transform((any) => ({ any })), toned]));
type MessageFile = z.infer<typeof MessageFile>;

const files = new Map<string, MessageFile | undefined>();

/** `messages/<name>.json`, MessageFormat 2 sources; undefined where there is none. */
function readMessages(name: string): MessageFile | undefined {
  if (files.has(name)) return files.get(name);
  const file = new URL(`./messages/${name}.json`, import.meta.url);
  const messages = existsSync(file) ? MessageFile.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
  files.set(name, messages);
  return messages;
}

/**
 * The messages of a variety: those of the language, over them what is said otherwise in the country (`pt-BR`), over them what is
 * said otherwise in the familiar form (`de.familiar`; `pt-BR.familiar` in place of `pt.familiar`). A file holds only what differs, of
 * a message only the tones that differ. What a language does not say yet is said in English; tests compare keys, wordings and variables.
 *
 * @throws {AssistantError} CONFIGURATION_INVALID for a language that is understood and has no file.
 */
export function readVariety({ language, country, formality }: Variety): Messages {
  const own = readMessages(language);
  if (own === undefined)
    throw new AssistantError('CONFIGURATION_INVALID', `There are no reply messages in "${language}"`, {
      details: { file: `src/reply/messages/${language}.json` },
    });
  const regional = country === undefined ? undefined : `${language}-${country}`;
  const familiar = regional === undefined ? undefined : readMessages(`${regional}.familiar`);
  const layers = [
    readMessages('en'),
    own,
    regional === undefined ? undefined : readMessages(regional),
    formality === 'formal' ? undefined : (familiar ?? readMessages(`${language}.familiar`)),
  ];
  const spoken = layers.filter((layer) => layer !== undefined);
  const wordingsOf = (key: string): Wordings =>
    Object.assign({ any: [] }, ...spoken.map((layer) => layer[key]));
  return Object.fromEntries(Object.keys(en).map((key) => [key, wordingsOf(key)])) as Messages;
}
