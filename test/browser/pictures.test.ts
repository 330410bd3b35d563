import type { FileChooser, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Turn } from '../../src/domain/turn.ts';
import { axeFindings, capture, useBrowser } from '../support/browser.ts';
import { NARROW, openPanel, WIDE } from '../support/open-panel.ts';

const work = useBrowser();
const SEES = {
  settings: {
    FLOORWALKER_CHAT_MODEL: 'openai:test',
    FLOORWALKER_CHAT_BASE_URL: 'http://127.0.0.1:1/v1',
    FLOORWALKER_CHAT_VISION: 'on',
  },
  widget: () => ({
    capabilities: { models: true, images: true, markets: ['US'], languages: ['en'] },
    invitations: { minIntervalSeconds: 0, rules: [] },
  }),
};
const seen = (turn: Turn): Turn => ({
  ...turn,
  seen: 'blue wool scarf',
  text: `In the picture I see: blue wool scarf. ${turn.text}`,
});

const open = (view: object = WIDE) => openPanel(work, { server: SEES, view, chat: { answer: seen } });
const attachButton = (page: Page) => page.getByRole('button', { name: 'Attach a picture' });
const preview = (page: Page) => page.getByRole('img', { name: 'Your picture' });

/** A large picture of the page's own making, with a note in it that must not leave the page. */
async function pictureFile(page: Page, width = 3_000, height = 1_500) {
  const base64 = await page.evaluate(
    ([columns = 0, rows = 0]) => {
      const canvas = document.createElement('canvas');
      canvas.width = columns;
      canvas.height = rows;
      const context = canvas.getContext('2d');
      if (context !== null) {
        context.fillStyle = '#2050a0';
        context.fillRect(0, 0, columns, rows / 2);
      }
      return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
    },
    [width, height],
  );
  const content = Buffer.from(base64, 'base64');
  const note = Buffer.from('Exif\0\0 taken at home, 52.52 N 13.40 E');
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, note.length + 2]), note]);
  return {
    name: 'scarf.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.concat([content.subarray(0, 2), segment, content.subarray(2)]),
  };
}

async function choose(page: Page, file: { name: string; mimeType: string; buffer: Buffer }) {
  await attachButton(page).waitFor();
  await page.locator('input[type="file"]').setInputFiles(file);
}

describe.each([
  ['narrow', NARROW],
  ['wide', WIDE],
])('a picture in a %s window', (name, view) => {
  it('is shrunk, loses what stood in its file, goes with the message, and is noted in the log', async () => {
    const { page, chat } = await open(view);
    await choose(page, await pictureFile(page));
    await preview(page).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await capture(page, `picture-attached-${name}`);

    await page.locator('textarea').press('Enter');
    await page.locator('.entry').last().locator('.reply[aria-busy="false"]').waitFor();
    expect(await preview(page).count()).toBe(0);
    expect(await page.locator('.said').last().textContent()).toContain('Picture attached');
    expect(await axeFindings(page)).toEqual([]);
    await capture(page, `picture-sent-${name}`);

    const [{ text, image } = { text: '' }] = chat.handled;
    expect(text).toBe('Do you have something like this?');
    const bytes = Buffer.from(image?.base64 ?? '', 'base64');
    expect(image?.mediaType).toBe('image/jpeg');
    expect(bytes.includes('taken at home')).toBe(false);
    const size = await page.evaluate(async (base64) => {
      const file = new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))]);
      const { width, height } = await createImageBitmap(file);
      return { width, height };
    }, image?.base64 ?? '');
    expect(size).toEqual({ width: 1_024, height: 512 });
  });
});

it('is chosen and removed by keyboard alone, and the words are then sent without it', async () => {
  const { page, chat } = await open();
  // Heard from before the key: asked for together with it, the system's own window may open unheard.
  const choosers: FileChooser[] = [];
  page.on('filechooser', (chooser) => choosers.push(chooser));
  await attachButton(page).waitFor();
  await page.locator('textarea').focus();
  await page.keyboard.press('Tab');
  expect(await attachButton(page).evaluate((button) => button.matches(':focus-visible'))).toBe(true);
  await page.keyboard.press('Enter');
  await expect.poll(() => choosers.length).toBe(1);
  await choosers[0]?.setFiles(await pictureFile(page, 40, 40));
  await preview(page).waitFor();
  const remove = page.getByRole('button', { name: 'Remove the picture' });
  await remove.focus();
  await page.keyboard.press('Enter');
  await preview(page).waitFor({ state: 'detached' });
  expect(await page.locator('textarea').evaluate((field) => field.matches(':focus'))).toBe(true);
  await page.keyboard.type('a scarf');
  await page.keyboard.press('Enter');
  await page.locator('.entry').last().locator('.reply[aria-busy="false"]').waitFor();
  expect(chat.handled).toMatchObject([{ text: 'a scarf' }]);
  expect(chat.handled[0]).not.toHaveProperty('image');
});

it('is shown in the dark and from right to left', async () => {
  const { page } = await open({ ...NARROW, colorScheme: 'dark' });
  await page.locator('floorwalker-chat').evaluate((element) => element.setAttribute('dir', 'rtl'));
  await choose(page, await pictureFile(page, 60, 90));
  await preview(page).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await capture(page, 'picture-attached-dark-rtl');
});

it('may be pasted or dropped', async () => {
  const { page } = await open();
  await attachButton(page).waitFor();
  for (const [type, target] of [
    ['paste', 'textarea'],
    ['drop', '.log'],
  ] as const) {
    const base64 = (await pictureFile(page, 30, 20)).buffer.toString('base64');
    await page.locator(target).evaluate(
      (element, [name, content]) => {
        const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
        const files = new DataTransfer();
        files.items.add(new File([bytes], 'scarf.jpg', { type: 'image/jpeg' }));
        const event =
          name === 'paste'
            ? new ClipboardEvent(name, { clipboardData: files, bubbles: true, cancelable: true })
            : new DragEvent(name, { dataTransfer: files, bubbles: true, cancelable: true });
        element.dispatchEvent(event);
      },
      [type, base64] as const,
    );
    await preview(page).waitFor();
    await page.getByRole('button', { name: 'Remove the picture' }).click();
    await preview(page).waitFor({ state: 'detached' });
  }
});

it('that cannot be read is said to be so, in the language of the shopper', async () => {
  const { page, chat } = await open({ ...NARROW, locale: 'de-DE' });
  await page.locator('floorwalker-chat').evaluate((element) => element.setAttribute('locale', 'de-DE'));
  await page.locator('input[type="file"]').waitFor({ state: 'attached' });
  await page.locator('input[type="file"]').setInputFiles({
    name: 'letter.png',
    mimeType: 'image/png',
    buffer: Buffer.from('no picture'),
  });
  await page.getByText('lässt sich nicht als Bild lesen').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await capture(page, 'picture-unreadable');
  expect(await preview(page).count()).toBe(0);
  expect(chat.handled).toEqual([]);
});

it('is not asked for where the models of the shop see nothing', async () => {
  const { capabilities, invitations } = SEES.widget();
  const settings = { shopName: 'Blind', capabilities: { ...capabilities, images: false }, invitations };
  const { page } = await openPanel(work, { server: { ...SEES, widget: () => settings } });
  // Its name is told with what its models can do.
  await page.getByRole('heading', { name: 'Blind' }).waitFor();
  expect(await attachButton(page).count()).toBe(0);
});
