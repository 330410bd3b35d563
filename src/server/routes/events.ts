import type { Request } from 'express';
import * as z from 'zod';
import type { Chat } from '../../chat/chat.ts';
import type { Departments, EventCaller } from '../../chat/departments.ts';
import { AssistantError, isAssistantError } from '../../errors/assistant-error.ts';
import { authenticationRequired, optsOut } from '../caller.ts';
import { defineRoute, nothing, type Route } from '../route.ts';
import { eventsSchema, receiptSchema } from '../schemas/event.ts';

export interface EventRoutesOptions {
  readonly chat: Chat;
  readonly departments: Departments;
  readonly limitBatch: number;
  readonly limitBodyBytes: number;
}

export function eventRoutes(options: EventRoutesOptions): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/v1/events',
      summary: 'What shoppers did: one event or a batch; a bearer token binds them to its conversation',
      tag: 'Events',
      security: 'optional',
      bodyLimitBytes: options.limitBodyBytes,
      schemas: { path: nothing, query: nothing, body: eventsSchema },
      responses: {
        202: {
          description: 'Stored, but for the rejected ones',
          content: { 'application/json': receiptSchema },
        },
      },
      async handle(call) {
        const batch: readonly unknown[] = call.body.batch?.map((event) => inEnvelope(event, call.body)) ?? [
          call.body,
        ];
        if (batch.length > options.limitBatch) {
          throw new AssistantError(
            'PAYLOAD_TOO_LARGE',
            `Send at most ${options.limitBatch} events in one request`,
          );
        }
        const caller = await identifyCaller(options.chat, call.request, call.token, batch);
        const { answer } = await call.once(async () => ({
          kind: 'json',
          status: 202,
          body: await options.departments.recordEvents(batch, {
            ...caller,
            ...(optsOut(call.request) && { optsOut: true }),
          }),
        }));
        return answer;
      },
    }),
  ];
}

const jsonObject = z.record(z.string(), z.unknown());

/** What a client library says once for all events of a batch; an event's own word goes before it. */
function inEnvelope(event: unknown, { sentAt, context }: Readonly<Record<string, unknown>>): unknown {
  const own = jsonObject.safeParse(event);
  if (!own.success || (sentAt === undefined && context === undefined)) return event;
  const [shared, told] = [jsonObject.safeParse(context), jsonObject.safeParse(own.data.context)];
  return {
    ...(sentAt !== undefined && { sentAt }),
    ...own.data,
    ...(shared.success && { context: { ...shared.data, ...(told.success ? told.data : {}) } }),
  };
}

const eventContext = z.looseObject({
  context: z.looseObject({ conversationId: z.string().min(1).max(200) }),
});

/** A token says nothing without the conversation it is for: named in a header, or in the events' context. */
async function identifyCaller(
  chat: Chat,
  request: Request,
  token: string | undefined,
  batch: readonly unknown[],
): Promise<EventCaller> {
  if (token === undefined) return {};
  const conversationId = request.get('X-Conversation-Id') ?? conversationOf(batch);
  if (conversationId === undefined) throw authenticationRequired();
  try {
    const { shopperId, consent, market } = await chat.authorize({ conversationId, token });
    return { conversation: { conversationId, shopperId, personalization: consent.personalization, market } };
  } catch (error) {
    if (isAssistantError(error) && error.code === 'NOT_FOUND') throw authenticationRequired();
    throw error;
  }
}

/** The one conversation that the events name; undefined when they name none, or several. */
function conversationOf(batch: readonly unknown[]): string | undefined {
  const named = new Set(
    batch.flatMap((event) => {
      const parsed = eventContext.safeParse(event);
      return parsed.success ? [parsed.data.context.conversationId] : [];
    }),
  );
  return named.size === 1 ? [...named][0] : undefined;
}
