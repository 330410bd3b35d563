import type { Database, Query } from '../../ports/database.ts';
import type { Tables } from '../../ports/database-tables.ts';
import { findShapes } from './cases/scrub-shapes.ts';

export interface MadeSearch {
  /** ISO 3166-1 alpha-2. */
  readonly market: string;
  readonly language: string;
  /** As typed. */
  readonly words: string;
}

/** A search that was made several times. */
export interface CountedSearch extends MadeSearch {
  readonly times: number;
}

/** What the search page is asked for most, by nobody in particular. */
export interface SearchTally {
  /**
   * Counts a search, without waiting. Words that hold a mailbox, a number to call or the like are not counted, nor are whole letters. Others
   * stand in memory alone until they came three times, a minute apart: what one visitor types once is never written down.
   */
  count(search: MadeSearch): void;
  /** The most frequent first. */
  mostFrequent(limit: number): Promise<readonly CountedSearch[]>;
  /** Writes what waits. Resolves after the commit. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

export interface SearchTallyOptions {
  readonly database: Database;
  readonly clock: () => number;
  /** Days after its last time that a search is forgotten. */
  readonly keptDays: number;
  /** Hears what could not be written. */
  readonly note: (text: string) => void;
}

/** Times that the same words come before they are written down. */
const READABLE_AT = 3;
/** Who turns pages or changes a filter asks for the same words again at once. */
const APART_MS = 60_000;
const LONGEST_WORDS = 80;
/** Different words that are held in memory at most; then the first are let go. */
const MOST_HELD = 5_000;
/** Different words that are written down at most; then the rarest are let go, of those as rare the oldest. */
const MOST_KEPT = 10_000;
const FLUSH_AFTER_MS = 2_000;
const PRUNE_EVERY_MS = 3_600_000;
const DAY_MS = 86_400_000;

interface Held extends MadeSearch {
  /** Not written yet. */
  times: number;
  lastAtMs: number;
  /** It came often enough. */
  isReadable: boolean;
}

export function createSearchTally(options: SearchTallyOptions): SearchTally {
  const { database, clock, keptDays, note } = options;
  const held = new Map<string, Held>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  let prunedAtMs = Number.NEGATIVE_INFINITY;

  function take(search: MadeSearch): Held {
    const key = [search.market, search.language, search.words].join('\n');
    const known = held.get(key) ?? {
      ...search,
      ...{ times: 0, lastAtMs: Number.NEGATIVE_INFINITY, isReadable: false },
    };
    // The last one asked for stands last.
    held.delete(key);
    held.set(key, known);
    const [first] = held.keys();
    if (held.size > MOST_HELD && first !== undefined) held.delete(first);
    return known;
  }

  async function write(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const written = [...held.values()].filter(({ isReadable, times }) => isReadable && times > 0);
    if (written.length === 0) return;
    const rows = written.map(({ isReadable: _, ...row }) => row);
    await database.transaction(async (query) => {
      for (const row of rows) await addTo(query, row);
      await prune(query);
    });
    written.forEach((each, index) => {
      each.times -= rows[index]?.times ?? 0;
    });
  }

  async function prune(query: Query): Promise<void> {
    const nowMs = clock();
    if (nowMs - prunedAtMs < PRUNE_EVERY_MS) return;
    prunedAtMs = nowMs;
    await query
      .deleteFrom('searches')
      .where('lastAtMs', '<', nowMs - keptDays * DAY_MS)
      .execute();
    const first = await query
      .selectFrom('searches')
      .select(['times', 'lastAtMs'])
      .orderBy('times', 'desc')
      .orderBy('lastAtMs', 'desc')
      .offset(MOST_KEPT)
      .limit(1)
      .executeTakeFirst();
    if (first === undefined) return;
    const { times, lastAtMs } = first;
    await query
      .deleteFrom('searches')
      .where(({ and, eb, or }) =>
        or([eb('times', '<', times), and([eb('times', '=', times), eb('lastAtMs', '<=', lastAtMs)])]),
      )
      .execute();
  }

  /** One after the other, so that a flush ends only when everything before it is written. */
  const flush = (): Promise<void> => {
    writing = writing.catch(() => undefined).then(write);
    return writing;
  };

  return {
    flush,
    count(search) {
      const words = search.words.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/gu, ' ');
      if (words === '' || words.length > LONGEST_WORDS || findShapes(words).length > 0) return;
      const known = take({ ...search, words });
      const nowMs = clock();
      if (!known.isReadable && nowMs - known.lastAtMs < APART_MS) return;
      known.times += 1;
      known.lastAtMs = nowMs;
      known.isReadable ||= known.times >= READABLE_AT;
      if (known.isReadable)
        timer ??= setTimeout(
          () => void flush().catch((error) => note(`Searches could not be counted (${String(error)})`)),
          FLUSH_AFTER_MS,
        ).unref();
    },
    async mostFrequent(limit) {
      await flush();
      const rows = await database.query
        .selectFrom('searches')
        .select(['market', 'language', 'words', 'times'])
        .orderBy('times', 'desc')
        .orderBy('lastAtMs', 'desc')
        .orderBy('words')
        .limit(limit)
        .execute();
      return rows;
    },
    async close() {
      clearTimeout(timer);
      await flush();
    },
  };
}

const addTo = async (query: Query, row: Tables['searches']): Promise<void> =>
  void (await query
    .insertInto('searches')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['market', 'language', 'words']).doUpdateSet(({ eb, ref }) => ({
        times: eb('searches.times', '+', ref('excluded.times')),
        lastAtMs: ref('excluded.lastAtMs'),
      })),
    )
    .execute());
