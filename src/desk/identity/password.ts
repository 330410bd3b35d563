import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { AssistantError } from '../../errors/assistant-error.ts';

/** In characters. Long ones are fine: they are hashed as they are. */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

/**
 * Argon2id with 19 MiB, two passes, one lane.
 *
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html (Argon2id)
 */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
const SALT_BYTES = 16;
const FORM = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([\w+/]{11,86})\$([\w+/]{22,86})$/;

const derive = promisify((parameters: Argon2Parameters, done: (error: Error | null, key: Buffer) => void) =>
  argon2('argon2id', parameters, done),
);

/** In the PHC string format, which holds what it takes to check it. Cost: some 20 ms, off the main thread. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive({ message: toMessage(password), nonce: salt, ...COST });
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(key)}`;
}

/** @throws {AssistantError} DATA_CORRUPT when the hash is none of ours. */
export async function checkPassword(password: string, hash: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt = '', kept = ''] = FORM.exec(hash) ?? [];
  if (kept === '') throw new AssistantError('DATA_CORRUPT', 'A stored password hash cannot be read');
  const expected = Buffer.from(kept, 'base64');
  const key = await derive({
    message: toMessage(password),
    nonce: Buffer.from(salt, 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  });
  return timingSafeEqual(key, expected);
}

/** Keyboards write the same letter in more ways than one. */
const toMessage = (password: string): Buffer => Buffer.from(password.normalize('NFKC'), 'utf8');

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');
