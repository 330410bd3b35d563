import type { Query } from '../../ports/database.ts';
import type { OneTimeKind } from '../../ports/identity-tables.ts';
import { hashToken } from './hash-token.ts';

export interface OneTimeToken {
  readonly kind: OneTimeKind;
  /** At least 128 random bits. */
  readonly token: string;
  /** Whom or what it is bound to. */
  readonly subject: string;
  readonly details?: Readonly<Record<string, string>>;
  readonly expiresAtMs: number;
}

export type KeptToken = Required<Pick<OneTimeToken, 'subject' | 'details'>>;

/** What has expired goes at the same time, so that whoever asks for many leaves no more than a few minutes' worth. */
export async function keepToken(write: Query, token: OneTimeToken, nowMs: number): Promise<void> {
  await write.deleteFrom('oneTimeTokens').where('expiresAtMs', '<=', nowMs).execute();
  await write
    .insertInto('oneTimeTokens')
    .values({
      tokenHash: hashToken(token.token),
      kind: token.kind,
      subject: token.subject,
      details: JSON.stringify(token.details ?? {}),
      expiresAtMs: token.expiresAtMs,
    })
    .execute();
}

/** Looks without using it up. @returns undefined when there is none, or it has expired. */
export async function peekToken(
  query: Query,
  kind: OneTimeKind,
  token: string,
  nowMs: number,
): Promise<KeptToken | undefined> {
  const row = await query
    .selectFrom('oneTimeTokens')
    .select(['subject', 'details'])
    .where('tokenHash', '=', hashToken(token))
    .where('kind', '=', kind)
    .where('expiresAtMs', '>', nowMs)
    .executeTakeFirst();
  return row === undefined ? undefined : { subject: row.subject, details: JSON.parse(row.details) };
}

/** Uses it up: of many at once, one has it. @returns undefined when there is none, or it has expired. */
export async function takeToken(
  write: Query,
  kind: OneTimeKind,
  token: string,
  nowMs: number,
): Promise<KeptToken | undefined> {
  const kept = await peekToken(write, kind, token, nowMs);
  const { numDeletedRows } = await write
    .deleteFrom('oneTimeTokens')
    .where('tokenHash', '=', hashToken(token))
    .executeTakeFirst();
  return numDeletedRows > 0n ? kept : undefined;
}

export async function dropTokens(write: Query, kind: OneTimeKind, subject: string): Promise<void> {
  await write.deleteFrom('oneTimeTokens').where('kind', '=', kind).where('subject', '=', subject).execute();
}
