import type { DeskEvent } from '../domain/desk/queue.ts';
import { createChangeLog } from './change-log.ts';
import type { EntryFeed } from './entry-feed.ts';
import type { Presence } from './presence.ts';
import type { QueueBook } from './queue-book.ts';

/** Lines that are told at a time. */
export const MOST_LINES = 200;
/** Conversations of which it is remembered that they changed. */
const MOST_CHANGES = 5_000;

/** What a reader of the desk is told at a time. */
export interface DeskNews {
  /** A reader who comes back names it. */
  readonly id: string;
  readonly events: readonly DeskEvent[];
}

/**
 * One reader, who is told the state of what changed since they last asked, not every change: who asks seldom hears less, and nothing waits
 * for them in memory.
 */
export interface DeskReader {
  /** @returns undefined when nothing is new. */
  next(): Promise<DeskNews | undefined>;
  close(): void;
}

export interface DeskFeed {
  /**
   * Begins after what a reader has heard, or now.
   *
   * @param after The `id` they heard last; of another process it leads to `missed`.
   */
  read(agentId: string, after?: string): DeskReader;
  /** Agents who read now, each once, by id. */
  present(): readonly string[];
  /** Hears that somebody began to read. */
  listenPresent(listener: () => void): void;
}

export interface DeskFeedOptions {
  readonly feed: Pick<EntryFeed, 'listenAll'>;
  readonly queue: Pick<QueueBook, 'lines' | 'counts'>;
  readonly presence: Pick<Presence, 'all' | 'version'>;
  /** Names this process: what was told by another one is not known here. Letters, digits, "-" and "_". */
  readonly processId: string;
}

export function createDeskFeed({ feed, queue, presence, processId }: DeskFeedOptions): DeskFeed {
  const changes = createChangeLog(MOST_CHANGES);
  const readers = new Map<object, string>();
  const listeners = new Set<() => void>();
  feed.listenAll(changes.note);

  async function changesOf(agentId: string, conversationIds: readonly string[]): Promise<DeskEvent[]> {
    if (conversationIds.length === 0) return [];
    const conversations = await queue.lines(agentId, conversationIds);
    const known = new Set(conversations.map(({ conversationId }) => conversationId));
    const gone = conversationIds.filter((conversationId) => !known.has(conversationId));
    return [
      ...(gone.length === 0 ? [] : [{ type: 'forgotten' as const, conversationIds: gone }]),
      { type: 'conversations', conversations, counts: await queue.counts(agentId) },
    ];
  }

  return {
    present: () => [...new Set(readers.values())].sort(),
    listenPresent: (listener) => void listeners.add(listener),

    read(agentId, after) {
      let position = after === undefined ? changes.head : positionOf(after, processId);
      let heardPresence: number | undefined;

      const reader: DeskReader = {
        close: () => void readers.delete(reader),
        async next() {
          const later = position === undefined ? undefined : changes.after(position, MOST_LINES);
          position = later?.position ?? changes.head;
          const events: DeskEvent[] =
            later === undefined ? [{ type: 'missed' }] : await changesOf(agentId, later.conversationIds);
          const version = presence.version();
          if (version !== heardPresence) {
            heardPresence = version;
            events.push({ type: 'presence', viewers: presence.all() });
          }
          return events.length === 0 ? undefined : { id: `${processId}.${position}`, events };
        },
      };
      readers.set(reader, agentId);
      for (const listener of listeners) listener();
      return reader;
    },
  };
}

/** @returns undefined when another process told it. */
function positionOf(id: string, processId: string): number | undefined {
  const [, teller, position] = id.match(/^([\w-]+)\.(\d{1,15})$/) ?? [];
  return teller === processId ? Number(position) : undefined;
}
