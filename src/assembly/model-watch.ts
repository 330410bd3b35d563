import { isAssistantError } from '../errors/assistant-error.ts';
import type { Database } from '../ports/database.ts';
import { activeVersions, loadModels } from '../recommendation/model-store.ts';
import type { RecommenderModels } from '../recommendation/recommender.ts';

export interface ModelWatch {
  /** Looks for other models in the background, at most once a second: cheap enough for every answer. */
  look(): void;
  /** Resolves when what is in force in the database now is in force here. */
  refresh(): Promise<void>;
  /** Resolves when nothing is being looked for any more. */
  close(): Promise<void>;
}

const LOOK_EVERY_MS = 1_000;

/**
 * Sees that other models were put in force: by a training, or by going back.
 *
 * @param known Versions by kind that answers are made by.
 * @param take Hears the models that took their place, whole.
 */
export function createModelWatch(options: {
  readonly database: Database;
  readonly clock: () => number;
  readonly known: () => Readonly<Record<string, number>>;
  readonly take: (models: RecommenderModels) => void;
  /** Hears why models could not be read; those in force stay. */
  readonly note: (text: string) => void;
}): ModelWatch {
  const { database, clock, known, take, note } = options;
  let lookedAtMs = clock();
  let looking = Promise.resolve();

  async function compare(): Promise<void> {
    if (nameOf(await activeVersions(database)) === nameOf(known())) return;
    take(await loadModels(database));
  }

  /** One after the other, so that the newest is taken last. */
  function inTurn(): Promise<void> {
    const comparison = looking.then(compare);
    looking = comparison.catch(() => undefined);
    return comparison;
  }

  return {
    look() {
      const nowMs = clock();
      if (nowMs - lookedAtMs < LOOK_EVERY_MS) return;
      lookedAtMs = nowMs;
      inTurn().catch((error: unknown) => {
        note(`Other models could not be read (${isAssistantError(error) ? error.message : String(error)})`);
      });
    },
    refresh: inTurn,
    close: async () => await looking,
  };
}

const nameOf = (versions: Readonly<Record<string, number>>): string =>
  Object.entries(versions)
    .map(([kind, version]) => `${kind}:${version}`)
    .sort()
    .join(' ');
