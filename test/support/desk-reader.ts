import type { DeskEvent, QueueItem, QueuePage, Viewer } from '../../src/domain/desk/queue.ts';
import type { deskVisitor } from './desk-visitor.ts';

type Visitor = Pick<ReturnType<typeof deskVisitor>, 'headers' | 'get'>;

/** What a page of the desk knows: it follows the stream, and reads the queue anew when it is told to. */
export interface DeskReader {
  readonly lines: ReadonlyMap<string, QueueItem>;
  readonly events: readonly DeskEvent[];
  viewers(): Readonly<Record<string, readonly Viewer[]>>;
  /** All that was received. */
  text(): string;
  lastEventId(): string;
  /** Stops taking anything from the connection, and goes on. */
  hold(): void;
  goOn(): void;
  close(): Promise<void>;
}

/** @param since What another reader knew when it was cut; nothing of the past when absent. */
export async function readDesk(url: string, visitor: Visitor, since?: DeskReader): Promise<DeskReader> {
  const leaving = new AbortController();
  const lines = new Map<string, QueueItem>(since?.lines);
  const events: DeskEvent[] = [];
  let viewers: Readonly<Record<string, readonly Viewer[]>> = {};
  let text = '';
  let lastEventId = since?.lastEventId() ?? '';
  let held: Promise<void> | undefined;
  let release = () => {};

  const response = await fetch(`${url}/v1/desk/stream`, {
    headers: {
      ...{ ...visitor.headers(), Accept: 'text/event-stream' },
      ...(lastEventId !== '' && { 'Last-Event-ID': lastEventId }),
    },
    signal: leaving.signal,
  });

  const readAll = async () => {
    for (const tab of ['waiting', 'mine', 'assistant', 'others', 'closed'])
      for (let after = ''; ; ) {
        const page: QueuePage = await (
          await visitor.get(`/v1/desk/queue?tab=${tab}&limit=200${after}`)
        ).json();
        for (const item of page.conversations) lines.set(item.conversationId, item);
        if (page.next === undefined) break;
        after = `&after=${page.next}`;
      }
  };
  const take = async (event: DeskEvent) => {
    events.push(event);
    if (event.type === 'conversations')
      for (const item of event.conversations) lines.set(item.conversationId, item);
    else if (event.type === 'forgotten') for (const id of event.conversationIds) lines.delete(id);
    else if (event.type === 'presence') viewers = event.viewers;
    else {
      lines.clear();
      await readAll();
    }
  };
  const follow = async () => {
    let rest = '';
    for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      await held;
      text += piece;
      rest += piece;
      const blocks = rest.split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
        lastEventId = field('id') ?? lastEventId;
        const type = field('event');
        if (type !== undefined) await take({ type, ...JSON.parse(field('data') ?? '{}') });
      }
    }
  };
  if (since === undefined) await readAll();
  const following = follow().catch(() => undefined);
  return {
    lines,
    events,
    viewers: () => viewers,
    text: () => text,
    lastEventId: () => lastEventId,
    hold() {
      held = new Promise((done) => {
        release = done;
      });
    },
    goOn() {
      held = undefined;
      release();
    },
    async close() {
      release();
      leaving.abort();
      await following;
    },
  };
}
