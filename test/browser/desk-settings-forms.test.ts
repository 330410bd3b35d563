import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, capture, useBrowser } from '../support/browser.ts';
import { type DeskAtWork, loaded, openDesk } from '../support/open-desk-page.ts';

const browser = useBrowser({ hasDesk: true });
let desk: DeskAtWork;
beforeAll(async () => {
  desk = await openDesk(browser);
});
afterAll(() => desk.close());

const press = async (page: Page, name: string | RegExp) =>
  await page.getByRole('button', { name, exact: true }).press('Enter');

const inForce = async (kind: string) =>
  (await (await desk.admin.get(`/v1/desk/settings/${kind}`)).json()).value;

describe('office hours', () => {
  it('are a week with breaks, a time zone and closed days, and say what they come to now', async () => {
    const page = await desk.signIn('lea', { path: '/desk/settings/office-hours' });
    await page.getByText('somebody is always there').waitFor();
    await page.getByLabel('Time zone').selectOption('Asia/Tokyo');
    await page.getByLabel('Monday from').fill('09:00');
    await page.getByLabel('Monday until').fill('12:30');
    await press(page, 'Add hours on Monday');
    await page.getByLabel('Monday from, span 2').fill('13:00');
    await page.getByLabel('Monday until, span 2').fill('00:00');
    await press(page, 'Monday’s hours to Friday');
    await press(page, 'Remove Sunday 00:00 to 24:00');
    await page.waitForFunction(() => document.activeElement?.id === 'week-6-add');
    await page.getByLabel('First day').fill('2026-12-24');
    await page.getByLabel('Last day').fill('2026-12-26');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Remove .*Dec 24.* to .*Dec 26/ }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.evaluate(() => scrollTo(0, 0));
    await capture(page, 'desk-office-hours');
    await press(page, 'Publish');
    await page.getByText('Office hours: version 1 is in force.').waitFor();
    const spans = [
      { from: '09:00', to: '12:30' },
      { from: '13:00', to: '24:00' },
    ];
    expect(await inForce('office-hours')).toEqual({
      timeZone: 'Asia/Tokyo',
      week: [spans, spans, spans, spans, spans, [{ from: '00:00', to: '24:00' }], []],
      closedOn: ['2026-12-24', '2026-12-25', '2026-12-26'],
    });
    await page.getByRole('table', { name: 'What it was' }).getByText('UTC').first().waitFor();
    await capture(page, 'desk-office-hours-published');
  });

  it('that overlap are refused beside their day, which gets the focus', async () => {
    const page = await desk.signIn('lea', { path: '/desk/settings/office-hours', colorScheme: 'dark' });
    await press(page, 'Add hours on Sunday');
    await page.getByLabel('Sunday until').fill('08:00');
    await press(page, 'Publish');
    await page.getByRole('group', { name: 'Sunday' }).getByRole('alert').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('week-6-0-from');
    expect(await axeFindings(page)).toEqual([]);
    await capture(page, 'desk-office-hours-fault');
    await press(page, 'Discard changes');
    expect(await page.getByRole('group', { name: 'Sunday' }).getByRole('alert').count()).toBe(0);
  });
});

describe('an invitation', () => {
  it('is written with the keyboard, ordered, switched off, and not told to widgets then', async () => {
    const page = await desk.signIn('lea', { path: '/desk/settings/invitations' });
    await press(page, 'Add an invitation');
    await page.waitForFunction(() => document.activeElement?.id === 'invitation-0-id');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('lingering');
    await page.getByLabel('After seconds on the page').fill('20');
    await page.getByLabel('Scrolled through, in %').fill('35');
    await page.getByLabel('On these pages').fill('/products/*');
    await page.getByLabel('On these pages').press('End');
    await page.keyboard.type('\n/sale/*');
    const least = page.getByLabel('Basket of at least');
    await least.fill('49.999');
    await page.getByText('This is no amount of').waitFor();
    await least.fill('49.99');
    await page.locator('.said-when', { hasText: '$49.99' }).waitFor();
    expect(await least.inputValue()).toBe('49.99');
    expect(await page.getByText('This is no amount of').count()).toBe(0);
    await page.getByLabel('What lingering says, English').fill('May I help you find it?');
    await page.getByLabel('Another language: Words of lingering').fill('de');
    await page.keyboard.press('Enter');
    await page.getByLabel('What lingering says, German').fill('Darf ich suchen helfen?');
    await press(page, 'Add an invitation');
    await page.getByLabel('Name of invitation 2').fill('leaving');
    await page.getByLabel('What leaving says, English').fill('Before you go: a question?');
    await press(page, 'Up: leaving');
    await page.getByLabel('lingering is on').uncheck();
    expect(await axeFindings(page)).toEqual([]);
    await page.evaluate(() => scrollTo(0, 0));
    await capture(page, 'desk-invitations');
    await press(page, 'Publish');
    await page.getByText('Invitations: version 1 is in force.').waitFor();
    const { rules } = await inForce('invitations');
    expect(rules).toMatchObject([
      { id: 'leaving', when: { afterSeconds: 30 }, perVisit: 1, restDays: 30 },
      {
        id: 'lingering',
        isOff: true,
        when: {
          afterSeconds: 20,
          scrolledShare: 0.35,
          pages: ['/products/*', '/sale/*'],
          basketMinor: { min: 4_999 },
        },
        message: { en: 'May I help you find it?', de: 'Darf ich suchen helfen?' },
      },
    ]);
    const told = await (await fetch(`${desk.url}/v1/widget`)).json();
    expect(told.invitations.rules.map(({ id }: { id: string }) => id)).toEqual(['leaving']);
    await capture(page, 'desk-invitations-published');
  });

  it('without words or conditions is refused beside its fields', async () => {
    const page = await desk.signIn('lea', { path: '/desk/settings/invitations', colorScheme: 'dark' });
    await press(page, 'Add an invitation');
    await page.getByLabel('Name of invitation 3').fill('not a name');
    await press(page, 'Publish');
    await page.locator('#invitation-2-id-error').waitFor();
    await page.locator('#invitation-2-en-error').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('invitation-2-id');
    expect(await axeFindings(page)).toEqual([]);
    await capture(page, 'desk-invitations-fault');
  });
});

