import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts a kept answer under the caller's own idempotency key (HKDF-SHA-256, AES-256-GCM). Answers may hold a
 * conversation's token or a reply; the table keeps only a hash of the key, so that nobody who reads the database
 * can read them, and the caller who repeats the request can.
 *
 * @param scope Bound to the text: an answer copied to another scope does not open.
 */
export function sealAnswer(text: string, key: string, scope: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, derive(key, scope), nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

/** @returns undefined when the text was not sealed with this key in this scope. */
export function openAnswer(sealed: string, key: string, scope: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv(ALGORITHM, derive(key, scope), bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    return (
      decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
    );
  } catch {
    return undefined;
  }
}

const derive = (key: string, scope: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, scope, 'floorwalker idempotency answer', 32));
