import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  exportJWK,
  type GenerateKeyPairResult,
  generateKeyPair,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import { onTestFinished } from 'vitest';

export const CLIENT_ID = 'floorwalker-desk';
export const CLIENT_SECRET = 'a secret of the shop at its provider';

/** What it says of whoever signs in next, and how it lies. */
export interface Answering {
  claims: JWTPayload & Record<string, unknown>;
  /** Told by userinfo alone. */
  more?: Record<string, unknown>;
  issuer?: string;
  audience?: string | string[];
  nonce?: string;
  /** Seconds from now on. */
  expiresIn?: number;
  /** How the identity is signed: by its key, by nobody, by a key that it never published, or with the secret of the client. */
  signature?: 'own' | 'none' | 'foreign' | 'secret';
  /** Status of the token endpoint. */
  status?: number;
  /** Status of other endpoints, by their path. */
  statuses?: Readonly<Record<string, number>>;
  /** In the address that the browser comes back to. */
  returned?: Readonly<Record<string, string>>;
  /** When the identity was made, in seconds from now on. */
  issuedIn?: number;
  /** Of itself, beside what is so. */
  description?: Readonly<Record<string, unknown>>;
  /** Whose userinfo it gives. */
  otherSubject?: string;
}

/** Its own, and those of nobody: made once, as it takes a while. */
const keys = (
  (made?: Promise<[GenerateKeyPairResult, GenerateKeyPairResult]>) => () =>
    (made ??= Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]))
)();

/**
 * A provider of OpenID Connect over a real socket: discovery, keys, authorization, tokens, userinfo, sign-out. It checks what a provider
 * checks: the client's secret, the redirect address, PKCE, and that a code is used once.
 */
export async function startIdentityProvider(answering: Answering) {
  const [{ publicKey, privateKey }, foreign] = await keys();
  const codes = new Map<string, { nonce: string; challenge: string; redirect: string }>();
  const tokens = new Set<string>();
  const state = { answering, codesUsed: 0, signedOut: 0, described: 0 };

  const identity = async (issuer: string, nonce: string): Promise<string> => {
    const { claims, signature = 'own' } = state.answering;
    const nowSeconds = Math.floor(Date.now() / 1_000);
    const told = {
      ...claims,
      nonce: state.answering.nonce ?? nonce,
      iss: state.answering.issuer ?? issuer,
      aud: state.answering.audience ?? CLIENT_ID,
      iat: nowSeconds + (state.answering.issuedIn ?? 0),
      exp: nowSeconds + (state.answering.expiresIn ?? 300),
    };
    if (signature === 'none') return new UnsecuredJWT(told).encode();
    if (signature === 'secret')
      return await new SignJWT(told)
        .setProtectedHeader({ alg: 'HS256' })
        .sign(new TextEncoder().encode(CLIENT_SECRET));
    const key = signature === 'own' ? privateKey : foreign.privateKey;
    return await new SignJWT(told).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(key);
  };

  const server = createServer((request, response) => {
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const url = new URL(request.url ?? '/', issuer);
    const json = (status: number, body: object) => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    };
    const routes: Record<string, () => void | Promise<void>> = {
      '/.well-known/openid-configuration': () => {
        state.described += 1;
        json(200, {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          userinfo_endpoint: `${issuer}/userinfo`,
          jwks_uri: `${issuer}/keys`,
          end_session_endpoint: `${issuer}/sign-out`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256', 'none'],
          code_challenge_methods_supported: ['S256'],
          ...state.answering.description,
        });
      },
      '/keys': async () =>
        json(200, { keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }] }),
      '/authorize': () => {
        const asked = url.searchParams;
        const code = randomUUID();
        const redirect = asked.get('redirect_uri') ?? '';
        codes.set(code, {
          nonce: asked.get('nonce') ?? '',
          challenge: asked.get('code_challenge') ?? '',
          redirect,
        });
        const back = new URL(redirect);
        back.searchParams.set('code', code);
        back.searchParams.set('state', asked.get('state') ?? '');
        for (const [name, value] of Object.entries(state.answering.returned ?? {}))
          back.searchParams.append(name, value);
        response.writeHead(303, { Location: back.href }).end();
      },
      '/token': async () => {
        let body = '';
        for await (const piece of request) body += piece;
        const sent = new URLSearchParams(body);
        const basic = Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64');
        const [id, secret] = basic.toString().split(':').map(decodeForm);
        const code = codes.get(sent.get('code') ?? '');
        codes.delete(sent.get('code') ?? '');
        const challenge = createHash('sha256')
          .update(sent.get('code_verifier') ?? '')
          .digest('base64url');
        if (state.answering.status !== undefined) return json(state.answering.status, {});
        if (id !== CLIENT_ID || secret !== CLIENT_SECRET) return json(401, { error: 'invalid_client' });
        if (code?.challenge !== challenge || code.redirect !== sent.get('redirect_uri'))
          return json(400, { error: 'invalid_grant' });
        state.codesUsed += 1;
        const accessToken = randomUUID();
        tokens.add(accessToken);
        json(200, {
          access_token: accessToken,
          token_type: 'Bearer',
          id_token: await identity(issuer, code.nonce),
        });
      },
      '/sign-out': () => {
        state.signedOut += 1;
        response.writeHead(303, { Location: url.searchParams.get('post_logout_redirect_uri') ?? '' }).end();
      },
      '/userinfo': () => {
        if (!tokens.has((request.headers.authorization ?? '').replace('Bearer ', ''))) return json(401, {});
        json(200, {
          ...state.answering.more,
          sub: state.answering.otherSubject ?? state.answering.claims.sub,
        });
      },
    };
    const handle = routes[url.pathname];
    const status = state.answering.statuses?.[url.pathname];
    if (status !== undefined) json(status, {});
    else if (handle === undefined) response.writeHead(404).end();
    else void handle();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  onTestFinished(close);
  return { issuer: `http://127.0.0.1:${port}`, state, close };
}

/** Of `application/x-www-form-urlencoded`, as RFC 6749, section 2.3.1, has it. */
const decodeForm = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));
