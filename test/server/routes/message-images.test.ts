import { expect, it } from 'vitest';
import { postJson, startConversation, startTestServer } from '../../support/http.ts';
import { createScriptedChat } from '../../support/scripted-chat.ts';
import { TINY_PICTURES } from '../../support/tiny-pictures.ts';

const { png, jpeg, webp } = TINY_PICTURES;
const SEES = {
  FLOORWALKER_CHAT_MODEL: 'openai:test',
  FLOORWALKER_CHAT_BASE_URL: 'http://127.0.0.1:1/v1',
  FLOORWALKER_CHAT_VISION: 'on',
};

async function shop(settings: Readonly<Record<string, string>> = SEES) {
  const chat = createScriptedChat();
  const { url, logLines } = await startTestServer({ chat, settings });
  const { path, headers } = await startConversation(url);
  const say = async (image: unknown) => {
    const response = await postJson(`${path}/messages`, { text: 'like this', image }, headers);
    return { status: response.status, answer: await response.json() };
  };
  return { chat, say, logLines };
}

it.each([png, jpeg, webp])(
  'takes $mediaType, gives it to the chat, and writes nothing of it down',
  async (image) => {
    const { chat, say, logLines } = await shop();
    expect((await say(image)).status).toBe(200);
    expect(chat.handled).toMatchObject([{ text: 'like this', image }]);
    expect(JSON.stringify(logLines)).not.toContain(image.base64);
  },
);

it.each([
  ['another type than it says', { ...png, mediaType: 'image/jpeg' }],
  ['a type nobody looks at', { ...png, mediaType: 'image/gif' }],
  ['no picture', { ...png, base64: Buffer.from('<svg onload="x">').toString('base64') }],
  ['nothing', { ...png, base64: '' }],
  ['no base64', { ...png, base64: `${png.base64}!` }],
  ['base64 without its padding', { ...jpeg, base64: jpeg.base64.replaceAll('=', '') }],
  ['an address', { mediaType: 'image/png', base64: 'https://shop.example/a.png' }],
  ['more than a picture', { ...png, caption: 'x' }],
  ['text', png.base64],
])('refuses %s', async (_what, image) => {
  const { chat, say } = await shop();
  expect(await say(image)).toMatchObject({ status: 400, answer: { code: 'VALIDATION_FAILED' } });
  expect(chat.handled).toEqual([]);
});

it('takes a picture of the limit and refuses one byte more', async () => {
  const limit = 300_000;
  const { say } = await shop({ ...SEES, FLOORWALKER_LIMIT_IMAGE_BYTES: String(limit) });
  const sized = (bytes: number) => {
    const content = Buffer.alloc(bytes);
    Buffer.from(png.base64, 'base64').copy(content);
    return { ...png, base64: content.toString('base64') };
  };
  expect((await say(sized(limit))).status).toBe(200);
  expect((await say(sized(limit + 1))).answer.detail).toContain(`at most ${limit} bytes`);
  expect((await say(sized(3 * limit))).status).toBe(413);
});

it('says so where the models of the shop see nothing', async () => {
  const { chat, say } = await shop({});
  expect(await say(png)).toMatchObject({
    status: 400,
    answer: { code: 'INVALID_ARGUMENT', detail: expect.stringContaining('takes no pictures') },
  });
  expect(chat.handled).toEqual([]);
});
