import type { Page } from 'playwright-core';
import type { BrowserAtWork } from './browser.ts';
import { startTestServer, type TestServerOptions } from './http.ts';
import { createScriptedChat, createScriptedDepartments, type ScriptedChatOptions } from './scripted-chat.ts';

export interface PanelOptions {
  readonly chat?: ScriptedChatOptions;
  readonly view?: Parameters<BrowserAtWork['openPage']>[0];
  readonly server?: TestServerOptions;
  /** Before the shop is opened. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** The shop page over a scripted chat, with the panel open and its conversation begun. */
export async function openPanel({ openPage, widgetDirectory }: BrowserAtWork, options: PanelOptions = {}) {
  const chat = createScriptedChat(options.chat);
  const departments = createScriptedDepartments();
  const served = await startTestServer({
    chat,
    departments,
    widgetDirectory: widgetDirectory(),
    ...options.server,
  });
  const page = await openPage(options.view);
  await options.prepare?.(page);
  await page.goto(served.url);
  await reveal(page);
  return { page, chat, departments, ...served };
}

/** Opens the panel, unless it is open, and waits for the first words. */
export async function reveal(page: Page): Promise<void> {
  await page.locator('floorwalker-chat').evaluate(async (element) => {
    await customElements.whenDefined('floorwalker-chat');
    await (element as HTMLElement & { show(): Promise<void> }).show();
  });
  await page.locator('.log .reply').first().waitFor();
}

/** Types and sends. */
export async function send(page: Page, text: string): Promise<void> {
  await page.locator('textarea').fill(text);
  await page.keyboard.press('Enter');
}

/** Says something and waits for the whole reply. */
export async function say(page: Page, text: string): Promise<void> {
  await send(page, text);
  await page.locator('.said .bubble', { hasText: text }).last().waitFor();
  await page.locator('.entry').last().locator('.reply[aria-busy="false"]').waitFor();
}

export const NARROW = { width: 360, height: 740 } as const;
export const WIDE = { width: 1_280, height: 800 } as const;
