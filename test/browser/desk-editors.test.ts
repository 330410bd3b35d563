import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, capture, useBrowser } from '../support/browser.ts';
import { type DeskAtWork, openDesk } from '../support/open-desk-page.ts';

const browser = useBrowser({ hasDesk: true });
let desk: DeskAtWork;
let first: { readonly productId: string; readonly title: string };
beforeAll(async () => {
  desk = await openDesk(browser);
  const shopper = await desk.shopper();
  const { products } = await shopper.say('red scarves under 60');
  first = products[0];
});
afterAll(() => desk.close());

const press = async (page: Page, name: string) =>
  await page.getByRole('button', { name, exact: true }).press('Enter');

const nameProduct = async (page: Page, productId: string) => {
  await page.getByLabel('or add by id').fill(productId);
  await page.keyboard.press('Enter');
};

describe('a rule', () => {
  it('names products that are found by searching, and shows which of them are gone', async () => {
    const page = await desk.signIn('lea', { path: '/desk/settings/rules' });
    await press(page, 'Write a rule');
    await press(page, 'Find products');
    const dialog = page.getByRole('dialog', { name: 'Which products' });
    await dialog.getByRole('heading', { name: 'In the shop' }).waitFor();
    await page.keyboard.type('red scarf');
    await dialog.getByRole('heading', { name: 'Found for “red scarf”' }).waitFor();
    const found = dialog.getByRole('listitem').getByRole('button');
    await dialog.getByText(first.title).first().waitFor();
    await page.keyboard.press('Enter');
    await found.nth(0).press('Space');
    await found.nth(1).press('Enter');
    expect(await dialog.locator('[aria-pressed=true]').count()).toBe(2);
    expect(await axeFindings(page)).toEqual([]);
    await capture(page, 'desk-rule-search');
    await dialog.getByLabel('As sold in').selectOption('DE');
    await dialog.getByText('€').first().waitFor();
    await dialog.getByLabel('As sold in').selectOption({ label: 'Your market' });
    await dialog.getByText('$').first().waitFor();
    await press(page, 'Done');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('find-products');
    await nameProduct(page, 'p-of-yesterday');
    const chosen = page.getByRole('list', { name: 'Products of the rule' }).getByRole('listitem');
    await chosen.filter({ hasText: 'p-of-yesterday' }).getByText('not sold (any more)').waitFor();
    expect(await chosen.count()).toBe(3);
    expect(await chosen.filter({ hasText: first.title }).getByText('$').count()).toBeGreaterThan(0);
    await chosen.first().scrollIntoViewIfNeeded();
    await capture(page, 'desk-rule-products');
    await page.getByLabel('Do', { exact: true }).selectOption('pin');
    await press(page, 'Find a product');
    await page.keyboard.type(first.title);
    const which = page.getByRole('dialog', { name: 'Which product' });
    await which.getByRole('heading', { name: `Found for “${first.title}”` }).waitFor();
    const wanted = which.getByRole('listitem');
    await wanted.filter({ hasText: first.title }).getByRole('button').first().press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await chosen.count()).toBe(1);
    expect(await page.getByText('is in force').count()).toBe(0);
  });

  it('is tried on what shoppers asked, published, and undone, with the keyboard', async () => {
    const page = await desk.signIn('lea', { path: '/desk/settings/rules', width: 1_024 });
    await press(page, 'Write a rule');
    await page.keyboard.type('no-first-scarf');
    await page.getByLabel('Do', { exact: true }).selectOption('exclude');
    await nameProduct(page, first.productId);
    await press(page, 'Try on what shoppers asked');
    await page.locator('#trial-heading').waitFor();
    await page.getByRole('listitem').filter({ hasText: 'goes out' }).getByText(first.title).first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.locator('.trial').scrollIntoViewIfNeeded();
    await capture(page, 'desk-rule-tried');
    await press(page, 'Publish');
    await page.getByText('no-first-scarf is in force.').waitFor();
    await press(page, 'Remove no-first-scarf');
    await page.getByText('No rule yet').waitFor();
    await page.getByRole('button', { name: /^Put version \d+ back$/ }).press('Enter');
    await page.getByRole('button', { name: 'Change no-first-scarf' }).waitFor();
    await capture(page, 'desk-rules');
    expect((await (await desk.admin.get('/v1/rules')).json()).rules).toMatchObject([
      { action: { kind: 'exclude' }, target: { productIds: [first.productId] } },
    ]);
    await desk.admin.send('DELETE', '/v1/rules/no-first-scarf');
  });

  it('is told what is wrong with it where it is wrong, and nothing typed is lost', async () => {
    const page = await desk.signIn('lea', { path: '/desk/settings/rules', colorScheme: 'dark' });
    await press(page, 'Write a rule');
    await page.getByLabel('Name of the rule').fill('twice');
    await page.getByLabel('How much').fill('3');
    await page.getByLabel('Brand').fill('Nobody');
    await press(page, 'Publish');
    await page.locator('#rule-strength-error').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const until = new Date(Date.now() + 86_400_000).toISOString();
    const meanwhile = { action: { kind: 'exclude' }, target: { brand: 'Nobody' }, until, owner: 'bo' };
    expect((await desk.admin.send('PUT', '/v1/rules/twice', meanwhile)).status).toBe(200);
    await page.getByLabel('How much').fill('0.4');
    await press(page, 'Publish');
    await page.getByText('Somebody changed it meanwhile.').waitFor();
    await capture(page, 'desk-rule-meanwhile');
    await press(page, 'Go on from what is in force now');
    await page.getByRole('heading', { name: 'twice' }).waitFor();
    expect(await page.getByLabel('How much').inputValue()).toBe('0.4');
    await press(page, 'Publish');
    await page.getByText('twice is in force.').waitFor();
    await page.locator('.rule-notices').first().waitFor();
    await desk.admin.send('DELETE', '/v1/rules/twice');
  });

  it('that breaks a kept case is published with a reason only', async () => {
    const shopper = await desk.shopper();
    await shopper.say('red scarves under 60');
    const path = `/v1/desk/conversations/${shopper.conversationId}/freeze`;
    const made = await (await desk.admin.post(path)).json();
    const turns = [{ say: 'red scarves under 60', expect: { products: { min: 1, has: [first.productId] } } }];
    const written = { id: 'the-first-scarf-is-found', group: 'frozen', locale: 'en-US', market: 'US', turns };
    const kept = await desk.admin.send('PUT', `/v1/desk/cases/${made.caseId}`, { state: 'kept', written });
    expect(kept.status).toBe(200);
    const page = await desk.signIn('lea', { path: '/desk/settings/rules' });
    await press(page, 'Write a rule');
    await page.getByLabel('Name of the rule').fill('recall');
    await page.getByLabel('Do', { exact: true }).selectOption('exclude');
    await nameProduct(page, first.productId);
    await press(page, 'Publish');
    await page.getByRole('dialog').getByText('the-first-scarf-is-found').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('Why publish it all the same?').fill('recall of red dye');
    await press(page, 'Publish anyway');
    await page.getByText('recall is in force.').waitFor();
    await desk.admin.send('DELETE', '/v1/rules/recall');
  });
});

