import type { Chat } from '../../chat/chat.ts';
import type { MemoryDesk } from '../../chat/memory-desk.ts';
import type { ShowWithoutBehaviour } from '../../chat/without-behaviour.ts';
import { NO_CONSENT } from '../../domain/customer.ts';
import { honourOptOut } from '../honour-opt-out.ts';
import { requestSignal } from '../request-signal.ts';
import { defineRoute, nothing, type Route } from '../route.ts';
import { conversationPath } from '../schemas/conversation.ts';
import {
  memoryItemPath,
  memorySchema,
  messagePath,
  pauseSchema,
  plainListSchema,
} from '../schemas/memory.ts';
import { asStranger, conversationKey } from './conversations.ts';

export interface MemoryRoutesOptions {
  readonly chat: Chat;
  readonly desk: MemoryDesk;
  readonly withoutBehaviour: ShowWithoutBehaviour;
}

/** What is remembered of a shopper, for the shopper: to read, to forget one by one, and to see a list without. */
export function memoryRoutes({ chat, desk, withoutBehaviour }: MemoryRoutesOptions): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/v1/conversations/{conversationId}/memory',
      summary: 'What is remembered of the shopper, each with its reason',
      tag: 'Conversations',
      security: 'conversation',
      schemas: { path: conversationPath, query: nothing, body: nothing },
      responses: {
        200: {
          description: 'What was said first, then what was done',
          content: { 'application/json': memorySchema },
        },
      },
      async handle(call) {
        const key = conversationKey(call);
        const isHonoured = await asStranger(honourOptOut(chat, call.request, key));
        const memory = await asStranger(desk.read(key));
        const privacy = isHonoured ? { privacy: { globalPrivacyControl: 'honored' } } : {};
        return { kind: 'json', status: 200, body: { ...memory, ...privacy } };
      },
    }),
    defineRoute({
      method: 'patch',
      path: '/v1/conversations/{conversationId}/memory',
      summary: 'Let nothing count that the shopper did, which withdraws consent too; or let it count again',
      tag: 'Conversations',
      security: 'conversation',
      schemas: { path: conversationPath, query: nothing, body: pauseSchema },
      responses: { 204: { description: 'Changed' } },
      async handle(call) {
        const key = conversationKey(call);
        await asStranger(chat.authorize(key));
        const { answer } = await call.once(async () => {
          const { isPaused } = call.body;
          if (isPaused) await asStranger(chat.setConsent(key, NO_CONSENT));
          await asStranger(desk.pause(key, isPaused));
          return { kind: 'empty', status: 204 };
        });
        return answer;
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/v1/conversations/{conversationId}/memory/{itemId}',
      summary: 'Forget one thing that is remembered; learned models know it until the next training',
      tag: 'Conversations',
      security: 'conversation',
      schemas: { path: memoryItemPath, query: nothing, body: nothing },
      responses: { 204: { description: 'Forgotten' } },
      async handle(call) {
        const key = conversationKey(call);
        await asStranger(chat.authorize(key));
        const { answer } = await call.once(async () => {
          await desk.forget(key, call.path.itemId);
          return { kind: 'empty', status: 204 };
        });
        return answer;
      },
    }),
    defineRoute({
      method: 'get',
      path: '/v1/conversations/{conversationId}/messages/{messageId}/without-behaviour',
      summary: 'The list of a message, made again without anything that the shopper did',
      tag: 'Conversations',
      security: 'conversation',
      schemas: { path: messagePath, query: nothing, body: nothing },
      responses: {
        200: {
          description: 'Best first; what the shopper said counts as before',
          content: { 'application/json': plainListSchema },
        },
      },
      async handle(call) {
        const key = conversationKey(call);
        await asStranger(chat.authorize(key));
        const { messageId } = call.path;
        const list = await withoutBehaviour({ ...key, messageId }, requestSignal(call.response));
        return { kind: 'json', status: 200, body: list };
      },
    }),
  ];
}
