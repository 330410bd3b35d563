import { onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import type { ShownList } from '../../src/chat/explore-choices.ts';
import { type ExplorationOptions, openExplorationDesk } from '../../src/chat/explore-desk.ts';
import type { FoundForList, ListChoice } from '../../src/chat/explore-lists.ts';
import type { ListRequest } from '../../src/chat/list-products.ts';
import type { Interaction } from '../../src/domain/interaction.ts';
import { EMPTY_NEED } from '../../src/domain/need.ts';
import { NOW_MS } from '../support/small-shop.ts';
import { US } from '../support/stocked-shop.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

export const FOUND: FoundForList = { lists: [], coverage: new Map() };

/** A list of recommendations, unless a test says otherwise. */
export function listRequest(seed: string, changes: Partial<ListRequest> = {}): ListRequest {
  return {
    audience: { surface: 'recommendations', seed, segments: ['visitor'] },
    need: EMPTY_NEED,
    intent: 'recommend',
    market: US,
    view: { locale: 'en-US', language: 'en', nowMs: NOW_MS },
    exclude: [],
    history: [],
    opened: [],
    limit: 8,
    ...changes,
  };
}

/** A desk on a database of its own, and a clock that a test moves. */
export async function openDesk(options: Partial<ExplorationOptions> = {}) {
  const database = options.database ?? (await openSqliteDatabase({ directory: temporaryDirectory() }));
  if (options.database === undefined) onTestFinished(() => database.close());
  const time = { nowMs: NOW_MS };
  const desk = await openExplorationDesk({
    policy: 'thompson',
    exploredShare: 0.5,
    clock: () => time.nowMs,
    note: () => {},
    ...options,
    database,
  });
  onTestFinished(() => desk.close());
  return { database, desk, time };
}

export const served = (
  listId: string,
  choice: ListChoice,
  products: readonly string[],
  shownAtMs = NOW_MS,
): ShownList => ({
  listId,
  surface: 'recommendations',
  making: { choice },
  shownAtMs,
  products: products.map((productId) => ({ productId })),
});

export const deed = (listId: string, productId: string, changes: Partial<Interaction> = {}): Interaction => ({
  interactionId: `${listId} ${productId} ${changes.type ?? 'click'}`,
  type: 'click',
  productId,
  listId,
  occurredAtMs: NOW_MS,
  receivedAtMs: NOW_MS,
  ...changes,
});
