import { isDeepStrictEqual } from 'node:util';
import type { CommerceBackend } from '../../src/ports/commerce-backend.ts';
import { exportTauRetail } from './orders/export-tau-retail.ts';
import { firstDifference } from './orders/first-difference.ts';
import { type ForbiddenWrite, forbiddenWrites } from './orders/forbidden.ts';
import { type GoldWrite, toGoldWrite } from './orders/gold-writes.ts';
import { openBackend } from './orders/open-backend.ts';
import { type RawShop, type RawTask, readRawShop, readRawTasks } from './orders/raw-shop.ts';
import { applyActions } from './orders/reference.ts';
import { importTauRetail } from './orders/tau-retail.ts';

export interface OrdersResult {
  readonly suite: 'orders';
  readonly data: { readonly db: string; readonly tasks: string };
  readonly metrics: {
    readonly tasks: number;
    /** Tasks after which the backend holds what the reference holds. */
    readonly equal: number;
    /** Calls of the tasks that write. */
    readonly writes: number;
    readonly forbidden: number;
    /** Forbidden writes that were refused for the right reason, with nothing changed. */
    readonly refused: number;
    readonly forbiddenKinds: number;
  };
  readonly baselines: Record<string, never>;
  readonly failures: readonly { readonly case: string; readonly expected: string; readonly got: string }[];
  readonly seconds: number;
  readonly rssMb: number;
  readonly seed: null;
}

type Failures = { readonly case: string; readonly expected: string; readonly got: string }[];

/**
 * Tasks of tau_retail on the embedded backend: the gold actions are written as a shopper would have them written (preview, digest, write),
 * and the whole state is compared with what a second program makes of the same actions. Then everything its policy forbids.
 */
export async function runOrders({
  db,
  tasks,
  signal = new AbortController().signal,
}: {
  readonly db: string;
  readonly tasks: string;
  readonly signal?: AbortSignal;
}): Promise<OrdersResult> {
  const startedMs = performance.now();
  const raw = readRawShop(db);
  const read = readRawTasks(tasks);
  const shop = importTauRetail(raw);
  const failures: Failures = [];
  const ownerOf = (orderNumber: string) => raw.orders[orderNumber]?.user_id;
  await using opened = await openBackend(shop);
  const imported = await exportTauRetail(raw, opened.backend, signal);
  if (!isDeepStrictEqual(imported, raw))
    failures.push({
      case: 'import',
      expected: 'the database as it was',
      got: firstDifference(imported, raw),
    });
  let equal = 0;
  let writes = 0;
  for (const task of read) {
    await opened.reset();
    writes += await performTask(opened.backend, task, { ownerOf, signal });
    const [got, expected] = [
      await exportTauRetail(raw, opened.backend, signal),
      applyActions(raw, task.actions),
    ];
    if (isDeepStrictEqual(got, expected)) equal += 1;
    else failures.push({ case: task.id, expected: 'the same state', got: firstDifference(got, expected) });
  }
  const forbidden = forbiddenWrites(shop);
  let refused = 0;
  for (const [kind, cases] of Map.groupBy(forbidden, ({ name }) => name)) {
    await opened.reset();
    for (const [index, wrong] of cases.entries()) {
      const got = await tryForbidden(opened.backend, wrong, { raw, key: `${kind} ${index}`, signal });
      if (got === wrong.refusal) refused += 1;
      else failures.push({ case: `forbidden: ${kind}`, expected: wrong.refusal, got });
    }
  }
  return {
    suite: 'orders',
    data: { db, tasks },
    metrics: {
      tasks: read.length,
      equal,
      writes,
      forbidden: forbidden.length,
      refused,
      forbiddenKinds: new Set(forbidden.map(({ name }) => name)).size,
    },
    baselines: {},
    failures,
    seconds: (performance.now() - startedMs) / 1_000,
    rssMb: process.memoryUsage.rss() / 1_048_576,
    seed: null,
  };
}

/** @returns How many writes were tried. */
async function performTask(
  backend: CommerceBackend,
  { id, actions }: RawTask,
  asking: { readonly ownerOf: (orderNumber: string) => string | undefined; readonly signal: AbortSignal },
): Promise<number> {
  let writes = 0;
  for (const [index, action] of actions.entries()) {
    const gold = await toGoldWrite(action, backend, asking);
    if (gold === undefined) continue;
    writes += 1;
    await agreeAndWrite(backend, gold, `${id} ${index}`, asking.signal);
  }
  return writes;
}

/** What the conversation does: shows what will happen, and does exactly that. */
async function agreeAndWrite(
  backend: CommerceBackend,
  { write, buyer }: GoldWrite,
  idempotencyKey: string,
  signal: AbortSignal,
): Promise<string> {
  const preview = await backend.preview(write, buyer, signal);
  if (preview.kind === 'refused') return preview.refusal;
  const digest = preview.kind === 'allowed' ? { digest: preview.digest } : {};
  const done = await backend.write(write, buyer, { idempotencyKey, signal, ...digest });
  return done.kind === 'refused' ? done.refusal : done.kind;
}

/** @returns The refusal of preview and write alike, or what happened instead. */
async function tryForbidden(
  backend: CommerceBackend,
  { write, buyer, first }: ForbiddenWrite,
  { raw, key, signal }: { readonly raw: RawShop; readonly key: string; readonly signal: AbortSignal },
): Promise<string> {
  if (first !== undefined) {
    const done = await agreeAndWrite(backend, { write: first, buyer }, `${key} first`, signal);
    if (done !== 'allowed') return `the first write: ${done}`;
  }
  const touched = touchedBy(raw, write, buyer);
  const before = await exportTauRetail(touched, backend, signal);
  const told = await backend.preview(write, buyer, signal);
  const done = await backend.write(write, buyer, { idempotencyKey: key, signal });
  if (!isDeepStrictEqual(await exportTauRetail(touched, backend, signal), before)) return 'something changed';
  if (!isDeepStrictEqual(told, done)) return 'preview and write differ';
  return done.kind === 'refused' ? done.refusal : done.kind;
}

/** The part of the shop that a write could reach: whoever asks, and whose order it is. */
function touchedBy(raw: RawShop, write: GoldWrite['write'], { customerId }: GoldWrite['buyer']): RawShop {
  const owner = 'orderNumber' in write ? raw.orders[write.orderNumber]?.user_id : undefined;
  const users = Object.entries(raw.users).filter(([id]) => id === owner || id === customerId);
  return { ...raw, users: Object.fromEntries(users) };
}