describe('synonyms', () => {
  it('are rows that are found and changed one at a time, refused where they are wrong, and go back', async () => {
    const page = await desk.signIn('lea', { path: '/desk/settings/synonyms' });
    await press(page, 'Add a rule');
    await page.keyboard.type('gizmo');
    await press(page, 'Publish');
    await page.locator('#synonym-words-error').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('synonym-words');
    expect(await axeFindings(page)).toEqual([]);
    await capture(page, 'desk-synonyms-faults');
    await page.getByLabel('Counts').selectOption('one-way');
    await page.getByLabel('Also finds').fill('lamp, ');
    await press(page, 'Done');
    await page.getByText('Add many at once').click();
    await page.getByLabel('Rules, one a line').fill('Schal, Tuch\ntee => t-shirt');
    await press(page, 'Add 2 rules');
    await press(page, 'Change Schal, Tuch');
    await page.getByLabel('Language').fill('de');
    await press(page, 'Try on what shoppers asked');
    await page.locator('#trial-heading').waitFor();
    await press(page, 'Publish');
    await page.getByText('Synonyms: version 1 is in force.').waitFor();
    const rules = [
      { kind: 'two-way', locale: 'de', words: ['Schal', 'Tuch'] },
      { kind: 'one-way', locale: '*', from: ['tee'], to: ['t-shirt'] },
      { kind: 'one-way', locale: '*', from: ['gizmo'], to: ['lamp'] },
    ];
    expect((await (await desk.admin.get('/v1/synonyms')).json()).rules).toEqual(rules);
    await page.getByLabel('Find a rule').fill('giz');
    await press(page, 'Remove gizmo → lamp');
    await press(page, 'Publish');
    await page.getByText('Synonyms: version 2 is in force.').waitFor();
    await press(page, 'Put version 1 back');
    await page.getByText('Synonyms: version 3 is in force.').waitFor();
    expect((await (await desk.admin.get('/v1/synonyms')).json()).rules).toEqual(rules);
    expect(await axeFindings(page)).toEqual([]);
    await capture(page, 'desk-synonyms');
  });
});

