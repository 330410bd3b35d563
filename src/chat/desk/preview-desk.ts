import type { ListChange, PreviewDiff } from '../../domain/desk/preview.ts';
import { productText } from '../../domain/product.ts';
import type { Database } from '../../ports/database.ts';
import { inTurn } from '../in-turn.ts';
import type { ReplayDesk, ReplayedTurn } from '../trace-replay.ts';
import { asItIs, asItWouldBe, type Candidate, type WouldBeRooms } from './as-it-would-be.ts';
import type { CountedSearch, SearchTally } from './search-tally.ts';
import { mostChangedFirst } from './trial-changes.ts';
import { keepPace } from './trial-pace.ts';
import { findTried, toChangedSearch } from './trial-searches.ts';
import { newestQuestions, playTried, toChangedTurn } from './trial-turns.ts';

/** How much is tried, at most. */
export interface TrialSize {
  /** The newest recorded messages; of documents, the newest questions. */
  readonly turns: number;
  /** The most frequent searches. */
  readonly searches: number;
}

/** Shows what a change would do, on what shoppers really asked. */
export interface PreviewDesk {
  /**
   * Runs what was recorded as it is and as it would be, without effects and without asking a model. Nothing is written. One runs at a time;
   * each takes little more than half a processor, and leaves the word to others after every message.
   */
  preview(candidate: Candidate, size: TrialSize, signal: AbortSignal): Promise<PreviewDiff>;
}

export interface PreviewDeskOptions extends WouldBeRooms {
  readonly database: Pick<Database, 'query'>;
  readonly replays: Pick<ReplayDesk, 'again' | 'newest'>;
  readonly tally: Pick<SearchTally, 'mostFrequent'>;
  readonly clock: () => number;
  /** Longest time for one preview, in milliseconds, without what is needed to open documents. */
  readonly limitMs: number;
}

interface Recorded {
  /** Of messages. */
  readonly ids: readonly string[];
  readonly searches: readonly CountedSearch[];
}

interface Played {
  readonly turns: ReadonlyMap<string, ReplayedTurn>;
  readonly lists: ReadonlyMap<CountedSearch, readonly string[]>;
}

/** How the assistant speaks and what the shop's texts say is nothing to a list. */
const SEARCHED: ReadonlySet<Candidate['kind']> = new Set(['weights', 'rules', 'synonyms']);
const TITLE_LANGUAGE = 'en';

export function createPreviewDesk(options: PreviewDeskOptions): PreviewDesk {
  const { database, replays, tally, clock, limitMs, shop, parserKnowing } = options;
  const oneAtATime = inTurn();
  const parser = parserKnowing(() => undefined);

  async function read({ kind }: Candidate, size: TrialSize): Promise<Recorded> {
    const ids =
      kind === 'documents'
        ? await newestQuestions(database, replays, size.turns)
        : await replays.newest({ limit: size.turns });
    return { ids, searches: SEARCHED.has(kind) ? await tally.mostFrequent(size.searches) : [] };
  }

  /** One after the other on one shop, messages and searches by turns: what there is no time for is some of both. */
  const play = async (
    on: Candidate | undefined,
    { ids, searches }: Recorded,
    signal: AbortSignal,
  ): Promise<Played> =>
    await asItWouldBe(
      options,
      on,
      async (rooms) => {
        const pace = keepPace(limitMs / 2, signal);
        const turns = new Map<string, ReplayedTurn>();
        const lists = new Map<CountedSearch, readonly string[]>();
        for (let at = 0; at < Math.max(ids.length, searches.length) && !pace.isOver(); at += 1) {
          const [messageId, search] = [ids[at], searches[at]];
          const turn = messageId && (await playTried(replays, messageId, rooms, signal));
          if (messageId && turn) turns.set(messageId, turn);
          await pace.breathe();
          const found =
            search && (await findTried(search, { shop: rooms.shop, parser, nowMs: clock() }, signal));
          if (search && found) lists.set(search, found);
          await pace.breathe();
        }
        return { turns, lists };
      },
      signal,
    );

  async function titlesOf(changes: readonly ListChange[]): Promise<Record<string, string>> {
    const ids = new Set(
      changes.flatMap((change) =>
        [...change.in, ...change.out, ...change.moved].map(({ productId }) => productId),
      ),
    );
    const products = await shop().store.products([...ids]);
    return Object.fromEntries(
      [...products].map(([id, product]) => [id, productText(product, TITLE_LANGUAGE).title]),
    );
  }

  return {
    preview: (candidate, size, signal) =>
      oneAtATime('trial', async () => {
        signal.throwIfAborted();
        const recorded = await read(candidate, size);
        // As it is comes first: synonyms that are tried are there for all that is asked inside.
        const before = await play(asItIs(candidate), recorded, signal);
        const after = await play(candidate, recorded, signal);
        const turns = pairs(recorded.ids, before.turns, after.turns);
        const searches = pairs(recorded.searches, before.lists, after.lists);
        const changedTurns = turns.flatMap((pair) => toChangedTurn(...pair) ?? []);
        const changedSearches = searches.flatMap((pair) => toChangedSearch(...pair) ?? []);
        return {
          turns: {
            played: turns.length,
            unplayed: recorded.ids.length - turns.length,
            changed: mostChangedFirst(changedTurns),
          },
          ...(SEARCHED.has(candidate.kind) && {
            searches: {
              played: searches.length,
              unplayed: recorded.searches.length - searches.length,
              changed: mostChangedFirst(changedSearches),
            },
          }),
          titles: await titlesOf([...changedTurns, ...changedSearches]),
        };
      }),
  };
}

/** What was run both as it is and as it would be. */
const pairs = <Key, Value>(
  keys: readonly Key[],
  before: ReadonlyMap<Key, Value>,
  after: ReadonlyMap<Key, Value>,
): (readonly [Key, Value, Value])[] =>
  keys.flatMap((key) => {
    const [then, now] = [before.get(key), after.get(key)];
    return then === undefined || now === undefined ? [] : [[key, then, now] as const];
  });
