import type { QueueFilter, QueueItem, QueueTab } from '../../domain/desk/queue.ts';

/** Lines of one tab, in its order: of `waiting` the longest wait first, of all others what changed last first. */
export class QueueLines {
  readonly #filter: QueueFilter;
  readonly #agentId: string;
  readonly #byId = new Map<string, QueueItem>();
  #ordered: QueueItem[] = [];
  #isSorted = true;
  /** There are more after the last, which were not read. */
  hasMore = false;

  constructor(filter: QueueFilter, agentId: string) {
    this.#filter = filter;
    this.#agentId = agentId;
  }

  /** In order. The array is another one when anything changed. */
  get all(): readonly QueueItem[] {
    if (!this.#isSorted) {
      this.#ordered = [...this.#byId.values()].sort(this.#compare);
      this.#isSorted = true;
    }
    return this.#ordered;
  }

  get(conversationId: string): QueueItem | undefined {
    return this.#byId.get(conversationId);
  }

  /** A page that was read. */
  add(items: readonly QueueItem[]): void {
    for (const item of items) this.#byId.set(item.conversationId, item);
    this.#isSorted = false;
  }

  /**
   * Lines as they are now: those that belong here come or change, others go. One that would stand after the last that
   * was read is left to be read.
   */
  change(items: readonly QueueItem[]): void {
    const last = this.hasMore ? this.all.at(-1) : undefined;
    for (const item of items) {
      const isKnown = this.#byId.has(item.conversationId);
      const isLater = last !== undefined && this.#compare(item, last) > 0;
      if (this.#belongs(item, isKnown) && !(isLater && !isKnown)) this.#byId.set(item.conversationId, item);
      else this.#byId.delete(item.conversationId);
    }
    this.#isSorted = false;
  }

  forget(conversationIds: readonly string[]): void {
    for (const conversationId of conversationIds) this.#byId.delete(conversationId);
    this.#isSorted = false;
  }

  /** The server alone knows whose words hold what is searched: a line that it did not find does not come by itself. */
  #belongs(item: QueueItem, isKnown: boolean): boolean {
    const { tab, market, language, channel, agentId, reason, isUnread, search } = this.#filter;
    return (
      tabOf(item, this.#agentId) === tab &&
      (search === undefined || isKnown) &&
      (market === undefined || item.market === market) &&
      (language === undefined || item.locale.split('-', 1)[0] === language) &&
      (channel === undefined || item.channel === channel) &&
      (agentId === undefined || item.agent?.agentId === agentId) &&
      (reason === undefined || item.reason === reason) &&
      (isUnread === undefined || item.isUnread === isUnread)
    );
  }

  readonly #compare = (left: QueueItem, right: QueueItem): number => {
    const isWaiting = this.#filter.tab === 'waiting';
    const [one, other] = isWaiting ? [left.since, right.since] : [right.updatedAt, left.updatedAt];
    if (one !== other) return one < other ? -1 : 1;
    const isFirst = left.conversationId < right.conversationId;
    return isFirst === isWaiting ? -1 : 1;
  };
}

export function tabOf({ state, agent }: QueueItem, agentId: string): QueueTab {
  if (state !== 'person') return state;
  return agent?.agentId === agentId ? 'mine' : 'others';
}
