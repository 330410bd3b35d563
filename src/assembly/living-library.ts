import { isAssistantError } from '../errors/assistant-error.ts';
import type { Database } from '../ports/database.ts';
import type { EmbeddingModel } from '../ports/embedding-model.ts';
import { type OpenLibrary, type OpenLibraryOptions, openLibrary } from './open-library.ts';

/** The shop's documents as they are now: what the desk or an import changes is asked from the next question on. */
export interface LivingLibrary extends OpenLibrary {
  /** Looks, once a second at most and behind the answers, whether another process changed them. */
  look(): void;
  /** Resolves when questions are answered from what stands in the database. */
  refresh(): Promise<void>;
}

export interface LivingLibraryOptions extends OpenLibraryOptions {
  readonly clock: () => number;
}

const LOOK_EVERY_MS = 1_000;
/** Longer than any answer takes: what was begun on documents that are replaced ends on them. */
const REPLACED_KEPT_MS = 60_000;

/**
 * A library that is made anew when the documents changed: half a second for a thousand passages. Its first index lies where the settings
 * say, the later ones in process until the next start, as the first is still read on a server.
 */
export async function openLivingLibrary(options: LivingLibraryOptions): Promise<LivingLibrary> {
  const { database, clock, note, signal } = options;
  let state = await stateOf(database);
  let current = await openLibrary(options);
  let embedding: { readonly model: EmbeddingModel; readonly clock: () => number } | undefined;
  let underWay: Promise<unknown> = Promise.resolve();
  let turn = Promise.resolve();
  let lookedAtMs = clock();
  const replaced = new Map<OpenLibrary, NodeJS.Timeout>();

  /** Questions are asked by words until the passages are embedded, and go on so where that fails. */
  function embedAgain(library: OpenLibrary): void {
    if (embedding === undefined) return;
    underWay = library.embedWith(embedding.model, embedding.clock).catch((error: unknown) => {
      if (signal.aborted) return;
      note(`Changed documents are not embedded (${saying(error)}); asking them by words`);
    });
  }

  function retire(library: OpenLibrary): void {
    const close = async () => {
      replaced.delete(library);
      await library.close();
    };
    replaced.set(library, setTimeout(() => void close(), REPLACED_KEPT_MS).unref());
  }

  async function compare(): Promise<void> {
    const seen = await stateOf(database);
    if (seen === state || signal.aborted) return;
    const { QDRANT_URL: _, ...inProcess } = options.settings;
    const next = await openLibrary({ ...options, settings: inProcess });
    retire(current);
    [current, state] = [next, seen];
    embedAgain(next);
  }

  /** One after the other, so that the newest is taken last. */
  function inTurn(): Promise<void> {
    const comparison = turn.then(compare);
    turn = comparison.catch(() => undefined);
    return comparison;
  }

  return {
    get isEmpty() {
      return current.isEmpty;
    },
    get indexEngine() {
      return current.indexEngine;
    },
    ask: (question, asked) => current.ask(question, asked),
    appraise: (question, asked) => current.appraise(question, asked),
    weigh: (question, asked) => current.weigh(question, asked),
    async embedWith(model, at) {
      embedding = { model, clock: at };
      await current.embedWith(model, at);
    },
    look() {
      const nowMs = clock();
      if (nowMs - lookedAtMs < LOOK_EVERY_MS) return;
      lookedAtMs = nowMs;
      inTurn().catch((error: unknown) => {
        if (!signal.aborted) note(`Changed documents could not be read (${saying(error)})`);
      });
    },
    refresh: inTurn,
    async close() {
      await turn;
      await underWay;
      for (const timer of replaced.values()) clearTimeout(timer);
      await Promise.all([current, ...replaced.keys()].map((library) => library.close()));
      replaced.clear();
    },
  };
}

const saying = (error: unknown): string => (isAssistantError(error) ? error.message : String(error));

/** Another text for other documents: the newest change, how many there are, and when the newest came. */
async function stateOf(database: Database): Promise<string> {
  const { query } = database;
  const [change, present] = await Promise.all([
    query
      .selectFrom('documentChanges')
      .select(({ fn }) => fn.max('version').as('newest'))
      .executeTakeFirst(),
    query
      .selectFrom('documents')
      .select(({ fn }) => [fn.max('importedAtMs').as('cameAtMs'), fn.countAll().as('documents')])
      .executeTakeFirst(),
  ]);
  return [change?.newest, present?.cameAtMs, present?.documents].map(String).join(' ');
}