describe('the words of a consent', () => {
  it('are written in languages of the shop, in versions, and shoppers read those in force', async () => {
    const page = await desk.signIn('lea', { path: '/desk/settings/consent-texts' });
    await page.getByText('Shoppers read the words of the widget').waitFor();
    await page.getByLabel('Another language: Texts').fill('de');
    await press(page, 'Add language: Texts');
    await page.getByLabel('Question, German').fill('Dürfen wir uns Ihre Größe merken?');
    await page.getByLabel('Explanation, German').fill('Ein Jahr lang.\nSie enden es jederzeit.');
    expect(await axeFindings(page)).toEqual([]);
    await capture(page, 'desk-consent');
    await press(page, 'Publish');
    await page.getByText('Consent: version 1 is in force.').waitFor();
    await page.getByText('Version 1 is what shoppers read now.').waitFor();
    expect((await (await fetch(`${desk.url}/v1/widget`)).json()).consentTexts).toMatchObject({
      version: 1,
      texts: { de: { question: 'Dürfen wir uns Ihre Größe merken?' } },
    });
    await press(page, 'Put version 0 back');
    await page.getByText('Consent: version 2 is in force.').waitFor();
  });
});

describe('approval', () => {
  it('is set by market, channel and confidence', async () => {
    const page = await desk.signIn('lea', { path: '/desk/settings/review' });
    await press(page, 'Add a rule');
    await page.getByLabel('Market').selectOption('US');
    await page.getByLabel('Channel').selectOption('web');
    await page.getByLabel('Surer than, in %').fill('80');
    expect(await axeFindings(page)).toEqual([]);
    await capture(page, 'desk-approval');
    await press(page, 'Publish');
    await page.getByText('Approval: version 1 is in force.').waitFor();
    expect((await inForce('review')).rules).toEqual([
      { market: 'US', channel: 'web', mode: 'review', belowConfidence: 0.8 },
    ]);
    await press(page, 'Put version 0 back');
    await page.getByText('Approval: version 2 is in force.').waitFor();
  });
});

describe('house rules', () => {
  it('are typed line by line, with another address at a place', async () => {
    const page = await desk.signIn('lea', { path: '/desk/settings/house-rules' });
    await page.getByLabel('What a language model keeps to').press('End');
    await page.keyboard.type('Say "piece" for a garment\nNever say "cheap"\n');
    await press(page, 'Otherwise at a place');
    await page.getByLabel('Place 1', { exact: true }).pressSequentially('NL');
    await capture(page, 'desk-house-rules');
    await press(page, 'Publish');
    await page.getByText('House rules: version 1 is in force.').waitFor();
    expect(await inForce('house-rules')).toMatchObject({
      formality: { default: 'formal', NL: 'familiar' },
      sentences: ['Say "piece" for a garment', 'Never say "cheap"'],
    });
  });
});

describe('all changes', () => {
  it('are told in words, the newest first, and the last of a setting is undone', async () => {
    await desk.set('satisfaction', { isAsked: true, afterMessages: 7 });
    const page = await desk.signIn('lea', { path: '/desk/settings/changes', width: 1_024 });
    const newest = page.getByRole('row').filter({ hasText: 'Satisfaction, version 1' });
    await newest.getByText('after 7 messages').waitFor();
    expect(await newest.getByText('after 2 messages').evaluate(({ tagName }) => tagName)).toBe('DEL');
    expect(await page.getByRole('row').nth(1).textContent()).toContain('Satisfaction');
    expect(await axeFindings(page)).toEqual([]);
    await capture(page, 'desk-changes');
    await press(page, 'Undo this change of Satisfaction');
    await page.getByText('Satisfaction: as it was in version 0.').waitFor();
    expect(await inForce('satisfaction')).toEqual({ isAsked: true, afterMessages: 2 });
  });
});

describe('a narrow window', () => {
  it.each(['light', 'dark'] as const)(
    'holds every form, in %s colours, without scrolling sideways',
    async (colorScheme) => {
      const page = await desk.signIn('lea', { path: '/desk/settings', width: 360, colorScheme });
      for (const name of ['office-hours', 'invitations', 'consent-texts', 'synonyms', 'rules', 'changes']) {
        await page.goto(`${desk.url}/desk/settings/${name}`);
        await page.locator('#setting-heading').waitFor();
        await loaded(page);
        expect(await axeFindings(page)).toEqual([]);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect({ name, width }).toEqual({ name, width: 360 });
        await page.locator('#setting-heading').scrollIntoViewIfNeeded();
        await page.evaluate(() => document.querySelector('#setting-heading')?.scrollIntoView());
        await capture(page, `desk-narrow-${name}-${colorScheme}`);
      }
    },
  );
});
