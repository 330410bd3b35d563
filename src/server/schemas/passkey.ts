import * as z from 'zod';
import { LONGEST_PASSWORD } from '../../desk/identity/password.ts';
import { identifier } from './text.ts';

const LONGEST_LABEL = 60;
const LONGEST_VALUE = 65_536;
const MOST_TRANSPORTS = 10;

/** Bytes in base64url, as `PublicKeyCredential.toJSON()` writes them. */
const bytes = z
  .string()
  .max(LONGEST_VALUE)
  .regex(/^[\w-]*={0,2}$/, 'must be base64url');

const credential = {
  id: bytes.min(1),
  rawId: bytes.min(1),
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).exactOptional(),
  clientExtensionResults: z.object({}),
};

/** What browsers add beyond it is left out. */
export const newPasskeySchema = z
  .strictObject({
    label: z.string().trim().min(1).max(LONGEST_LABEL),
    credential: z.object({
      ...credential,
      response: z.object({
        clientDataJSON: bytes,
        attestationObject: bytes,
        transports: z.array(z.string().max(LONGEST_LABEL)).max(MOST_TRANSPORTS).exactOptional(),
      }),
    }),
  })
  .meta({ id: 'NewPasskey', description: 'As `PublicKeyCredential.toJSON()` writes it' });

export const passkeySignInSchema = z
  .strictObject({
    credential: z.object({
      ...credential,
      response: z.object({
        clientDataJSON: bytes,
        authenticatorData: bytes,
        signature: bytes,
        userHandle: bytes.exactOptional(),
      }),
    }),
  })
  .meta({ id: 'PasskeySignIn', description: 'As `PublicKeyCredential.toJSON()` writes it' });

export const presenceSchema = z
  .strictObject({ password: z.string().max(LONGEST_PASSWORD).exactOptional() })
  .meta({ id: 'Presence', description: 'Needed where the session did not begin in the last 15 minutes' });

export const challengeSchema = z.record(z.string(), z.unknown()).meta({
  id: 'PasskeyChallenge',
  description: 'For `PublicKeyCredential.parseCreationOptionsFromJSON()` or `parseRequestOptionsFromJSON()`',
});

export const passkeyPath = z.object({ passkeyId: identifier() });

export const passkeySchema = z
  .object({
    passkeyId: z.string(),
    label: z.string(),
    createdAt: z.string(),
    usedAt: z.string().optional(),
  })
  .meta({ id: 'Passkey' });

export const passkeyListSchema = z.object({ passkeys: z.array(passkeySchema) }).meta({ id: 'PasskeyList' });
