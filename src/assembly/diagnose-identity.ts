import type { Settings } from '../config/config.ts';
import type { Diagnosis } from './diagnose.ts';
import { openIdentityProvider } from './open-identity-provider.ts';

const subject = 'desk sign-in';

/** Whether the provider of identities can be asked; without one there is nothing to look at. */
export async function diagnoseIdentity(settings: Settings): Promise<Diagnosis[]> {
  const openId = openIdentityProvider(settings);
  if (openId === undefined) return [];
  const { issuer } = openId.provider;
  try {
    const request = { state: 'none', nonce: 'none', codeVerifier: 'a'.repeat(43) };
    await openId.provider.addressOf(request, settings.PUBLIC_URL ?? 'http://localhost');
    return [{ subject, state: 'ok', detail: `${issuer} answers` }];
  } catch {
    return [
      {
        subject,
        state: 'fault',
        detail: `${issuer} does not describe itself below /.well-known/openid-configuration`,
        remedy:
          'check FLOORWALKER_DESK_OIDC_ISSUER and the way there; passwords and passkeys go on meanwhile',
      },
    ];
  }
}
