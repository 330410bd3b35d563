import { createHash } from 'node:crypto';
import type { Translation, WordsToTranslate } from '../../domain/desk/translation.ts';
import type { DialogueState } from '../../domain/dialogue-state.ts';
import type { Language } from '../../domain/locale.ts';
import type { ProductView, Turn } from '../../domain/turn.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import type { Database, Query } from '../../ports/database.ts';
import type { Translate } from '../../reply/translate.ts';

/** Longest wait for words in another language, by somebody who sits before them. */
const LONGEST_MS = 10_000;
/** Asked for at a time. */
const AT_ONCE = 3;
/** The latest turns whose products may be spoken of. */
const MOST_TURNS = 20;

/** Puts what is said in a conversation into another language, where a model is there. */
export interface TalkTranslator {
  /**
   * What is read at the desk, or is to be said to the shopper, by a model: what is kept of its facts is checked, and what came of it said.
   * What the desk reads is asked for once; what is said to the shopper is asked for anew, and kept with the message alone.
   *
   * @returns In the order of the words.
   * @throws {AssistantError} NOT_FOUND.
   */
  translate(
    conversationId: string,
    words: readonly WordsToTranslate[],
    to: Language,
  ): Promise<readonly Translation[]>;
  /** Words of a person in the language that the shopper speaks now. @throws {AssistantError} NOT_FOUND. */
  forShopper(conversationId: string, text: string, from: Language): Promise<Translation>;
}

export interface TalkTranslatorOptions {
  readonly database: Database;
  /** Absent where no model is there. */
  readonly translate?: Translate | undefined;
}

export function createTalkTranslator({ database, translate }: TalkTranslatorOptions): TalkTranslator {
  const { query } = database;

  /** Of words that are asked for twice at the same time, one question. */
  const asking = new Map<string, Promise<Translation>>();

  async function translateAll(
    talk: Talk,
    words: readonly WordsToTranslate[],
    to: Language,
  ): Promise<readonly Translation[]> {
    const { conversationId } = talk;
    const isRead = to !== talk.language;
    const facts = await factsOf(query, talk);

    async function find({ text, from }: WordsToTranslate, textKey: string): Promise<Translation> {
      const key = { conversationId, textKey, language: to };
      const before = isRead ? await knownOf(query, key) : undefined;
      if (before !== undefined) return { outcome: 'done', text: before };
      if (translate === undefined) return { outcome: 'no-model' };
      const signal = AbortSignal.timeout(LONGEST_MS);
      const spender = { conversationId };
      const translation = await ask(translate, { text, from, to, ...facts, spender, signal });
      if (isRead && translation.outcome === 'done') await keep(database, { ...key, text: translation.text });
      return translation;
    }

    async function one(said: WordsToTranslate): Promise<Translation> {
      if (said.from === to || said.text.trim() === '') return { outcome: 'not-needed' };
      const textKey = keyOf(said);
      const name = `${conversationId} ${textKey} ${to}`;
      const question = asking.get(name) ?? find(said, textKey).finally(() => asking.delete(name));
      asking.set(name, question);
      return await question;
    }

    const translations: Translation[] = [];
    for (let from = 0; from < words.length; from += AT_ONCE)
      translations.push(...(await Promise.all(words.slice(from, from + AT_ONCE).map(one))));
    return translations;
  }

  return {
    translate: async (conversationId, words, to) =>
      await translateAll(await talkOf(query, conversationId), words, to),

    async forShopper(conversationId, text, from) {
      const talk = await talkOf(query, conversationId);
      const [translation] = await translateAll(talk, [{ text, from }], talk.language);
      return translation ?? { outcome: 'not-needed' };
    },
  };
}

/** What went wrong is told as it is: nobody's page breaks for the model's sake. */
async function ask(translate: Translate, request: Parameters<Translate>[0]): Promise<Translation> {
  try {
    const translated = await translate(request);
    return translated.kind === 'kept'
      ? { outcome: 'done', text: translated.text }
      : { outcome: 'changed', facts: translated.facts };
  } catch (error) {
    if (request.signal.aborted) return { outcome: 'failed', code: 'MODEL_TIMEOUT' };
    return { outcome: 'failed', code: error instanceof AssistantError ? error.code : 'MODEL_FAILED' };
  }
}

const keyOf = ({ text, from }: WordsToTranslate): string =>
  createHash('sha256').update(`${from} ${text}`).digest('base64url');

interface TextKey {
  readonly conversationId: string;
  readonly textKey: string;
  readonly language: Language;
}

async function knownOf(
  query: Query,
  { conversationId, textKey, language }: TextKey,
): Promise<string | undefined> {
  const row = await query
    .selectFrom('translations')
    .select('text')
    .where('conversationId', '=', conversationId)
    .where('textKey', '=', textKey)
    .where('language', '=', language)
    .executeTakeFirst();
  return row?.text;
}

/** Unless the conversation was forgotten meanwhile. */
async function keep(database: Database, row: TextKey & { readonly text: string }): Promise<void> {
  await database.transaction(async (write) => {
    const talk = await write
      .selectFrom('conversations')
      .select('conversationId')
      .where('conversationId', '=', row.conversationId)
      .executeTakeFirst();
    if (talk === undefined) return;
    await write
      .insertInto('translations')
      .values(row)
      .onConflict((conflict) => conflict.columns(['conversationId', 'textKey', 'language']).doNothing())
      .execute();
  });
}

interface Talk {
  readonly conversationId: string;
  /** That the shopper speaks. */
  readonly language: Language;
  readonly state: DialogueState;
  readonly currency: string | null;
}

async function talkOf(query: Query, conversationId: string): Promise<Talk> {
  const row = await query
    .selectFrom('conversations')
    .leftJoin('markets', 'markets.country', 'conversations.market')
    .select(['state', 'currency'])
    .where('conversationId', '=', conversationId)
    .executeTakeFirst();
  if (row === undefined) throw new AssistantError('NOT_FOUND', 'There is no such conversation');
  const state = JSON.parse(row.state) as DialogueState;
  return { conversationId, language: state.language, state, currency: row.currency };
}

/** What has to stay as it is: what products are called that may be spoken of, and the shop's money. */
async function factsOf(
  query: Query,
  { conversationId, state: { shown, screens = [] }, currency }: Talk,
): Promise<{ readonly names: readonly string[]; readonly currency?: string }> {
  const turns = await query
    .selectFrom('turns')
    .select('turn')
    .where('conversationId', '=', conversationId)
    .orderBy('number', 'desc')
    .limit(MOST_TURNS)
    .execute();
  const drafts = await query
    .selectFrom('drafts')
    .select(['turn', 'alternatives'])
    .where('conversationId', '=', conversationId)
    .orderBy('createdAtMs', 'desc')
    .limit(MOST_TURNS)
    .execute();
  const products = [
    ...[...turns, ...drafts].flatMap(({ turn }) => (JSON.parse(turn) as Turn).products),
    ...drafts.flatMap(({ alternatives }) => JSON.parse(alternatives) as ProductView[]),
  ];
  const titles = [...shown, ...screens.flat()].map(({ title }) => title);
  return {
    names: [...new Set([...titles, ...products.map(({ title }) => title)])].filter((name) => name !== ''),
    ...(currency === null ? {} : { currency }),
  };
}
