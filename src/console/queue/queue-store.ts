import type {
  Colleague,
  DeskEvent,
  QueueFilter,
  QueueItem,
  QueuePage,
  Viewer,
} from '../../domain/desk/queue.ts';
import type { DeskClient } from '../desk-client.ts';
import { followDesk } from '../desk-stream.ts';
import type { Problem } from '../problem.ts';
import { QueueLines } from './queue-lines.ts';

const PAGE = 100;

export interface QueueStoreOptions {
  readonly desk: DeskClient;
  readonly agentId: string;
  /** Something is to be drawn anew; called at most once a frame. */
  onChange(): void;
  /** Lines as the stream told them, before they are drawn. */
  onLines(items: readonly QueueItem[]): void;
  onForgotten(conversationIds: readonly string[]): void;
  /** The line was cut and is back: what is open is to be read anew. */
  onReturn(): void;
  onSignedOut(): void;
}

/** What the page knows of the queue, kept as it is now by the stream of the desk. */
export class QueueStore {
  readonly #options: QueueStoreOptions;
  #filter: QueueFilter = { tab: 'waiting' };
  #lines: QueueLines;
  #next: string | undefined;
  #asked = 0;
  #frame = 0;
  #stop: AbortController | undefined;
  #wasCut = false;
  /** The list was read: what is heard before is not shown as if it were all. */
  #isRead = false;
  /** Told while a page was on its way, which may be older. */
  #heardMeanwhile: DeskEvent[] = [];
  counts: QueuePage['counts'] | undefined;
  viewers: Readonly<Record<string, readonly Viewer[]>> = {};
  problem: Problem | undefined;
  isLoading = false;
  isConnected = true;

  constructor(options: QueueStoreOptions) {
    this.#options = options;
    this.#lines = new QueueLines(this.#filter, options.agentId);
  }

  get lines(): readonly QueueItem[] {
    return this.#lines.all;
  }

  get filter(): QueueFilter {
    return this.#filter;
  }

  /** Who looks at any conversation now, but for oneself. */
  get colleagues(): readonly Colleague[] {
    const present = Object.values(this.viewers).flat();
    const byId = new Map(present.map(({ agentId, firstName }) => [agentId, { agentId, firstName }]));
    byId.delete(this.#options.agentId);
    return [...byId.values()];
  }

  get hasMore(): boolean {
    return this.#next !== undefined;
  }

  get(conversationId: string): QueueItem | undefined {
    return this.#lines.get(conversationId);
  }

  start(): void {
    this.#stop = new AbortController();
    void followDesk({
      signal: this.#stop.signal,
      onEvent: (event) => this.#hear(event),
      onSignedOut: this.#options.onSignedOut,
      onConnection: (isConnected) => this.#connected(isConnected),
    });
  }

  stop(): void {
    this.#stop?.abort();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /** Reads another list; what stands there goes at once. */
  async show(filter: QueueFilter): Promise<void> {
    this.#filter = filter;
    this.#lines = new QueueLines(filter, this.#options.agentId);
    this.#isRead = false;
    await this.read();
  }

  /** Reads the list anew from its beginning; what stands there stays until the new is there. */
  async read(): Promise<void> {
    const lines = new QueueLines(this.#filter, this.#options.agentId);
    await this.#page(lines, undefined);
  }

  async more(): Promise<void> {
    if (this.#next === undefined || this.isLoading) return;
    await this.#page(this.#lines, this.#next);
  }

  async #page(lines: QueueLines, after: string | undefined): Promise<void> {
    this.#asked += 1;
    const own = this.#asked;
    this.isLoading = true;
    this.#heardMeanwhile = [];
    this.draw();
    const answer = await this.#options.desk.get<QueuePage>('/v1/desk/queue', {
      ...this.#filter,
      limit: PAGE,
      after,
    });
    if (own !== this.#asked) return;
    this.isLoading = false;
    this.problem = answer.kind === 'ok' ? undefined : answer.problem;
    if (answer.kind === 'ok') {
      const { conversations, next, counts } = answer.value;
      lines.add(conversations);
      lines.hasMore = next !== undefined;
      this.#lines = lines;
      this.#isRead = true;
      this.#next = next;
      this.counts = counts;
      for (const event of this.#heardMeanwhile) this.#apply(event);
    }
    this.draw();
  }

  #apply(event: DeskEvent): void {
    if (event.type === 'conversations') {
      this.#lines.change(event.conversations);
      this.counts = event.counts;
    } else if (event.type === 'forgotten') this.#lines.forget(event.conversationIds);
  }

  #hear(event: DeskEvent): void {
    if (this.isLoading) this.#heardMeanwhile.push(event);
    if (this.#isRead) this.#apply(event);
    else if (!this.isLoading) void this.read();
    switch (event.type) {
      case 'conversations':
        this.#options.onLines(event.conversations);
        break;
      case 'forgotten':
        this.#options.onForgotten(event.conversationIds);
        break;
      case 'presence':
        this.viewers = event.viewers;
        break;
      case 'missed':
        void this.read();
        this.#options.onReturn();
        break;
    }
    this.draw();
  }

  #connected(isConnected: boolean): void {
    if (isConnected && this.#wasCut) {
      this.#options.onReturn();
      if (this.problem !== undefined) void this.read();
    }
    if (!isConnected) this.#wasCut = true;
    this.isConnected = isConnected;
    this.draw();
  }

  /** However much comes, it is drawn once a frame. */
  draw(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#options.onChange();
    });
  }
}
