import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, capture, useBrowser } from '../support/browser.ts';
import { type DeskAtWork, loaded, openDesk } from '../support/open-desk-page.ts';

const browser = useBrowser({ hasDesk: true });
let desk: DeskAtWork;
beforeAll(async () => {
  desk = await openDesk(browser);
});
afterAll(() => desk.close());

describe('the settings', () => {
  it('are published with the keyboard, have their history, and go back', async () => {
    const page = await desk.signIn('lea', { path: '/desk/settings/house-rules' });
    await page.getByLabel('Tone').selectOption('friendly');
    await page.getByLabel('What a language model keeps to').fill('Say "piece" for a garment');
    await page.getByRole('button', { name: 'Publish', exact: true }).press('Enter');
    await page.getByText('version 1 is in force').waitFor();
    await page.getByRole('button', { name: 'Put version 0 back' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await capture(page, 'desk-settings');
    await page.getByRole('button', { name: 'Put version 0 back' }).press('Enter');
    await page.getByText('version 2 is in force').waitFor();
    expect(await page.getByLabel('Tone').inputValue()).toBe('neutral');
    for (const name of ['Approval', 'Office hours', 'Macros']) {
      await page.getByRole('link', { name, exact: true }).press('Enter');
      await page.getByRole('heading', { name }).waitFor();
      await page.locator('.settings-form').waitFor();
      await loaded(page);
      expect(await axeFindings(page)).toEqual([]);
    }
  });
});

describe('a frozen conversation', () => {
  it('is looked through with what was taken out of it, and kept', async () => {
    const shopper = await desk.shopper();
    await shopper.say('my name is Quentin Harrowgate, red scarves please');
    const made = await desk.admin.post(`/v1/desk/conversations/${shopper.conversationId}/freeze`);
    const { caseId } = await made.json();
    const page = await desk.signIn('lea', { path: '/desk/cases' });
    await page.getByRole('link', { name: `frozen-` }).first().press('Enter');
    await page.getByText('Quentin Harrowgate').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await capture(page, 'desk-case');
    await page.getByLabel('Name').fill('red-scarves-are-found');
    await page.getByRole('button', { name: 'Keep' }).press('Enter');
    await page.getByText('red-scarves-are-found: kept.').waitFor();
    expect(await page.content()).not.toContain('Quentin');
    const kept = await (await desk.admin.get(`/v1/desk/cases/${caseId}`)).json();
    expect(kept).toMatchObject({ case: { state: 'kept', written: { id: 'red-scarves-are-found' } } });
  });
});
