import { describe, expect, it } from 'vitest';
import type { Turn } from '../../src/domain/turn.ts';
import { axeFindings, capture, useBrowser } from '../support/browser.ts';
import { NARROW, openPanel, type PanelOptions, say, WIDE } from '../support/open-panel.ts';
import { SCRIPTED_CONFIRMATION, SCRIPTED_ORDER } from '../support/scripted-orders.ts';

const work = useBrowser();

const SOURCES: NonNullable<Turn['sources']> = [
  {
    ...{ title: 'Returns', heading: 'Period', url: 'https://shop.example/returns' },
    ...{ passage: 'Anything can be returned within 30 days.', updatedAt: '2026-01-30' },
  },
  { title: 'Terms', url: 'javascript:globalThis.broken=1', updatedAt: '2026-01-02' },
];

/** By the words of a message. */
function answerBy(turn: Turn, text: string): Turn {
  const { question: _, ...rest } = turn;
  const bare = { ...rest, products: [], chips: [] };
  switch (text) {
    case 'where is it':
      return { ...bare, order: SCRIPTED_ORDER };
    case 'where is the cancelled one':
      return { ...bare, order: { ...SCRIPTED_ORDER, status: 'cancelled', statusLabel: 'cancelled' } };
    case 'cancel it':
      return { ...bare, order: SCRIPTED_ORDER, confirmation: SCRIPTED_CONFIRMATION };
    case 'can I send it back':
      return { ...bare, sources: SOURCES };
    default:
      return bare;
  }
}

const open = (view: PanelOptions['view']) =>
  openPanel(work, { view, chat: { answer: (turn, { text }) => answerBy(turn, text) } });

describe.each([
  ['narrow', NARROW],
  ['wide', WIDE],
  ['wide dark', { ...WIDE, colorScheme: 'dark' }],
] as const)('an order on a %s page', (name, view) => {
  it('tells where it is, what is in it, where it goes, how it is sent and paid', async () => {
    const { page } = await open(view);
    await say(page, 'where is it');
    const order = page.locator('.order');
    await order.waitFor();
    expect(await order.locator('.status li').allTextContents()).toEqual([
      ...['Received (done)', 'Prepared (done)', 'shipped', 'Delivered'].map((text) =>
        expect.stringContaining(text),
      ),
    ]);
    expect(await order.locator('[aria-current="step"]').textContent()).toContain('shipped');
    expect(await order.textContent()).toContain('Placed on Jan 30, 2026');
    expect(await order.locator('address').textContent()).toContain('12 High Street');
    expect(await order.locator('a').count()).toBe(1);
    expect(await order.locator('a').getAttribute('rel')).toBe('noopener noreferrer');
    expect(await order.textContent()).toContain('Refunded: $10.00');
    await capture(page, `order-${name}`);
    expect(await axeFindings(page)).toEqual([]);
    await say(page, 'where is the cancelled one');
    expect(await page.locator('.order').nth(1).locator('.status li').allTextContents()).toEqual([
      expect.stringContaining('Received'),
      expect.stringContaining('cancelled'),
    ]);
  });

  it('is changed by a yes that is sent once, to exactly what is listed', async () => {
    const { page, chat } = await open(view);
    await say(page, 'cancel it');
    const box = page.locator('.confirmation');
    await box.waitFor();
    expect(await box.locator('li').allTextContents()).toEqual([...SCRIPTED_CONFIRMATION.effects]);
    await capture(page, `confirmation-${name}`);
    expect(await axeFindings(page)).toEqual([]);
    const yes = box.getByRole('button', { name: 'Yes, do it' });
    await yes.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect.poll(() => chat.handled.at(-1)?.text).toBe('Yes, cancel it');
    await page.locator('.reply[aria-busy="false"]', { hasText: 'You said: Yes, cancel it' }).waitFor();
    expect(chat.handled.map(({ text }) => text)).toEqual(['cancel it', 'Yes, cancel it']);
    expect(await yes.isDisabled()).toBe(true);
    expect(await box.getByRole('button', { name: 'No, leave it' }).isDisabled()).toBe(true);
    await say(page, 'cancel it');
    await say(page, 'something else');
    expect(await page.locator('.confirmation').nth(1).locator('button:enabled').count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('stands beside answers that say where they are from', async () => {
    const { page } = await open(view);
    await say(page, 'can I send it back');
    const sources = page.locator('.sources');
    await sources.waitFor();
    expect(await sources.locator('a').count()).toBe(1);
    expect(await sources.locator('a').getAttribute('href')).toBe('https://shop.example/returns');
    expect(await sources.textContent()).toContain('as of Jan 30, 2026');
    expect(await sources.locator('blockquote').isVisible()).toBe(false);
    await sources.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await sources.locator('blockquote').textContent()).toBe(
      'Anything can be returned within 30 days.',
    );
    await capture(page, `sources-${name}`);
    expect(await axeFindings(page)).toEqual([]);
  });
});
