import type { Chat, StartRequest } from '../../chat/chat.ts';
import type { SettingsDesk } from '../../chat/desk/settings-desk.ts';
import { NO_CONSENT } from '../../domain/customer.ts';
import { AssistantError, isAssistantError } from '../../errors/assistant-error.ts';
import { assertConsentText } from '../assert-consent-text.ts';
import { authenticationRequired, callerScope, optsOut } from '../caller.ts';
import type { Idempotency } from '../idempotency.ts';
import { defineRoute, nothing, type Route } from '../route.ts';
import { consentSchema, conversationPath, startedSchema, startSchema } from '../schemas/conversation.ts';

const LONGEST_ACCEPT_LANGUAGE = 1_000;

export interface ConversationRoutesOptions {
  readonly chat: Chat;
  readonly idempotency: Idempotency;
  /** Holds the texts that asked for consent. */
  readonly settings: Pick<SettingsDesk, 'version'>;
}

export function conversationRoutes({ chat, idempotency, settings }: ConversationRoutesOptions): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/v1/conversations',
      summary: 'Start a conversation',
      tag: 'Conversations',
      security: 'none',
      quota: 'conversations',
      bodyOptional: true,
      schemas: { path: nothing, query: nothing, body: startSchema },
      responses: {
        201: {
          description: 'Started; the token is shown once',
          content: { 'application/json': startedSchema },
        },
      },
      async handle(call) {
        const acceptLanguage = call.request.get('Accept-Language')?.slice(0, LONGEST_ACCEPT_LANGUAGE);
        const isHonoured = optsOut(call.request);
        const request: StartRequest = {
          ...call.body,
          ...(acceptLanguage !== undefined && { acceptLanguage }),
          ...(isHonoured && { consent: NO_CONSENT }),
        };
        const { answer } = await call.once(async () => {
          await assertConsentText(settings, request.consent);
          return {
            kind: 'json',
            status: 201,
            body: {
              ...(await chat.start(request)),
              ...(isHonoured && { privacy: { globalPrivacyControl: 'honored' } }),
            },
          };
        });
        return answer;
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/v1/conversations/{conversationId}',
      summary: 'Forget a conversation: its messages, and what was learned in it',
      tag: 'Conversations',
      security: 'conversation',
      schemas: { path: conversationPath, query: nothing, body: nothing },
      responses: { 204: { description: 'Forgotten' } },
      async handle(call) {
        const key = conversationKey(call);
        const { answer } = await call.once(async () => {
          const noting = call.noting({ action: 'conversation.erase', subject: key.conversationId });
          await asStranger(chat.forget(key, noting));
          await idempotency.forget(callerScope(call.request, key.token));
          return { kind: 'empty', status: 204 };
        });
        return answer;
      },
    }),
    defineRoute({
      method: 'put',
      path: '/v1/conversations/{conversationId}/consent',
      summary: 'Change what may be remembered, from now on',
      tag: 'Conversations',
      security: 'conversation',
      schemas: { path: conversationPath, query: nothing, body: consentSchema },
      responses: { 204: { description: 'Changed; what was withdrawn is forgotten' } },
      async handle(call) {
        const key = conversationKey(call);
        const { answer } = await call.once(async () => {
          if (call.body.personalization && optsOut(call.request)) throw contradicted();
          await assertConsentText(settings, call.body);
          await asStranger(chat.setConsent(key, call.body));
          return { kind: 'empty', status: 204 };
        });
        return answer;
      },
    }),
  ];
}

function contradicted(): AssistantError {
  return new AssistantError(
    'CONFLICT',
    'The browser asks that nobody be profiled (Sec-GPC: 1): no consent is kept while it does',
  );
}

export function conversationKey(call: {
  readonly path: { readonly conversationId: string };
  readonly token: string | undefined;
}): { readonly conversationId: string; readonly token: string } {
  if (call.token === undefined) throw authenticationRequired();
  return { conversationId: call.path.conversationId, token: call.token };
}

/** A conversation that is not there and one of somebody else give the same answer, to the letter. */
export async function asStranger<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isAssistantError(error) && error.code === 'NOT_FOUND') {
      throw new AssistantError('NOT_FOUND', 'There is no such conversation', { cause: error });
    }
    throw error;
  }
}
