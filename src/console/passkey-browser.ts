import type { DeskClient } from './desk-client.ts';
import type { Problem } from './problem.ts';

/** Something went wrong in the browser, before the server was asked. */
const problem = (detail: string): Problem => ({ code: 'PASSKEY', status: 400, detail, body: {} });

export const canUsePasskeys = (): boolean =>
  typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

export type PasskeyAnswer =
  | { readonly kind: 'ok'; readonly credential: unknown }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Asks the server for a challenge, and a passkey of this person for the answer to it. */
export async function answerChallenge(
  desk: DeskClient,
  path: '/v1/desk/session/passkey/challenge' | '/v1/desk/passkeys/challenge',
  body: object = {},
): Promise<PasskeyAnswer> {
  const challenge = await desk.send<unknown>('POST', path, body);
  if (challenge.kind === 'refused') return challenge;
  try {
    const credential =
      path === '/v1/desk/passkeys/challenge'
        ? await navigator.credentials.create({
            publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
              challenge.value as PublicKeyCredentialCreationOptionsJSON,
            ),
          })
        : await navigator.credentials.get({
            publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(
              challenge.value as PublicKeyCredentialRequestOptionsJSON,
            ),
          });
    if (credential instanceof PublicKeyCredential) return { kind: 'ok', credential: credential.toJSON() };
    return { kind: 'refused', problem: problem('No passkey was given.') };
  } catch (error) {
    return { kind: 'refused', problem: problem(sayWhy(error)) };
  }
}

/** By the names of WebAuthn (section 5.1.3 and 5.1.4). */
function sayWhy(error: unknown): string {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'InvalidStateError') return 'This device has a passkey for your account already.';
  if (name === 'SecurityError')
    return 'Passkeys need the name of the server in the address, and https: open the desk there.';
  return 'No passkey was given: it was cancelled, took too long, or there is none here.';
}
