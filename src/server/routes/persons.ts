import type { PersonDesk } from '../../chat/person-desk.ts';
import { openEventStream } from '../event-stream.ts';
import type { LiveTurns } from '../live-turns.ts';
import { type Answer, defineRoute, nothing, type Route, type RouteCall, signedInBy } from '../route.ts';
import { conversationPath } from '../schemas/conversation.ts';
import { eventStreamSchema } from '../schemas/event-stream.ts';
import {
  agentMessageSchema,
  attendedSchema,
  entriesQuery,
  handlingSchema,
  saidEntrySchema,
} from '../schemas/person.ts';
import { wantsStream } from '../wants-stream.ts';
import { asStranger, conversationKey } from './conversations.ts';
import { satisfactionRoutes } from './satisfaction.ts';

const JSON_TYPE = 'application/json';

export interface PersonRoutesOptions {
  readonly desk: PersonDesk;
  readonly liveTurns: Pick<LiveTurns, 'openStream'>;
  readonly limitMessageCharacters: number;
  readonly heartbeatMs: number;
  readonly shutdown: AbortSignal;
}

/** Persons of the shop in conversations: what the shopper hears of them, and what they do. */
export function personRoutes(options: PersonRoutesOptions): Route[] {
  const { desk } = options;

  /** What stands there, then what comes, until the client leaves; each number once. */
  async function follow(
    call: Pick<RouteCall<unknown, unknown, unknown>, 'request' | 'response'>,
    conversationId: string,
    after: number,
  ): Promise<Answer> {
    const release = options.liveTurns.openStream(conversationId);
    const stream = openEventStream(call.response, { heartbeatMs: options.heartbeatMs });
    let known = Number(call.request.get('Last-Event-ID') ?? after) || after;
    let work = Promise.resolve();
    let told = '';
    const tell = async () => {
      const { entries, ...attended } = await desk.attended(conversationId, known);
      const news = JSON.stringify(attended);
      if (entries.length === 0 && news === told) return;
      known = entries.at(-1)?.number ?? known;
      told = news;
      stream.send({ id: String(known), name: 'attended', data: { ...attended, entries } });
    };
    const next = () => {
      work = work.then(tell).catch(() => stream.end());
    };
    const stop = desk.listen(conversationId, next);
    const end = () => stream.end();
    options.shutdown.addEventListener('abort', end, { once: true });
    stream.closed.addEventListener('abort', () => {
      stop();
      release();
      options.shutdown.removeEventListener('abort', end);
    });
    next();
    return { kind: 'taken' };
  }

  return [
    defineRoute({
      method: 'get',
      path: '/v1/conversations/{conversationId}/entries',
      summary: 'Who answers now, and what persons of the shop said; as a stream: also what comes',
      tag: 'Conversations',
      security: 'conversation',
      schemas: { path: conversationPath, query: entriesQuery, body: nothing },
      responses: {
        200: {
          description: 'After a number; as events "attended", each with the number of its last entry as id',
          content: { [JSON_TYPE]: attendedSchema, 'text/event-stream': eventStreamSchema },
        },
      },
      async handle(call) {
        const key = conversationKey(call);
        await asStranger(desk.authorize(key));
        if (wantsStream(call.request)) return await follow(call, key.conversationId, call.query.after);
        const body = await desk.attended(key.conversationId, call.query.after);
        return { kind: 'json', status: 200, body };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/v1/conversations/{conversationId}/back-to-assistant',
      summary: 'The shopper goes back from a person to the assistant',
      tag: 'Conversations',
      security: 'conversation',
      bodyOptional: true,
      schemas: { path: conversationPath, query: nothing, body: nothing },
      responses: {
        200: { description: 'Who answers then', content: { [JSON_TYPE]: handlingSchema } },
      },
      async handle(call) {
        const key = conversationKey(call);
        await asStranger(desk.authorize(key));
        return { kind: 'json', status: 200, body: await desk.leave(key.conversationId) };
      },
    }),
    ...satisfactionRoutes(desk),
    handlingRoute('join', 'A person answers from now on; the shopper is told', desk.join),
    handlingRoute('leave', 'The assistant answers from now on; the shopper is told', desk.leave),
    defineRoute({
      method: 'post',
      path: '/v1/desk/conversations/{conversationId}/messages',
      summary: 'Say something as a person; the same clientMessageId again says nothing twice',
      tag: 'Desk',
      security: 'desk',
      permission: 'conversations-answer',
      schemas: {
        path: conversationPath,
        query: nothing,
        body: agentMessageSchema(options.limitMessageCharacters),
      },
      responses: { 200: { description: 'As it stands', content: { [JSON_TYPE]: saidEntrySchema } } },
      handle: async (call) => ({
        kind: 'json',
        status: 200,
        body: await desk.say(call.path.conversationId, signedInBy(call).agent, call.body),
      }),
    }),
  ];
}

/** An agent changes who answers a conversation. */
const handlingRoute = (action: 'join' | 'leave', summary: string, change: PersonDesk['join']): Route =>
  defineRoute({
    method: 'post',
    path: `/v1/desk/conversations/{conversationId}/${action}`,
    summary,
    tag: 'Desk',
    security: 'desk',
    permission: 'conversations-answer',
    schemas: { path: conversationPath, query: nothing, body: nothing },
    responses: { 200: { description: 'Who answers then', content: { [JSON_TYPE]: handlingSchema } } },
    handle: async (call) => ({
      kind: 'json',
      status: 200,
      body: await change(call.path.conversationId, signedInBy(call).agent),
    }),
  });
