import type { Response } from 'express';
import type { DeskFeed, DeskReader } from '../../../desk/desk-feed.ts';
import type { DeskIdentity } from '../../../desk/identity/desk-identity.ts';
import { AssistantError } from '../../../errors/assistant-error.ts';
import type { DeskCookie } from '../../desk-cookie.ts';
import { type EventStream, openEventStream } from '../../event-stream.ts';
import { defineRoute, nothing, type Route, type RouteCall, signedInBy } from '../../route.ts';
import { deskEventsSchema } from '../../schemas/queue.ts';

/** Between two looks at what is new: what changes meanwhile is told together. */
const FRAME_MS = 250;
/** Of one agent: tabs, and those that are not known to be closed yet. */
const MOST_STREAMS = 20;
/** Between two looks at whether its reader may still hear it. */
const LOOK_MS = 1_000;
/** A reader who has not taken this much is told nothing more until they do; what they are told then is the state of that time. */
const MOST_WAITING_BYTES = 65_536;

export interface DeskStreamOptions {
  readonly feed: DeskFeed;
  readonly identity: Pick<DeskIdentity, 'signedIn'>;
  readonly cookie: Pick<DeskCookie, 'read'>;
  readonly heartbeatMs: number;
  readonly shutdown: AbortSignal;
}

/**
 * What happens at the desk, as it happens. Who is signed out, or disabled, hears nothing more after a second. An open console is in use: its
 * session does not end for idleness, so that whoever watches a quiet queue is not signed out of it.
 */
export function deskStreamRoutes(options: DeskStreamOptions): Route[] {
  const streams = new Map<string, number>();

  /** @throws {AssistantError} TOO_MANY_REQUESTS. @returns How to give it back. */
  function take(agentId: string): () => void {
    const open = streams.get(agentId) ?? 0;
    if (open >= MOST_STREAMS)
      throw new AssistantError('TOO_MANY_REQUESTS', `You have ${open} open streams; close one first`, {
        details: { retryAfterSeconds: 1 },
      });
    streams.set(agentId, open + 1);
    return () => {
      const left = (streams.get(agentId) ?? 1) - 1;
      if (left > 0) streams.set(agentId, left);
      else streams.delete(agentId);
    };
  }

  return [
    defineRoute({
      method: 'get',
      path: '/v1/desk/stream',
      summary: 'Conversations that change, and who looks at them, as it happens',
      tag: 'Desk',
      security: 'desk',
      permission: 'conversations-read',
      schemas: { path: nothing, query: nothing, body: nothing },
      responses: {
        200: {
          description: 'After Last-Event-ID, or from now on',
          content: { 'text/event-stream': deskEventsSchema },
        },
      },
      async handle(call) {
        const { agentId } = signedInBy(call).agent;
        const release = take(agentId);
        const reader = options.feed.read(agentId, call.request.get('Last-Event-ID'));
        const stream = openEventStream(call.response, { heartbeatMs: options.heartbeatMs });
        const isAllowed = () => isSignedIn(call, options);
        const ends = [
          release,
          reader.close,
          tell(reader, stream, call.response),
          endWithout(isAllowed, stream, options.shutdown),
        ];
        stream.closed.addEventListener('abort', () => {
          for (const end of ends) end();
        });
        return { kind: 'taken' };
      },
    }),
  ];
}

/** Tells what is new, a frame at a time. @returns How to stop. */
function tell(reader: DeskReader, stream: EventStream, response: Response): () => void {
  let work: Promise<void> | undefined;
  const frame = async () => {
    const news = await reader.next();
    for (const { type, ...data } of news?.events ?? [])
      stream.send({ ...(news !== undefined && { id: news.id }), name: type, data });
  };
  const next = () => {
    if (work !== undefined || response.writableLength > MOST_WAITING_BYTES) return;
    work = frame()
      .catch(() => stream.end())
      .finally(() => {
        work = undefined;
      });
  };
  next();
  const timer = setInterval(next, FRAME_MS);
  return () => clearInterval(timer);
}

/** Ends a stream with the server, or when its reader may not hear it any more. @returns How to stop looking. */
function endWithout(
  isAllowed: () => Promise<boolean>,
  stream: EventStream,
  shutdown: AbortSignal,
): () => void {
  const end = () => stream.end();
  const look = async () => {
    if (!(await isAllowed().catch(() => false))) end();
  };
  const timer = setInterval(() => void look(), LOOK_MS);
  shutdown.addEventListener('abort', end, { once: true });
  return () => {
    clearInterval(timer);
    shutdown.removeEventListener('abort', end);
  };
}

async function isSignedIn(
  { request }: Pick<RouteCall<unknown, unknown, unknown>, 'request'>,
  { cookie, identity }: Pick<DeskStreamOptions, 'cookie' | 'identity'>,
): Promise<boolean> {
  const value = cookie.read(request);
  return value !== undefined && (await identity.signedIn(value)) !== undefined;
}
