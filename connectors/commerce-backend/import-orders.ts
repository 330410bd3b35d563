import { createReadStream } from 'node:fs';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import type { Database } from '../../src/ports/database.ts';
import { readLines } from '../catalogue-source/read-lines.ts';
import { keepRecords, type ShopRecord } from './embedded/keep-records.ts';
import { recordSchema, toAccount, toKeptOrder } from './embedded/record-schema.ts';

export interface RejectedRecord {
  /** 1-based. */
  readonly line: number;
  /** What the shop calls it, when it could be read. */
  readonly id?: string;
  readonly reason: string;
}

export interface ImportOrdersReport {
  /** Rows that were taken over or were there already. */
  readonly accounts: number;
  readonly orders: number;
  /** Rows that were new or other than before. */
  readonly changed: number;
  readonly rejectedTotal: number;
  /** The first 10,000. */
  readonly rejected: readonly RejectedRecord[];
}

const BATCH_ROWS = 500;
const REJECTED_LISTED = 10_000;

/**
 * Brings accounts and orders in: JSON lines, an object with `type` "account" or "order" each. A bad row is reported and keeps no other
 * one out. Committed in batches of 500 rows: after a cut, importing the same file again completes it.
 *
 * @throws {AssistantError} NOT_FOUND when there is no such file.
 */
export async function importOrders({
  database,
  file,
  clock,
  signal,
}: {
  readonly database: Pick<Database, 'transaction'>;
  readonly file: string;
  readonly clock: () => number;
  readonly signal: AbortSignal;
}): Promise<ImportOrdersReport> {
  const report = { accounts: 0, orders: 0, changed: 0, rejectedTotal: 0, rejected: [] as RejectedRecord[] };
  let batch: ShopRecord[] = [];
  const flush = async () => {
    const records = batch;
    batch = [];
    const changed = await database.transaction((query) => keepRecords(query, records, clock()));
    report.changed += changed.accounts + changed.orders;
  };
  for await (const { line, text } of readLines(textOf(file))) {
    signal.throwIfAborted();
    const read = readRecord(text);
    if ('reason' in read) {
      report.rejectedTotal += 1;
      if (report.rejected.length < REJECTED_LISTED) report.rejected.push({ line, ...read });
      continue;
    }
    if ('account' in read) report.accounts += 1;
    else report.orders += 1;
    batch.push(read);
    if (batch.length >= BATCH_ROWS) await flush();
  }
  await flush();
  return report;
}

async function* textOf(file: string): AsyncGenerator<string> {
  try {
    yield* createReadStream(file, 'utf8') as AsyncIterable<string>;
  } catch (cause) {
    throw new AssistantError('NOT_FOUND', `There is no readable file ${file}`, { details: { file }, cause });
  }
}

function readRecord(text: string): ShopRecord | Omit<RejectedRecord, 'line'> {
  const value = readJson(text);
  if (value === undefined) return { reason: 'The line is not valid JSON' };
  const parsed = recordSchema.safeParse(value);
  if (parsed.success)
    return parsed.data.type === 'account'
      ? { account: toAccount(parsed.data) }
      : { order: toKeptOrder(parsed.data) };
  const [fault] = parsed.error.issues;
  const place = fault === undefined || fault.path.length === 0 ? '' : `${fault.path.join('.')}: `;
  const id = idOf(value);
  return { ...(id === undefined ? {} : { id }), reason: `${place}${fault?.message ?? 'not valid'}` };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function idOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { orderNumber, customerId } = value as { orderNumber?: unknown; customerId?: unknown };
  const id = orderNumber ?? customerId;
  return typeof id === 'string' ? id.slice(0, 100) : undefined;
}
