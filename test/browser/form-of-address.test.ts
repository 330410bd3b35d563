import { expect, it } from 'vitest';
import { NO_INVITATIONS, type WidgetSettings } from '../../src/domain/widget-settings.ts';
import { capture, useBrowser } from '../support/browser.ts';
import { NARROW, openPanel } from '../support/open-panel.ts';

const work = useBrowser();

const open = (formality?: WidgetSettings['formality']) =>
  openPanel(work, {
    view: { ...NARROW, locale: 'de-DE' },
    server: {
      widget: () => ({
        capabilities: { models: false, images: false, markets: ['US'], languages: ['de'] },
        invitations: NO_INVITATIONS,
        ...(formality !== undefined && { formality }),
      }),
    },
  });

it('is that of the shop, in the first words and in those of later parts', async () => {
  const { page } = await open({ default: 'formal', 'de-US': 'familiar' });
  await page.getByPlaceholder('Was suchst du?').waitFor();
  await page.locator('.privacy-line').click();
  await page.locator('.privacy .uses').waitFor();
  expect(await page.locator('.privacy').textContent()).toContain('Was du ansiehst');
  expect(await page.locator('floorwalker-panel').textContent()).not.toMatch(/[{|}]/);
  await capture(page, 'familiar-privacy');
});

it('is formal where the shop says nothing', async () => {
  const { page } = await open();
  expect(await page.locator('textarea').getAttribute('placeholder')).toBe('Was suchen Sie?');
});
