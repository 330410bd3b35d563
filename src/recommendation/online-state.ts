import type { Interaction } from '../domain/interaction.ts';
import type { Database } from '../ports/database.ts';
import { loadActions } from './history.ts';
import type { HistoryItem } from './history-item.ts';
import { createOnlineActions, createProductNumbers, type OnlineActions } from './online-actions.ts';
import { historyOf } from './shopper-action.ts';

/**
 * What shoppers did lately, in memory: an answer need not ask the store who it is for. It holds those who were asked for,
 * is brought up to date by what is stored, and is at every moment what a reload from the store would give.
 */
export interface OnlineState {
  /** As `loadHistory`; reads the store once for a shopper that is not here yet. */
  history(shopperId: string, limit: number): Promise<readonly HistoryItem[]>;
  /** Interactions that were stored, each once and after its commit. */
  observe(stored: readonly Interaction[]): void;
  /** Drops what is held of a shopper: consent was withdrawn, or what is stored was changed otherwise. */
  forget(shopperId: string): void;
  size(): { readonly shoppers: number; readonly bytes: number };
}

export interface OnlineStateOptions {
  readonly database: Pick<Database, 'query'>;
  /** Most shoppers held; who was quiet for the longest goes first. */
  readonly shoppers: number;
  /** Most bytes held for them, products' names aside. */
  readonly bytes: number;
}

interface Held {
  readonly actions: OnlineActions;
  history: readonly HistoryItem[] | undefined;
}

/** Of an entry beside its actions: the map's slot, the name, the three views. Estimated. */
const BYTES_PER_SHOPPER = 500;

export function createOnlineState({ database, shoppers, bytes }: OnlineStateOptions): OnlineState {
  const held = new Map<string, Held>();
  /** Shoppers being read from the store; false when something happened to them meanwhile. */
  const reading = new Map<string, { isCurrent: boolean }>();
  const numbers = createProductNumbers();
  let actionBytes = 0;

  const drop = (shopperId: string): void => {
    actionBytes -= held.get(shopperId)?.actions.bytes ?? 0;
    held.delete(shopperId);
  };

  const size = () => ({ shoppers: held.size, bytes: actionBytes + held.size * BYTES_PER_SHOPPER });

  /** Whoever is touched goes to the end; the first in the map was quiet for the longest. */
  const hold = (shopperId: string, entry: Held): void => {
    drop(shopperId);
    held.set(shopperId, entry);
    actionBytes += entry.actions.bytes;
    for (const [quiet] of held) {
      const now = size();
      if (now.shoppers <= shoppers && now.bytes <= bytes) break;
      drop(quiet);
    }
  };

  async function read(shopperId: string): Promise<Held> {
    const mark = { isCurrent: true };
    reading.set(shopperId, mark);
    const loaded = await loadActions(database, shopperId);
    const actions = createOnlineActions(numbers);
    for (const action of loaded.reverse()) actions.add(action);
    const entry = { actions, history: undefined };
    if (mark.isCurrent && reading.get(shopperId) === mark) hold(shopperId, entry);
    if (reading.get(shopperId) === mark) reading.delete(shopperId);
    return entry;
  }

  return {
    size,
    async history(shopperId, limit) {
      const known = held.get(shopperId);
      if (known !== undefined) hold(shopperId, known);
      const entry = known ?? (await read(shopperId));
      entry.history ??= historyOf(entry.actions.newestFirst());
      return entry.history.slice(0, Math.max(0, limit));
    },
    observe(stored) {
      for (const { shopperId, productId, type, occurredAtMs } of stored) {
        if (shopperId === undefined) continue;
        const mark = reading.get(shopperId);
        if (mark !== undefined) mark.isCurrent = false;
        const entry = held.get(shopperId);
        if (entry === undefined) continue;
        const before = entry.actions.bytes;
        entry.actions.add({ productId, type, occurredAtMs });
        actionBytes += entry.actions.bytes - before;
        entry.history = undefined;
      }
    },
    forget(shopperId) {
      const mark = reading.get(shopperId);
      if (mark !== undefined) mark.isCurrent = false;
      drop(shopperId);
    },
  };
}