describe('weights', () => {
  it('stand beside those shipped, are tried, published, and go back', async () => {
    const page = await desk.signIn('lea', { path: '/desk/settings/weights', colorScheme: 'dark' });
    await page.getByLabel('For', { exact: true }).selectOption('new');
    await page.getByLabel('Weight of popularity', { exact: true }).fill('25.5');
    await page.keyboard.press('Tab');
    await press(page, 'Try on what shoppers asked');
    await page.locator('#trial-heading').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await capture(page, 'desk-weights');
    await press(page, 'Publish');
    const answer = page.getByText('Weights: version 1 is in force.').or(page.getByRole('dialog'));
    await answer.first().waitFor();
    if (await page.getByRole('dialog').isVisible()) {
      await page.getByLabel('Why publish it all the same?').fill('a trial of popularity');
      await press(page, 'Publish anyway');
    }
    await page.getByText('Weights: version 1 is in force.').waitFor();
    const table = await (await desk.admin.get('/v1/weights')).json();
    expect(table.changes).toEqual({ new: { popularity: 25.5 } });
    expect(table.shipped.new.popularity).not.toBe(25.5);
    expect(await page.locator('.trial').count()).toBe(0);
    await press(page, 'Put version 0 back');
    await page.getByText('Weights: version 2 is in force.').waitFor();
    expect(await page.getByLabel('Weight of popularity', { exact: true }).inputValue()).toBe('');
  });
});

describe('a text that is used again and again', () => {
  it('is written in a form, in two languages', async () => {
    const page = await desk.signIn('lea', { path: '/desk/settings/macros' });
    await press(page, 'Add a text');
    await page.getByLabel('Title of text 1').fill('Returns');
    await page.getByLabel('Words of text 1, English').fill('You may send it back.');
    await page.getByLabel('Another language: Words of text 1').fill('de');
    await page.keyboard.press('Enter');
    await page.getByLabel('Words of text 1, German').fill('Sie dürfen es zurückschicken.');
    expect(await axeFindings(page)).toEqual([]);
    await capture(page, 'desk-macros');
    await press(page, 'Publish');
    await page.getByText('Macros: version 1 is in force.').waitFor();
    const { settings } = await (await desk.admin.get('/v1/desk/settings')).json();
    const kept = settings.find(({ kind }: { kind: string }) => kind === 'macros');
    expect(kept.value.macros).toMatchObject([
      { title: 'Returns', texts: { en: 'You may send it back.', de: 'Sie dürfen es zurückschicken.' } },
    ]);
  });
});

describe('somebody who may only read', () => {
  it('sees what is in force and changes nothing', async () => {
    await desk.invite('Vic', 'viewer');
    const page = await desk.signIn('vic', { path: '/desk/settings/weights' });
    await page.getByRole('table', { name: 'Weights: All lists' }).waitFor();
    expect(await page.getByLabel('Weight of popularity', { exact: true }).isEnabled()).toBe(false);
    await page.getByText('leads and administrators change it').waitFor();
    expect(await page.getByRole('button', { name: 'Publish' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Synonyms', exact: true }).press('Enter');
    expect(await page.getByRole('button', { name: 'Add a rule' }).isEnabled()).toBe(false);
    await page.getByRole('link', { name: 'Rules of the shop', exact: true }).press('Enter');
    await page.getByText('No rule yet').waitFor();
    for (const name of ['Publish', 'Write a rule', 'Remove', 'Put version'])
      expect(await page.getByRole('button', { name }).count()).toBe(0);
  });
});
