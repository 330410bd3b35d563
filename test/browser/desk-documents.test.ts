import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFindings, capture, useBrowser } from '../support/browser.ts';
import { type DeskAtWork, openDesk } from '../support/open-desk-page.ts';

const browser = useBrowser({ hasDesk: true });
let desk: DeskAtWork;
beforeAll(async () => {
  desk = await openDesk(browser);
});
afterAll(() => desk.close());

it('has a document written, shown in passages, changed, put back and removed, with the keyboard', async () => {
  const page = await desk.signIn('lea', { path: '/desk/documents' });
  await page.getByRole('link', { name: 'Returns' }).first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await capture(page, 'desk-documents');
  await page.getByRole('link', { name: 'Write a document' }).press('Enter');
  await page.getByLabel('Title').fill('Gift wrapping');
  await page.getByLabel('Language').fill('en');
  await page
    .getByLabel('Text', { exact: true })
    .fill('# Gift wrapping\n\nGift wrapping costs 4 dollars per parcel. <img src=x onerror=alert(1)>');
  await page.getByRole('listitem').getByText('costs 4 dollars').waitFor();
  await page.getByRole('button', { name: 'Publish' }).press('Enter');
  await page.getByText('answers from now on').first().waitFor();
  await page.getByText('answers now').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await capture(page, 'desk-document');

  const shopper = await desk.shopper();
  expect((await shopper.say('How much does gift wrapping cost?')).text).toContain('4 dollars');
  await page.getByLabel('Text', { exact: true }).fill('Gift wrapping costs 6 dollars per parcel.');
  await page.getByRole('button', { name: 'Publish' }).press('Enter');
  const undo = page.getByRole('button', { name: /^Put version \d+ back$/ });
  await undo.waitFor();
  expect((await shopper.say('How much does gift wrapping cost?')).text).toContain('6 dollars');
  await undo.press('Enter');
  await expect.poll(() => page.getByLabel('Text', { exact: true }).inputValue()).toContain('4 dollars');
  await page.getByRole('button', { name: 'Remove' }).press('Enter');
  await page.getByRole('button', { name: 'Put Gift wrapping back' }).waitFor();
  expect((await shopper.say('How much does gift wrapping cost?')).text).not.toContain('per parcel');
  expect(await axeFindings(page)).toEqual([]);
});

it('keeps what was typed when somebody else published meanwhile, in the dark as well', async () => {
  const address = '/v1/desk/documents/desk%2Fopening';
  const written = (text: string) => ({ format: 'plain', text, title: 'Opening', language: 'en' });
  await desk.admin.send('PUT', address, written('We open at nine.'));
  const page = await desk.signIn('lea', { path: '/desk/documents/desk%2Fopening', colorScheme: 'dark' });
  const text = page.getByLabel('Text', { exact: true });
  await text.fill('We open at ten.');
  await desk.admin.send('PUT', address, written('We open at eight.'));
  await page.getByRole('button', { name: 'Publish' }).press('Enter');
  await page.getByText('What you typed is still here').waitFor();
  expect(await text.inputValue()).toBe('We open at ten.');
  expect(await axeFindings(page)).toEqual([]);
  await capture(page, 'desk-document-dark');
});
