import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Role } from '../../src/domain/agent.ts';
import type { BrowserAtWork } from './browser.ts';
import { demoServer, type LastingServer } from './demo-server.ts';
import { deskVisitor } from './desk-visitor.ts';
import { postJson, startConversation } from './http.ts';

const PASSWORD = 'a long enough one';

export type DeskAtWork = Awaited<ReturnType<typeof openDesk>>;

/** The demo shop with its desk, on the clock of the machine or another one, for one test file: close it afterwards. */
export async function openDesk(
  browser: BrowserAtWork,
  environment: Readonly<Record<string, string>> = {},
  clock: () => number = Date.now,
) {
  const server: LastingServer = await demoServer(environment, clock, {
    widgetDirectory: browser.widgetDirectory(),
  });
  const admin = deskVisitor(server.url);
  const token = server.engines.join().match(/token (\S+) makes/)?.[1];
  await admin.setUp({ token, email: 'lea@shop.example', firstName: 'Lea', password: PASSWORD });

  return {
    url: server.url,
    close: server.close,
    restart: server.restart,
    /** May do everything, over the API. */
    admin,
    /** Lets somebody sign in, who is at `<name>@shop.example`. */
    async invite(firstName: string, role: Role = 'agent') {
      const email = `${firstName.toLowerCase()}@shop.example`;
      return await admin.invite({ email, firstName, role, password: PASSWORD });
    },
    /** A page of the desk with somebody signed in by the form; `lea` is the administrator. */
    async signIn(
      firstName: string,
      options: Parameters<BrowserAtWork['openPage']>[0] & { path?: string } = {},
    ) {
      const { path = '/desk', ...view } = options;
      const page = await browser.openPage(view);
      await page.goto(`${server.url}${path}`);
      await signInOn(page, firstName);
      return page;
    },
    async shopper(start: object = { locale: 'en-US', market: 'US' }) {
      const talk = await startConversation(server.url, start);
      return {
        ...talk,
        async say(text: string) {
          const response = await postJson(`${talk.path}/messages`, { text }, talk.headers);
          return await response.json();
        },
        attended: async () => await (await fetch(`${talk.path}/entries`, { headers: talk.headers })).json(),
      };
    },
    /** What is set at the desk from now on. */
    async set(kind: string, value: object) {
      const response = await admin.send('PUT', `/v1/desk/settings/${kind}`, value);
      expect(response.status).toBe(200);
    },
  };
}

export async function signInOn(page: Page, firstName: string): Promise<void> {
  await page.locator('input[type=email]').fill(`${firstName.toLowerCase()}@shop.example`);
  await page.locator('input[type=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.locator('#content h1').first().waitFor({ state: 'attached' });
}

/** Once nothing that the page shows is on its way any more. */
export async function loaded(page: Page): Promise<void> {
  await expect.poll(() => page.locator('main [aria-busy=true], main .loading').count()).toBe(0);
}

/** Every reply waits for approval, so long. */
export const REVIEW_ALL = (holdSeconds: number) => ({
  rules: [{ mode: 'review' }],
  holdSeconds,
  afterwards: 'keep',
});
