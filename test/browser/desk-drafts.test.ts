import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFindings, capture, useBrowser } from '../support/browser.ts';
import { type DeskAtWork, openDesk, signInOn } from '../support/open-desk-page.ts';

const browser = useBrowser({ hasDesk: true });
let desk: DeskAtWork;
beforeAll(async () => {
  desk = await openDesk(browser);
});
afterAll(() => desk.close());

const press = async (page: Page, name: string) =>
  await page.getByRole('button', { name, exact: true }).press('Enter');

const messages = (page: Page) => page.getByLabel('Not before so many messages');

it('keeps what was typed into a setting over other pages and a reload, until it is published or discarded', async () => {
  const page = await desk.signIn('lea', { path: '/desk/settings/satisfaction' });
  await messages(page).fill('7');
  await page.getByRole('link', { name: 'Assignment' }).click();
  await page.getByLabel('Conversations of one agent at a time').waitFor();
  await page.getByRole('link', { name: 'Satisfaction not published yet' }).waitFor();
  await page.getByRole('link', { name: 'Insights', exact: true }).click();
  await page.getByRole('heading', { name: 'Insights', level: 1 }).waitFor();
  await page.goto(`${desk.url}/desk/settings/satisfaction`);
  await page.getByText('As you left it.').waitFor();
  expect(await messages(page).inputValue()).toBe('7');
  expect(await axeFindings(page)).toEqual([]);
  await capture(page, 'desk-draft-kept');
  await press(page, 'Publish');
  await page.getByText('Satisfaction: version 1 is in force.').waitFor();
  expect(await page.getByText('Not published yet').count()).toBe(0);
  await messages(page).fill('9');
  await press(page, 'Discard changes');
  await page.reload();
  await messages(page).waitFor();
  expect(await messages(page).inputValue()).toBe('7');
});

it('tells who comes back that another version is in force, and publishes nothing over it unseen', async () => {
  const page = await desk.signIn('lea', { path: '/desk/settings/assignment', colorScheme: 'dark' });
  const most = page.getByLabel('Conversations of one agent at a time');
  await most.fill('8');
  await page.getByRole('link', { name: 'Satisfaction' }).click();
  await messages(page).waitFor();
  await desk.set('assignment', { mode: 'round-robin', mostAtOnce: 3 });
  await page.getByRole('link', { name: /^Assignment/ }).click();
  await page.getByText('Somebody changed it meanwhile.').waitFor();
  expect(await most.inputValue()).toBe('8');
  await press(page, 'Publish');
  await page.getByText('Somebody changed it meanwhile.').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await capture(page, 'desk-draft-outdated');
  await press(page, 'Go on from what is in force now');
  await page.getByText('Somebody changed it meanwhile.').waitFor({ state: 'detached' });
  await press(page, 'Publish');
  await page.getByText('Assignment: version 2 is in force.').waitFor();
});

it('shows nobody what another one typed at the same computer', async () => {
  await desk.invite('Bo', 'lead');
  const page = await desk.signIn('lea', { path: '/desk/settings/satisfaction' });
  await messages(page).fill('33');
  await press(page, 'Sign out');
  await signInOn(page, 'bo');
  await messages(page).waitFor();
  expect(await messages(page).inputValue()).not.toBe('33');
});

it('lists rules that were begun, opens them as they were left, and forgets one that is discarded', async () => {
  const until = new Date(Date.now() + 86_400_000).toISOString();
  const rule = { action: { kind: 'exclude' }, target: { brand: 'Nobody' }, until, owner: 'bo' };
  await desk.admin.send('PUT', '/v1/rules/autumn', rule);
  const page = await desk.signIn('lea', { path: '/desk/settings/rules' });
  await press(page, 'Change autumn');
  await page.getByLabel('Brand').fill('Somebody');
  await press(page, 'Close');
  await press(page, 'Write a rule');
  await page.getByLabel('Name of the rule').fill('winter');
  await page.reload();
  const drafts = page.getByRole('region', { name: 'Not published yet' });
  await drafts.getByText('autumn', { exact: true }).first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await capture(page, 'desk-rule-drafts');
  await press(page, 'Go on with A new rule');
  expect(await page.getByLabel('Name of the rule').inputValue()).toBe('winter');
  await press(page, 'Discard changes');
  await press(page, 'Go on with autumn');
  expect(await page.getByLabel('Brand').inputValue()).toBe('Somebody');
  await press(page, 'Publish');
  await page.getByText('autumn is in force.').waitFor();
  expect(await drafts.count()).toBe(0);
  await desk.admin.send('DELETE', '/v1/rules/autumn');
});

it('keeps the text of a document, also of one that was removed meanwhile', async () => {
  const address = '/v1/desk/documents/desk%2Fhours';
  const text = (page: Page) => page.getByLabel('Text', { exact: true });
  const written = { format: 'plain', text: 'We open at nine.', title: 'Hours', language: 'en' };
  await desk.admin.send('PUT', address, written);
  const page = await desk.signIn('lea', { path: '/desk/documents/new' });
  await page.getByLabel('Title').fill('Parking');
  await page.goto(`${desk.url}/desk/documents/desk%2Fhours`);
  await text(page).fill('We open at ten.');
  await desk.admin.send('DELETE', address);
  await page.goto(`${desk.url}/desk/documents`);
  const drafts = page.getByRole('region', { name: 'Not published yet' });
  await drafts.getByText('Parking', { exact: true }).first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await capture(page, 'desk-document-drafts');
  await press(page, 'Discard Parking');
  await press(page, 'Go on with Hours');
  await page.getByText('Somebody changed it meanwhile.').waitFor();
  expect(await text(page).inputValue()).toBe('We open at ten.');
  await press(page, 'Go on from what is in force now');
  await page.getByText('Somebody changed it meanwhile.').waitFor({ state: 'detached' });
  await press(page, 'Publish');
  await page.getByText(/^Hours: version \d+ answers from now on\.$/).waitFor();
  expect((await (await desk.admin.get(address)).json()).text).toBe('We open at ten.');
  await page.goto(`${desk.url}/desk/documents`);
  await page.getByRole('link', { name: 'Hours' }).waitFor();
  expect(await drafts.count()).toBe(0);
});
