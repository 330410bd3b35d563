import * as client from 'openid-client';
import * as z from 'zod';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import type { ExternalIdentity, IdentityProvider } from '../../src/ports/identity-provider.ts';

export interface OpenIdConnectOptions {
  /** https, or this machine. */
  readonly issuer: string;
  readonly clientId: string;
  /** None for a public client: the code is bound to us by PKCE either way. */
  readonly clientSecret?: string;
  /** The claim that lists groups. */
  readonly groupsClaim: string;
  readonly label: string;
}

const TIMEOUT_SECONDS = 10;

/** Some providers write it as a word or a number. */
const statement = z
  .union([z.boolean(), z.enum(['true', 'false', '1', '0']), z.literal([0, 1])])
  .transform((value) => value === true || value === 'true' || value === '1' || value === 1);
const claimsSchema = z.looseObject({
  sub: z.string().min(1).max(255),
  email: z.string().max(254).optional(),
  email_verified: statement.optional(),
  xms_edov: statement.optional(),
  given_name: z.string().max(200).optional(),
  name: z.string().max(200).optional(),
});
const groupsSchema = z.union([z.array(z.string()), z.string().transform((one) => [one])]).catch([]);

/**
 * OpenID Connect: the authorization code flow with PKCE (S256), a state and a nonce, by the provider's own description of itself. The
 * signature of the identity is checked against the provider's published keys, also where the connection to it would vouch for it.
 *
 * @see OpenID Connect Core 1.0, sections 3.1.2.7 and 3.1.3.7; RFC 9700, section 2.1.
 */
export function createOpenIdConnect(options: OpenIdConnectOptions): IdentityProvider {
  const { issuer, clientId, clientSecret, groupsClaim, label } = options;
  let discovered: Promise<client.Configuration> | undefined;

  /** Kept once it is known; what failed is asked again. */
  function configuration(): Promise<client.Configuration> {
    discovered ??= client
      .discovery(new URL(issuer), clientId, {}, authentication(clientSecret), {
        timeout: TIMEOUT_SECONDS,
        execute: [
          client.enableNonRepudiationChecks,
          ...(issuer.startsWith('http:') ? [client.allowInsecureRequests] : []),
        ],
      })
      .catch((cause) => {
        discovered = undefined;
        throw unavailable(cause);
      });
    return discovered;
  }

  return {
    issuer,
    label,

    async addressOf({ state, nonce, codeVerifier }, returnTo) {
      const address = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: returnTo,
        response_type: 'code',
        scope: 'openid email profile',
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
      });
      return address.href;
    },

    async identify(returned, { state, nonce, codeVerifier }) {
      const provider = await configuration();
      try {
        const tokens = await client.authorizationCodeGrant(provider, returned, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          idTokenExpected: true,
        });
        const told = claimsSchema.parse(tokens.claims());
        const asked = isWhole(told, groupsClaim)
          ? {}
          : await askMore(provider, tokens.access_token, told.sub);
        return toIdentity(told, asked, groupsClaim);
      } catch (cause) {
        throw isOutage(cause)
          ? unavailable(cause)
          : new AssistantError('SIGN_IN_FAILED', 'The provider of identities names nobody', {
              details: { reason: reasonOf(cause) },
              cause,
            });
      }
    },

    async signOutAddress(returnTo) {
      try {
        const provider = await configuration();
        if (provider.serverMetadata().end_session_endpoint === undefined) return undefined;
        return client.buildEndSessionUrl(provider, { post_logout_redirect_uri: returnTo }).href;
      } catch {
        return undefined;
      }
    },
  };
}

/** In the header unless the provider takes it in the body alone (OpenID Connect Discovery 1.0, section 3). */
function authentication(secret: string | undefined): client.ClientAuth {
  if (secret === undefined) return client.None();
  return (server, ...rest) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const how = taken.includes('client_secret_basic') ? client.ClientSecretBasic : client.ClientSecretPost;
    how(secret)(server, ...rest);
  };
}

type Claims = z.infer<typeof claimsSchema>;

const isWhole = (claims: Claims, groupsClaim: string): boolean =>
  claims.email !== undefined && isVerified(claims) !== undefined && claims[groupsClaim] !== undefined;

/** Entra says in a claim of its own that the owner of the address's domain vouches for it. */
const isVerified = ({ email_verified, xms_edov }: Partial<Claims>): boolean | undefined =>
  email_verified ?? xms_edov;

async function askMore(
  provider: client.Configuration,
  accessToken: string,
  subject: string,
): Promise<Partial<Claims>> {
  if (provider.serverMetadata().userinfo_endpoint === undefined) return {};
  return claimsSchema.parse(await client.fetchUserInfo(provider, accessToken, subject));
}

/** @param told In the identity that was signed. @param asked Elsewhere, of the same subject. */
function toIdentity(told: Claims, asked: Partial<Claims>, groupsClaim: string): ExternalIdentity {
  const { given_name, name } = { ...asked, ...told };
  const firstName = given_name ?? name;
  const verifiedEmail = verifiedEmailOf(isVerified(told) === undefined ? asked : told);
  return {
    subject: told.sub,
    ...(verifiedEmail !== undefined && { verifiedEmail }),
    ...(firstName !== undefined && { firstName }),
    groups: groupsSchema.parse(told[groupsClaim] ?? asked[groupsClaim]),
  };
}

/**
 * An address and that it is verified belong together: those of two documents say nothing about each other. Letters beyond ASCII may turn
 * into others in lower case, and the address into somebody else's.
 */
const verifiedEmailOf = (claims: Partial<Claims>): string | undefined =>
  isVerified(claims) === true ? z.email().safeParse(claims.email).data : undefined;

const unavailable = (cause: unknown): AssistantError =>
  new AssistantError('IDENTITY_UNAVAILABLE', 'The provider of identities cannot be reached', {
    details: { reason: reasonOf(cause) },
    cause,
  });

/** Not reached, too slow, or failing itself: nothing was said about who somebody is. */
function isOutage(cause: unknown): boolean {
  if (cause instanceof client.ResponseBodyError) return cause.status >= 500;
  if (cause instanceof client.ClientError)
    return cause.code === 'OAUTH_TIMEOUT' || (cause.cause instanceof Response && cause.cause.status >= 500);
  return cause instanceof TypeError && cause.message === 'fetch failed';
}

const reasonOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'failed';
