import type { Request } from 'express';
import type { Logger } from 'pino';
import type { Chat, ConversationKey, MessageRequest } from '../../chat/chat.ts';
import { noPictures } from '../../chat/look-at-picture.ts';
import type { Turn } from '../../domain/turn.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import { addressPrefix, sha256 } from '../caller.ts';
import { honourOptOut } from '../honour-opt-out.ts';
import type { LiveTurn, LiveTurns, TurnListener } from '../live-turns.ts';
import type { ServerMetrics } from '../metrics.ts';
import { idempotencyKey } from '../mount-routes.ts';
import { type Answer, defineRoute, nothing, type Route, type RouteCall } from '../route.ts';
import { conversationPath, historyQuery, messageSchema } from '../schemas/conversation.ts';
import { eventStreamSchema } from '../schemas/event-stream.ts';
import { base64Length } from '../schemas/image.ts';
import { historySchema, turnSchema } from '../schemas/turn.ts';
import { streamTurn } from '../stream-turn.ts';
import { type Position, parsePosition } from '../turn-snapshot.ts';
import { wantsStream } from '../wants-stream.ts';
import { asStranger, conversationKey } from './conversations.ts';

const JSON_TYPE = 'application/json';
const STREAM_TYPE = 'text/event-stream';

export interface MessageRoutesOptions {
  readonly chat: Chat;
  readonly liveTurns: LiveTurns;
  readonly metrics: ServerMetrics;
  readonly logger: Logger;
  readonly limitMessageCharacters: number;
  readonly limitBodyBytes: number;
  /** Of one picture. */
  readonly limitImageBytes: number;
  /** Whether the shop's models see. */
  readonly takesImages: boolean;
  readonly heartbeatMs: number;
  readonly shutdown: AbortSignal;
}

export function messageRoutes(options: MessageRoutesOptions): Route[] {
  const { chat, liveTurns, metrics, shutdown } = options;

  /** Makes the turn once; a message that was answered before gives the stored turn. */
  const answerMessage = async (
    call: Pick<RouteCall<unknown, unknown, unknown>, 'once'>,
    request: MessageRequest,
    watch: (live: LiveTurn) => void,
  ): Promise<Turn> => {
    let made: Turn | undefined;
    const { answer } = await call.once(async () => {
      const live = liveTurns.run(request.conversationId, (onEvent, unheard) =>
        chat.handle(request, { signal: shutdown, unheard, onEvent }),
      );
      watch(live);
      made = await live.outcome;
      metrics.observeTurn(made);
      return { kind: 'json', status: 200, body: made.messageId };
    });
    return made ?? storedTurn(chat, request, answer.kind === 'json' ? answer.body : undefined);
  };

  const stream = async (
    call: RouteCall<unknown, unknown, unknown>,
    conversationId: string,
    follow: Parameters<typeof streamTurn>[0]['follow'],
    after?: Position,
  ): Promise<Answer> => {
    const onClose = liveTurns.openStream(conversationId);
    await streamTurn({
      response: call.response,
      requestId: call.requestId,
      heartbeatMs: options.heartbeatMs,
      shutdown,
      ...(after !== undefined && { after }),
      follow,
      onFailure: (error) => options.logger.warn({ requestId: call.requestId, err: error }, 'turn failed'),
      onClose,
    });
    return { kind: 'taken' };
  };

  return [
    defineRoute({
      method: 'post',
      path: '/v1/conversations/{conversationId}/messages',
      summary: 'Say something; the answer is the turn, whole or as a stream',
      tag: 'Conversations',
      security: 'conversation',
      quota: 'messages',
      schemas: {
        path: conversationPath,
        query: nothing,
        body: messageSchema(options.limitMessageCharacters, options.limitImageBytes),
      },
      ...(options.takesImages && {
        bodyLimitBytes: options.limitBodyBytes + base64Length(options.limitImageBytes),
      }),
      responses: {
        200: {
          description: 'The turn',
          content: { [JSON_TYPE]: turnSchema, [STREAM_TYPE]: eventStreamSchema },
        },
      },
      async handle(call) {
        const key = conversationKey(call);
        if (call.body.image !== undefined && !options.takesImages) throw noPictures();
        await asStranger(honourOptOut(chat, call.request, key));
        const request = {
          ...key,
          ...call.body,
          ...addressPrefix(call.request),
          ...derivedMessageId(call.request, call.body.clientMessageId),
        };
        if (!wantsStream(call.request)) {
          return { kind: 'json', status: 200, body: await answerMessage(call, request, attendIn(call)) };
        }
        return stream(call, key.conversationId, (tell) => answerMessage(call, request, attendIn(call, tell)));
      },
    }),
    defineRoute({
      method: 'get',
      path: '/v1/conversations/{conversationId}/messages',
      summary: 'The history; as a stream: the rest of a reply after Last-Event-ID',
      tag: 'Conversations',
      security: 'conversation',
      schemas: { path: conversationPath, query: historyQuery, body: nothing },
      responses: {
        200: {
          description: 'The turns, oldest first; or the rest of one turn',
          content: { [JSON_TYPE]: historySchema, [STREAM_TYPE]: eventStreamSchema },
        },
        204: { description: 'As a stream, when nothing was said yet' },
      },
      async handle(call) {
        const key = conversationKey(call);
        if (!wantsStream(call.request)) {
          return {
            kind: 'json',
            status: 200,
            body: { messages: await asStranger(chat.history(key, call.query)) },
          };
        }
        await asStranger(chat.authorize(key));
        const after = parsePosition(call.request.get('Last-Event-ID') ?? '');
        const live = liveTurns.find(key.conversationId, after?.messageId);
        if (live !== undefined) {
          const follow = (tell: TurnListener) => {
            attendIn(call, tell, after)(live);
            return live.outcome;
          };
          return stream(call, key.conversationId, follow, after);
        }
        const turn = await turnToResume(chat, key, after);
        if (turn === undefined) return { kind: 'empty', status: 204 };
        const heard = after?.messageId === turn.messageId ? after : undefined;
        return stream(call, key.conversationId, async () => turn, heard);
      },
    }),
  ];
}

/** Waits for a turn as long as the client does. */
const attendIn =
  (
    { response }: Pick<RouteCall<unknown, unknown, unknown>, 'response'>,
    tell?: TurnListener,
    after?: Position,
  ) =>
  (live: LiveTurn): void => {
    const ends = [live.attend(), ...(tell === undefined ? [] : [live.listen(tell, after)])];
    const leave = () => {
      for (const end of ends) end();
    };
    if (response.destroyed) leave();
    else response.once('close', leave);
  };

/** A write with an Idempotency-Key has no second effect even when its kept answer was lost with the process. */
function derivedMessageId(
  request: Request,
  given: string | undefined,
): { readonly clientMessageId?: string } {
  const key = idempotencyKey(request);
  if (given !== undefined) return { clientMessageId: given };
  return key === undefined ? {} : { clientMessageId: `idempotency-key:${sha256(key)}` };
}

async function storedTurn(chat: Chat, key: ConversationKey, messageId: unknown): Promise<Turn> {
  const stored = (await asStranger(chat.history(key))).find((message) => message.messageId === messageId);
  if (stored === undefined) throw new AssistantError('NOT_FOUND', 'This message was forgotten');
  return stored.turn;
}

/** The turn that was cut, or else the last one. */
async function turnToResume(
  chat: Chat,
  key: ConversationKey,
  after: Position | undefined,
): Promise<Turn | undefined> {
  const history = await asStranger(chat.history(key));
  const cut = history.find((message) => message.messageId === after?.messageId);
  return (cut ?? history.at(-1))?.turn;
}
