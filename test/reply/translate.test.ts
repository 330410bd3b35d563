import { expect, it } from 'vitest';
import { loadPrompt } from '../../prompts/load-prompt.ts';
import type { ChatRequest } from '../../src/ports/chat-model.ts';
import { createTranslator } from '../../src/reply/translate.ts';

const prompt = await loadPrompt('translate');

/** A model that answers so, and what it was asked. */
function answering(text: string) {
  const requests: ChatRequest[] = [];
  const translate = createTranslator({
    prompt,
    chatModel: {
      async parse(request, { schema }) {
        requests.push(request);
        return { value: schema.parse({ text }), usage: { inputTokens: 1, outputTokens: 1 } };
      },
    },
    detectLanguage: (words) => (words.includes('est') ? 'fr' : undefined),
  });
  const asked = {
    from: 'de',
    to: 'en',
    names: ['Alpine Scarf', 'Lamp', 'est'],
    signal: new AbortController().signal,
  };
  return { requests, translate: (said: string) => translate({ ...asked, text: said }) };
}

it('gives the words of the model when they keep the facts', async () => {
  const { translate, requests } = answering(' The Alpine Scarf costs 20 euros. ');
  const text = 'The Alpine Scarf costs 20 euros.';
  expect(await translate('Der Alpine Scarf kostet 20 Euro.')).toEqual({ kind: 'kept', text });
  const [request] = requests;
  expect(request).toMatchObject({
    purpose: 'translate',
    prompt: `translate@${prompt.version}`,
    temperature: 0,
  });
  const sent = JSON.stringify(request?.messages);
  expect(sent).toContain('Alpine Scarf');
});

it('names what a message speaks of, and no part of another word', async () => {
  const { translate, requests } = answering('A Lampe Lamp');
  await translate('Eine Lampe');
  expect(JSON.stringify(requests.at(-1)?.messages.at(-1))).not.toContain('"Lamp"');
  expect(await translate('Lampの')).toMatchObject({ kind: 'kept' });
});

it('says what is not as it was, where the facts are not kept', async () => {
  expect(await answering('It costs 30 euros').translate('Es kostet 20 Euro')).toEqual({
    kind: 'changed',
    facts: [
      { fact: 'number', text: '20', is: 'missing' },
      { fact: 'number', text: '30', is: 'added' },
    ],
  });
});

it('takes an answer in another language for none, whatever its names are', async () => {
  expect(await answering("C'est bien").translate('Es ist gut')).toEqual({
    kind: 'changed',
    facts: [{ fact: 'language', text: 'fr', is: 'added' }],
  });
  expect(await answering('The est is good').translate('Der est ist gut')).toMatchObject({ kind: 'kept' });
});
