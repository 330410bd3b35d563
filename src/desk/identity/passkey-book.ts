import type { WebAuthnCredential } from '@simplewebauthn/server';
import type { PasskeyView } from '../../domain/desk/session.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import type { Query } from '../../ports/database.ts';

const MOST_PASSKEYS = 20;

export interface KeptPasskey {
  readonly passkeyId: string;
  readonly agentId: string;
  readonly label: string;
  readonly credential: WebAuthnCredential;
}

export interface ListedPasskey extends PasskeyView {
  readonly credentialId: string;
  readonly transports: readonly string[];
}

/** @throws {AssistantError} CONFLICT when there are too many, or somebody has this one. */
export async function insertPasskey(write: Query, passkey: KeptPasskey, atMs: number): Promise<void> {
  const { passkeyId, agentId, label, credential } = passkey;
  if ((await listPasskeys(write, agentId)).length >= MOST_PASSKEYS)
    throw new AssistantError('CONFLICT', `At most ${MOST_PASSKEYS} passkeys; remove one first`);
  if ((await findPasskey(write, credential.id)) !== undefined)
    throw new AssistantError('CONFLICT', 'This passkey is registered already');
  await write
    .insertInto('passkeys')
    .values({
      credentialId: credential.id,
      passkeyId,
      agentId,
      label,
      publicKey: Buffer.from(credential.publicKey).toString('base64url'),
      counter: credential.counter,
      transports: JSON.stringify(credential.transports ?? []),
      createdAtMs: atMs,
      usedAtMs: null,
    })
    .execute();
}

export async function findPasskey(query: Query, credentialId: string): Promise<KeptPasskey | undefined> {
  const row = await query
    .selectFrom('passkeys')
    .selectAll()
    .where('credentialId', '=', credentialId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { passkeyId, agentId, label, publicKey, counter } = row;
  return {
    passkeyId,
    agentId,
    label,
    credential: {
      id: credentialId,
      publicKey: Uint8Array.from(Buffer.from(publicKey, 'base64url')),
      counter: Number(counter),
    },
  };
}

/** Oldest first. */
export async function listPasskeys(query: Query, agentId: string): Promise<readonly ListedPasskey[]> {
  const rows = await query
    .selectFrom('passkeys')
    .selectAll()
    .where('agentId', '=', agentId)
    .orderBy('createdAtMs')
    .orderBy('passkeyId')
    .execute();
  return rows.map(({ passkeyId, credentialId, label, transports, createdAtMs, usedAtMs }) => ({
    passkeyId,
    credentialId,
    label,
    transports: JSON.parse(transports) as readonly string[],
    createdAt: new Date(createdAtMs).toISOString(),
    ...(usedAtMs === null ? {} : { usedAt: new Date(usedAtMs).toISOString() }),
  }));
}

/** @returns Whether it was used nowhere else meanwhile: of two uses at once, one counts. */
export async function countUse(
  write: Query,
  { credential }: KeptPasskey,
  counter: number,
  atMs: number,
): Promise<boolean> {
  const { numUpdatedRows } = await write
    .updateTable('passkeys')
    .set({ counter, usedAtMs: atMs })
    .where('credentialId', '=', credential.id)
    .where('counter', '=', credential.counter)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** @returns Whether there was one. */
export async function deletePasskey(write: Query, passkeyId: string, agentId: string): Promise<boolean> {
  const { numDeletedRows } = await write
    .deleteFrom('passkeys')
    .where('passkeyId', '=', passkeyId)
    .where('agentId', '=', agentId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
