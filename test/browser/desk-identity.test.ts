import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, capture, useBrowser } from '../support/browser.ts';
import { demoServer } from '../support/demo-server.ts';
import { deskVisitor } from '../support/desk-visitor.ts';
import { CLIENT_ID, CLIENT_SECRET, startIdentityProvider } from '../support/fake-identity-provider.ts';
import { type DeskAtWork, loaded, openDesk } from '../support/open-desk-page.ts';

const PASSWORD = 'a long enough one';

const browser = useBrowser({ hasDesk: true });
let desk: DeskAtWork;
beforeAll(async () => {
  desk = await openDesk(browser);
});
afterAll(() => desk.close());

/** Passkeys are good for names, not for addresses in numbers. */
const byName = (): string => desk.url.replace('127.0.0.1', 'localhost');

/** An authenticator within the browser, whose user is always there. */
async function addAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function signIn(page: Page, address: string): Promise<void> {
  await page.getByLabel('E-mail').fill(address);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.locator('nav.rail').waitFor();
}

describe('the first administrator', () => {
  it('is made with the token that the server printed, and begins at the queue', async () => {
    const fresh = await demoServer({}, Date.now, { widgetDirectory: browser.widgetDirectory() });
    try {
      const token = fresh.engines.join().match(/token (\S+) makes/)?.[1];
      const page = await browser.openPage();
      await page.goto(`${fresh.url}/desk/#setup=${token}`);
      await page.getByRole('heading', { name: 'Set up the desk' }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await capture(page, 'desk-setup');
      await page.getByLabel('First name').fill('Ada');
      await page.getByLabel('E-mail').fill('ada@shop.example');
      await page.getByLabel('Password').fill('Password2026!');
      await page.keyboard.press('Enter');
      await page.getByText('among the first that are tried').waitFor();
      await page.getByLabel('Password').fill(PASSWORD);
      await page.keyboard.press('Enter');
      await page.locator('nav.rail').waitFor();
      expect(new URL(page.url()).hash).toBe('');
    } finally {
      await fresh.close();
    }
  });
});

describe('somebody new', () => {
  it('is invited by a link, chooses a password, and is let in no more when their account is closed', async () => {
    const admin = await desk.signIn('Lea', { path: '/desk/team' });
    await admin.getByRole('button', { name: 'Invite somebody' }).click();
    await admin.getByLabel('First name').fill('Cleo');
    await admin.getByLabel('E-mail').fill('cleo@shop.example');
    await capture(admin, 'desk-team-invite');
    expect(await axeFindings(admin)).toEqual([]);
    await admin.keyboard.press('Enter');
    const link = await admin.getByLabel('Link', { exact: true }).inputValue();
    await admin.getByRole('button', { name: 'Done' }).click();

    const page = await browser.openPage();
    await page.goto(link);
    await page.getByRole('heading', { name: 'Welcome, Cleo' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await capture(page, 'desk-invitation');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('nav.rail', { hasText: 'Cleo' }).waitFor();
    expect(await page.getByRole('link', { name: 'Team' }).count()).toBe(0);

    await admin.getByRole('button', { name: 'Close: Cleo' }).click();
    await admin.getByText('may sign in no more').waitFor();
    await capture(admin, 'desk-team');
    await page.goto(`${desk.url}/desk/account`);
    await page.getByRole('heading', { name: 'Sign in to the desk' }).waitFor();
    await page.goto(link);
    await page.reload();
    await page.getByText('not good any more').waitFor();
  });

  it('is erased once their account is closed, after it was said what goes and what stays', async () => {
    const { agentId } = await desk.invite('Finn');
    await desk.admin.send('PATCH', `/v1/desk/agents/${agentId}`, { isDisabled: true });
    const admin = await desk.signIn('Lea', { path: '/desk/team' });
    await admin.getByRole('button', { name: 'Erase: Finn' }).click();
    await admin.getByText('Stays, under a number that names nobody').waitFor();
    expect(await axeFindings(admin)).toEqual([]);
    await capture(admin, 'desk-team-erase');
    await admin.getByRole('button', { name: 'Cancel' }).click();
    expect(await admin.getByText('finn@shop.example').count()).toBe(1);
    await admin.getByRole('button', { name: 'Erase: Finn' }).click();
    await admin.getByRole('button', { name: 'Erase for good' }).click();
    await admin.getByText('Finn is erased').waitFor();
    await expect.poll(() => admin.getByText('finn@shop.example').count()).toBe(0);
  });

  it('gets an invitation of their own in a browser where somebody else is signed in', async () => {
    const account = { email: 'dora@shop.example', firstName: 'Dora', role: 'agent' };
    const { invitation } = await (await desk.admin.post('/v1/desk/agents', account)).json();
    const page = await desk.signIn('Lea');
    await page.goto(invitation.link);
    await page.reload();
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('nav.rail', { hasText: 'Dora' }).waitFor();
  });
});

describe('a passkey', () => {
  it('is added on the own page, signs in without address or password, and signs nobody in once it is removed', async () => {
    await desk.invite('Piet', 'viewer');
    const page = await browser.openPage();
    await addAuthenticator(page);
    await page.goto(`${byName()}/desk/account`);
    await signIn(page, 'piet@shop.example');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByLabel('Name').fill('My laptop');
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: 'My laptop' }).waitFor();
    await capture(page, 'desk-account');

    await page.locator('.rail-out').click();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.locator('nav.rail', { hasText: 'Piet' }).waitFor();
    await page.goto(`${byName()}/desk/account`);
    await page.getByRole('rowheader', { name: 'A passkey' }).waitFor();

    await page.getByRole('button', { name: 'Remove My laptop' }).click();
    await page.getByText('You have none yet').waitFor();
    await page.locator('.rail-out').click();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.locator('.problem-line', { hasText: 'signs nobody in here' }).waitFor();
  });

  it('says what to do at an address in numbers', async () => {
    const page = await browser.openPage();
    await addAuthenticator(page);
    await page.goto(`${desk.url}/desk/`);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.locator('.problem-line', { hasText: 'need the name of the server' }).waitFor();
  });
});

describe('a provider of identities', () => {
  it('signs in from its own site and back, by the button that bears its name', async () => {
    const provider = await startIdentityProvider({
      claims: {
        sub: 'nora-1',
        email: 'nora@shop.example',
        email_verified: true,
        given_name: 'Nora',
        groups: ['desk'],
      },
    });
    const server = await demoServer(
      {
        FLOORWALKER_DESK_OIDC_ISSUER: provider.issuer,
        FLOORWALKER_DESK_OIDC_CLIENT_ID: CLIENT_ID,
        FLOORWALKER_DESK_OIDC_CLIENT_SECRET: CLIENT_SECRET,
        FLOORWALKER_DESK_OIDC_NAME: 'Shop accounts',
        FLOORWALKER_DESK_OIDC_ROLES: 'desk=agent',
      },
      Date.now,
      { widgetDirectory: browser.widgetDirectory() },
    );
    try {
      const token = server.engines.join().match(/token (\S+) makes/)?.[1];
      const account = { email: 'lea@shop.example', firstName: 'Lea', password: PASSWORD };
      await deskVisitor(server.url).setUp({ token, ...account });
      const page = await browser.openPage();
      // By another name than the provider's, so that the browser comes back from a foreign site.
      await page.goto(`${server.url.replace('127.0.0.1', 'localhost')}/desk/`);
      await page.getByRole('link', { name: 'Continue with Shop accounts' }).click();
      await page.locator('nav.rail', { hasText: 'Nora' }).waitFor();
      await page.reload();
      await page.locator('nav.rail', { hasText: 'Nora' }).waitFor();
      await page.locator('.rail-out').click();
      await page.getByRole('heading', { name: 'Sign in to the desk' }).waitFor();
      await expect.poll(() => provider.state.signedOut).toBe(1);
      provider.state.answering = {
        claims: { sub: 'eve-1', email: 'eve@shop.example', email_verified: true },
      };
      await page.getByRole('link', { name: 'Continue with Shop accounts' }).click();
      await page.getByText('no open account for you here').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await capture(page, 'desk-open-id');
    } finally {
      await server.close();
    }
  });
});

describe('the own account', () => {
  it('changes its password and ends its other sessions', async () => {
    await desk.invite('Rosa');
    const elsewhere = await desk.signIn('Rosa');
    const page = await desk.signIn('Rosa', { path: '/desk/account' });
    await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
    await page.getByText('signed out everywhere else').waitFor();
    await elsewhere.reload();
    await elsewhere.getByRole('heading', { name: 'Sign in to the desk' }).waitFor();
    await page.getByLabel('Current password').fill(PASSWORD);
    await page.getByLabel('New password').fill('quite another one');
    await page.getByRole('button', { name: 'Change the password' }).click();
    await page.getByText('Your password was changed').waitFor();
    expect(await page.getByLabel('New password').inputValue()).toBe('');
    expect((await desk.admin.signIn('rosa@shop.example', PASSWORD)).status).toBe(401);
  });
});

describe('the log', () => {
  it('tells an auditor what was done, and whether it is as it was written', async () => {
    await desk.invite('Olga', 'auditor');
    const page = await desk.signIn('Olga');
    await page.getByText('Every entry follows from the one before it').waitFor();
    const named = await page.locator('nav.rail a').allTextContents();
    expect(named.map((text) => text.trim())).toEqual(['Log', 'Account']);
    await capture(page, 'desk-audit');
    await page.getByLabel('Only what begins with').fill('agent');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByText('session.begin').count()).toBe(0);
    expect(await page.getByText('agent.add').count()).toBeGreaterThan(0);
  });
});

describe('every page of it', () => {
  it('is clean for axe in light and dark, and on a small screen', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const signedOut = await browser.openPage({ colorScheme });
      await signedOut.goto(`${desk.url}/desk/`);
      await signedOut.getByRole('heading', { name: 'Sign in to the desk' }).waitFor();
      expect(await axeFindings(signedOut)).toEqual([]);
      await capture(signedOut, `desk-sign-in-${colorScheme}`);
      const page = await desk.signIn('Lea', { colorScheme });
      for (const path of ['team', 'audit', 'account']) {
        await page.goto(`${desk.url}/desk/${path}`);
        await page.locator('.table, .chain').first().waitFor();
        await loaded(page);
        expect([path, colorScheme, await axeFindings(page)]).toEqual([path, colorScheme, []]);
        await capture(page, `desk-${path}-${colorScheme}`);
      }
    }
    const small = await desk.signIn('Lea', { width: 480, path: '/desk/account' });
    await loaded(small);
    expect(await small.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(480);
    await capture(small, 'desk-account-small');
  });
});
