import type { Request } from 'express';
import type { Chat, ConversationKey } from '../chat/chat.ts';
import { NO_CONSENT } from '../domain/customer.ts';
import { optsOut } from './caller.ts';

/**
 * Withdraws a consent that was given before the browser began to ask that nobody be profiled: what was kept loses its person.
 *
 * @returns Whether the browser asks so (`Sec-GPC: 1`).
 * @throws {AssistantError} NOT_FOUND, also for a wrong token.
 */
export async function honourOptOut(chat: Chat, request: Request, key: ConversationKey): Promise<boolean> {
  const { consent } = await chat.authorize(key);
  if (!optsOut(request)) return false;
  if (consent.personalization) await chat.setConsent(key, NO_CONSENT);
  return true;
}
