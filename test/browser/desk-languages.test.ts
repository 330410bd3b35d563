import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, capture, useBrowser } from '../support/browser.ts';
import {
  type FakeMode,
  type FakeOpenAi,
  goodJson,
  type RecordedRequest,
  startFakeOpenAi,
} from '../support/fake-openai/server.ts';
import { type DeskAtWork, openDesk, REVIEW_ALL } from '../support/open-desk-page.ts';

const browser = useBrowser({ hasDesk: true });
let fake: FakeOpenAi;
let desk: DeskAtWork;
beforeAll(async () => {
  fake = await startFakeOpenAi({ mode: translating });
  desk = await openDesk(browser, {
    FLOORWALKER_CHAT_MODEL: 'openai:test',
    FLOORWALKER_CHAT_BASE_URL: fake.baseUrl,
  });
  await desk.invite('Anna');
  await desk.set('macros', {
    macros: [
      { macroId: 'late', title: 'Order is late', texts: { en: 'Order {order} is late. {firstName}' } },
      { macroId: 'soft', title: 'Soft one', texts: { ja: '{product}はとても柔らかいです。' } },
    ],
  });
});
afterAll(async () => {
  await desk.close();
  await fake.close();
});

const JAPANESE = { locale: 'ja-JP', market: 'US' };
const has = (hasText: string) => ({ hasText });

/** What is not said here is given back with its facts, in words that mean nothing. */
const KNOWN: Readonly<Record<string, string>> = {
  暖かいウールのマフラー: 'A warm woollen scarf',
  'This one is the softest, for 20.': 'こちらが一番柔らかいです、20です。',
  'It costs 30.': '13です。',
  'Do you like it?': 'いかがでしょうか。',
};

function translating({ body }: RecordedRequest): FakeMode {
  const asked = Object(body).messages.at(-1).content;
  const field = (name: string) =>
    JSON.parse(new RegExp(`${name}: <data>(.*?)</data>`).exec(asked)?.[1] ?? '""');
  if (!JSON.stringify(body).includes('You translate')) return { kind: 'wrong-shape' };
  const text: string = field('Message');
  const names: readonly string[] = field('Names');
  const pattern = new RegExp(`(${names.map((name) => RegExp(name).source).join('|')})`);
  const pieces = names.length === 0 ? [text] : text.split(pattern);
  const plain = pieces.map((piece) =>
    names.includes(piece) ? piece : piece.replaceAll(/\p{L}+/gu, ' the one '),
  );
  return goodJson({ text: KNOWN[text] ?? plain.join('') });
}

