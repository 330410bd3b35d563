import { beforeAll, describe, expect, it } from 'vitest';
import { initialState, recordShown } from '../../src/dialogue/record-list.ts';
import type { DialogueState } from '../../src/domain/dialogue-state.ts';
import { messagesOf } from '../../src/reply/phrasebook.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { SPOKEN_LANGUAGES } from '../../src/text/languages.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import type { Parser } from '../../src/understanding/parser.ts';
import { buildVocabulary } from '../../src/understanding/vocabulary.ts';
import { SCARVES as SHOWN } from '../dialogue/support.ts';
import { SCARVES } from '../support/small-shop.ts';
import { US } from '../support/stocked-shop.ts';

let parser: Parser;

beforeAll(async () => {
  parser = createEmbeddedParser({
    vocabulary: await buildVocabulary(SCARVES),
    detector: createLanguageDetector(),
  });
});

const onScreen = recordShown(initialState('en'), SHOWN, { keepSeen: false });

async function read(text: string, language = 'en', state: DialogueState = { ...onScreen, focus: 'red' }) {
  const context = { language, locale: language, market: US, state: { ...state, language }, turn: 2 };
  const { commands } = await parser.parse(text, context, new AbortController().signal);
  return commands;
}

describe('what is to become of what is known of the shopper', () => {
  it.each([
    ['stop using my history', 'en', 'stop'],
    ["please don't track me", 'en', 'stop'],
    ['ignore my clicks', 'en', 'stop'],
    ['verwende meinen Verlauf nicht mehr', 'de', 'stop'],
    ['verfolgen Sie mich nicht mehr', 'de', 'stop'],
    ["n'utilise plus mon historique", 'fr', 'stop'],
    ['arrêtez de me suivre', 'fr', 'stop'],
    ['deja de usar mi historial', 'es', 'stop'],
    ['no use mi historial', 'es', 'stop'],
    ['forget my last hour', 'en', 'forget'],
    ['forget what I looked at', 'en', 'forget'],
    ['vergiss, was ich mir angesehen habe', 'de', 'forget'],
    ['vergessen Sie die letzte Stunde', 'de', 'forget'],
    ["oubliez ce que j'ai regardé", 'fr', 'forget'],
    ['olvida lo que he mirado', 'es', 'forget'],
    ['use my history again', 'en', 'resume'],
    ['verwenden Sie meinen Verlauf wieder', 'de', 'resume'],
    ['utilisez de nouveau mon historique', 'fr', 'resume'],
    ['vuelve a usar mi historial', 'es', 'resume'],
    ['what do you know about me?', 'en', 'tell'],
    ['Was wissen Sie über mich?', 'de', 'tell'],
    ['que savez-vous de moi ?', 'fr', 'tell'],
    ['¿qué sabe de mí?', 'es', 'tell'],
  ])('reads "%s" (%s) as %s', async (text, language, wish) => {
    expect(await read(text, language)).toEqual([{ type: 'history', wish }]);
  });

  it.each(SPOKEN_LANGUAGES)('reads back the sentences that its own replies quote (%s)', async (language) => {
    const quoted = (text: string) => /[“„«「]\s?([^”“»」]+?)\s?[”“»」]/u.exec(text)?.[1] ?? '';
    const messages = messagesOf(language);
    expect(await read(quoted(String(messages['history-consent-needed'])), language)).toEqual([
      { type: 'history', wish: 'agree' },
    ]);
    expect(await read(quoted(String(messages['history-agreed'])), language)).toEqual([
      { type: 'history', wish: 'stop' },
    ]);
    expect(await read(String(messages['chip-without-reasons']), language)).toEqual([
      { type: 'without-reasons' },
    ]);
  });

  it.each(['I do not agree', 'you agree with my history teacher', 'I agree', 'a history book about trains'])(
    'takes "%s" for no consent',
    async (text) => {
      expect(await read(text)).not.toContainEqual({ type: 'history', wish: 'agree' });
    },
  );

  it('looks for what the same message wants', async () => {
    const commands = await read('stop using my history and show me scarves');
    expect(commands.map(({ type }) => type)).toEqual(['history', 'find']);
  });
});

describe('what goes with a product', () => {
  it.each([
    ['something to go with it under 100', 'en'],
    ['was passt dazu unter 100?', 'de'],
    ['quelque chose qui va avec moins de 100', 'fr'],
    ['algo que combine con eso por menos de 100', 'es'],
  ])('reads "%s" (%s) with its price', async (text, language) => {
    const [command, ...others] = await read(text, language);
    expect(others).toEqual([]);
    expect(command).toMatchObject({
      type: 'goes-with',
      constraints: [{ attribute: 'price', value: 10_000 }],
    });
  });

  it('knows which product of the list is meant', async () => {
    expect(await read('what goes with the second one?')).toMatchObject([
      { type: 'goes-with', reference: { kind: 'ordinal', position: 2 } },
    ]);
  });

  it('leaves a wish a wish where there is nothing it could go with', async () => {
    const commands = await read('a scarf to go with my coat', 'en', initialState('en'));
    expect(commands.map(({ type }) => type)).toEqual(['find']);
  });
});
