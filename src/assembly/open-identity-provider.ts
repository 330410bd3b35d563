import { createOpenIdConnect } from '../../connectors/identity-provider/open-id-connect.ts';
import type { Settings } from '../config/config.ts';
import type { OpenIdOptions } from '../desk/identity/open-id-sign-in.ts';

/** The provider of identities that the settings name; undefined without one. Nothing is asked of it yet. */
export function openIdentityProvider(settings: Settings): OpenIdOptions | undefined {
  const {
    DESK_OIDC_ISSUER: issuer,
    DESK_OIDC_CLIENT_ID: clientId,
    DESK_OIDC_CLIENT_SECRET: secret,
  } = settings;
  if (issuer === undefined || clientId === undefined) return undefined;
  const provider = createOpenIdConnect({
    issuer,
    clientId,
    ...(secret !== undefined && { clientSecret: secret }),
    groupsClaim: settings.DESK_OIDC_GROUPS_CLAIM,
    label: settings.DESK_OIDC_NAME ?? new URL(issuer).hostname,
  });
  return { provider, roles: settings.DESK_OIDC_ROLES };
}