describe('an agent and a shopper who speak other languages', () => {
  it('the agent reads all of it, writes a held reply in their own language, and sees what leaves before it does', async () => {
    await desk.set('review', REVIEW_ALL(600));
    const shopper = await desk.shopper(JAPANESE);
    await shopper.say('暖かいウールのマフラー');
    const page = await desk.signIn('Anna', { path: `/desk/conversations/${shopper.conversationId}` });
    await page.locator('.refined').first().waitFor();
    await page.locator('.bubble.shopper .translation', has('A warm woollen scarf')).waitFor();
    await page.locator('desk-own-words .translation', has('In English')).waitFor();
    await page.locator('.bubble.assistant .translation', has('In English')).waitFor();
    await capture(page, 'desk-languages-held');
    expect(await axeFindings(page)).toEqual([]);

    await page.getByRole('button', { name: 'Write in English' }).click();
    await page.locator('#own-words').fill('It costs 30.');
    expect(await page.locator('.refine-send').isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Put into Japanese' }).click();
    await page.locator('.field-error', has('“30” is missing, “13” was added')).waitFor();
    await capture(page, 'desk-languages-refused');
    expect(await axeFindings(page)).toEqual([]);

    await page.locator('#own-words').fill('This one is the softest, for 20.');
    await page.getByRole('button', { name: 'Put into Japanese' }).click();
    await expect
      .poll(() => page.locator('#reply-words').inputValue())
      .toBe('こちらが一番柔らかいです、20です。');
    await page.locator('.advice').waitFor();
    await page.locator('#reply-words').fill('こちらが一番柔らかいですよ、20です。');
    const first = page.locator('.refined').first();
    await first.focus();
    await page.keyboard.press('m');
    await first.locator('desk-product-note input').fill('Do you like it?');
    await first.getByRole('button', { name: 'Put into Japanese' }).click();
    await expect.poll(() => first.locator('desk-product-note input').inputValue()).toBe('いかがでしょうか。');
    await capture(page, 'desk-languages-written');
    await page.getByRole('button', { name: 'Send edited' }).click();
    await page.locator('.bubble.person', has('As written: This one is the softest')).waitFor();
    const { entries } = await shopper.attended();
    expect(entries).toMatchObject([{ kind: 'approved', text: 'こちらが一番柔らかいですよ、20です。' }]);
    expect(entries[0].products[0].reasons).toEqual(['いかがでしょうか。']);
    expect(JSON.stringify(entries)).not.toContain('softest');
  });

  it('what is written is translated, looked at and sent by keys; a text that lacks a fact does not leave', async () => {
    await desk.set('review', { ...REVIEW_ALL(600), rules: [] });
    const shopper = await desk.shopper(JAPANESE);
    const { products } = await shopper.say('暖かいウールのマフラー');
    const page = await desk.signIn('Anna', { path: `/desk/conversations/${shopper.conversationId}` });
    await page.locator('.reply-products').first().waitFor();
    await page.keyboard.press('t');
    await page.locator('#words').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('words');

    await page.keyboard.type('/late');
    await page.locator('[role=option]', has('Order is late')).waitFor();
    await capture(page, 'desk-languages-macro');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    expect(await page.locator('#words').inputValue()).toBe('Order {order} is late. Anna');
    await page.locator('.hint', has('not written in Japanese')).waitFor();
    await page.locator('.problem-line', has('{order}')).waitFor();
    await page.keyboard.press('Control+Enter');
    await capture(page, 'desk-languages-blank');
    expect((await shopper.attended()).entries).toHaveLength(1);

    await page.locator('#words').fill('');
    await page.keyboard.type('/so');
    await page.keyboard.press('Enter');
    expect(await page.locator('#words').inputValue()).toBe(`${products[0].title}はとても柔らかいです。`);

    await page.locator('#words').fill('Do you like it?');
    await page.keyboard.press('Control+Enter');
    await page.locator('#translated-words').waitFor();
    expect((await shopper.attended()).entries).toHaveLength(1);
    await capture(page, 'desk-languages-composed');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.locator('.bubble.person', has('As written: Do you like it?')).waitFor();
    const { entries } = await shopper.attended();
    expect(entries.at(-1)).toMatchObject({ kind: 'said', text: 'いかがでしょうか。' });
  });

  it('a suggestion says what it answers and rests on, and is read before it is said', async () => {
    const shopper = await desk.shopper(JAPANESE);
    await shopper.say('暖かいウールのマフラー');
    const path = `/desk/conversations/${shopper.conversationId}`;
    const page = await desk.signIn('Anna', {
      path,
      width: 360,
      height: 780,
      colorScheme: 'dark',
    });
    await page.locator('.reply-products').first().waitFor();
    await page.getByRole('button', { name: 'Take over' }).click();
    await page.locator('#words').waitFor();
    await page.getByRole('button', { name: 'Suggest a reply' }).click();
    const reasons = page.locator('.refine-reasons', has('Answers “暖かいウールのマフラー”'));
    await reasons.waitFor();
    await reasons.locator('summary', has('Evidence')).click();
    await page.locator('desk-own-words .translation', has('In English')).waitFor();
    await capture(page, 'desk-languages-suggested');
    expect(await axeFindings(page)).toEqual([]);
  });
});

it('where no model is there, the page says so, and everything else is as it was', async () => {
  const plain = await openDesk(browser);
  await plain.invite('Anna');
  const shopper = await plain.shopper(JAPANESE);
  await shopper.say('暖かいウールのマフラー');
  const page = await plain.signIn('Anna', { path: `/desk/conversations/${shopper.conversationId}` });
  await page.locator('.talk-reading', has('No language model is set up')).waitFor();
  expect(await page.locator('.translation').count()).toBe(0);
  await page.getByRole('button', { name: 'Take over' }).click();
  await page.locator('#words').fill('Hello');
  await page.keyboard.press('Control+Enter');
  await page.locator('.bubble.person', has('Hello')).waitFor();
  await capture(page, 'desk-languages-no-model');
  await plain.close();
});
