import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createScriptedChatModel } from '../../connectors/chat-model/scripted.ts';
import { loadPrompt } from '../../prompts/load-prompt.ts';
import { createPictureReader } from '../../src/understanding/read-picture.ts';
import { TINY_PICTURES } from '../support/tiny-pictures.ts';

const prompt = await loadPrompt('see');
const { signal } = new AbortController();
const SCARF = { found: true, kind: 'Scarf', color: 'blue', material: 'wool', pattern: '', style: '' };

async function read(answer: object) {
  const chatModel = createScriptedChatModel({ answers: [JSON.stringify(answer)] });
  const words = await createPictureReader({ chatModel, prompt })(TINY_PICTURES.png, {
    language: 'de',
    signal,
  });
  return { words, request: chatModel.requests[0] };
}

it('sends the picture with the language, under its own purpose, and keeps no answer for others', async () => {
  const { words, request } = await read(SCARF);
  expect(words).toEqual({ kind: 'Scarf', color: 'blue', material: 'wool', pattern: '', style: '' });
  expect(request).toMatchObject({ purpose: 'see', prompt: `see@${prompt.version}` });
  expect(request?.shareable).toBeUndefined();
  const [system, user] = request?.messages ?? [];
  expect(system?.images).toBeUndefined();
  expect(user).toMatchObject({ images: [TINY_PICTURES.png], content: expect.stringContaining('"de"') });
});

it.each([
  ['found nothing', { ...SCARF, found: false }],
  ['names no thing', { ...SCARF, kind: ' - ' }],
])('gives nothing when the model %s', async (_what, answer) => {
  expect((await read(answer)).words).toBeUndefined();
});

it('leaves out what could be of a person', async () => {
  const answer = {
    ...SCARF,
    color: '+49 30 1234 5678',
    material: 'jo@mail.example',
    pattern: '4111111111111111',
  };
  expect((await read(answer)).words).toMatchObject({ kind: 'Scarf', color: '', material: '', pattern: '' });
});

it('leaves letters, digits and single spaces, three words at most, whatever a model says', async () => {
  const anything = fc.string({ unit: 'grapheme', maxLength: 80 });
  await fc.assert(
    fc.asyncProperty(anything, anything, async (kind, style) => {
      const { words } = await read({ ...SCARF, kind, style });
      for (const text of Object.values(words ?? {})) {
        expect(text).toMatch(/^(?:[\p{L}\p{M}\p{Nd}]+(?: [\p{L}\p{M}\p{Nd}]+){0,2})?$/u);
        expect(text.length).toBeLessThanOrEqual(40);
      }
    }),
    { numRuns: 100 },
  );
});
