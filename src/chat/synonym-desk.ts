import { checkSynonyms } from '../catalog/check-synonyms.ts';
import type { SynonymStore } from '../catalog/synonym-store.ts';
import type { SynonymNotice, SynonymRule, SynonymSet } from '../domain/synonym.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { PublishedBy } from '../ports/published-by.ts';
import type { Synonyms } from '../retrieval/synonyms.ts';

export interface CheckedSynonyms extends SynonymSet {
  /** What is allowed and hardly meant. */
  readonly notices: readonly SynonymNotice[];
}

/** Where a merchant reads and changes what means the same. A change is in force at the next search. */
export interface SynonymDesk {
  read(): Promise<CheckedSynonyms>;
  /** @throws {AssistantError} PRECONDITION_FAILED when another version than the expected one is in force. */
  replace(change: {
    readonly rules: readonly SynonymRule[];
    readonly expectedVersion?: number;
    readonly by?: PublishedBy | undefined;
  }): Promise<CheckedSynonyms>;
  /** Newest first. */
  history(): Promise<readonly SynonymSet[]>;
  /** The rules of a version; none of version 0. @throws {AssistantError} NOT_FOUND when it is not kept any more. */
  earlier(version: number): Promise<readonly SynonymRule[]>;
}

export function createSynonymDesk(options: {
  readonly store: SynonymStore;
  /** Those that searches go by. */
  readonly synonyms: Synonyms;
  readonly clock: () => number;
}): SynonymDesk {
  const { store, synonyms, clock } = options;
  let newest = 0;
  const check = (set: SynonymSet): CheckedSynonyms => ({ ...set, notices: checkSynonyms(set.rules) });
  return {
    read: async () => check(await store.current()),
    history: () => store.history(),
    async earlier(version) {
      if (version === 0) return [];
      const kept = (await store.history()).find((each) => each.version === version);
      if (kept !== undefined) return kept.rules;
      throw new AssistantError('NOT_FOUND', `There is no version ${version} of the synonyms any more`);
    },
    async replace(change) {
      const set = await store.replace({ ...change, origin: 'api', atMs: clock() });
      // Two changes may end in another order than they were committed.
      if (set.version >= newest) synonyms.replace(set.rules);
      newest = Math.max(newest, set.version);
      return check(set);
    },
  };
}
