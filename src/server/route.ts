import type { Request, Response } from 'express';
import * as z from 'zod';
import type { Audited } from '../desk/identity/audit-log.ts';
import type { SignedIn } from '../desk/identity/desk-identity.ts';
import type { Permission } from '../domain/agent.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { WriteAlong } from '../ports/published-by.ts';
import { validate } from './validate.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What a handler answers; the server sends it. */
export type Answer =
  | { readonly kind: 'json'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'text'; readonly status: number; readonly contentType: string; readonly body: string }
  | { readonly kind: 'empty'; readonly status: number }
  /** The handler writes the response itself and has begun to: a failure from here on is its own to report. */
  | { readonly kind: 'taken' };

/** An answer that can be kept for a replay under the same Idempotency-Key. */
export type KeptAnswer = Extract<Answer, { kind: 'json' | 'empty' }>;

export interface RouteCall<Path, Query, Body> {
  readonly path: Path;
  readonly query: Query;
  readonly body: Body;
  readonly request: Request;
  readonly response: Response;
  readonly requestId: string;
  /** The bearer token; always there where `security` is "conversation". */
  readonly token: string | undefined;
  /** Who is signed in; always there where `security` is "desk"; of "admin" where they came without the token. */
  readonly signedIn: SignedIn | undefined;
  /**
   * Runs a write once for its Idempotency-Key, and gives the kept answer afterwards; without a key it just runs it.
   *
   * @throws {AssistantError} CONFLICT when the key was used with another body.
   */
  once(work: () => Promise<KeptAnswer>): Promise<{ readonly answer: KeptAnswer; readonly replayed: boolean }>;
  /**
   * What notes a change in the log of the desk as part of the transaction that makes it: nothing is changed unnoted, and what fails or
   * changes nothing is not noted. Rooms of the desk note what they change themselves, in the same way.
   */
  noting(entry: Noted): WriteAlong;
  /** Notes what was read, before it is told, or what begins beside the database: nothing of it happens unnoted, and nothing is noted that does not. */
  note(entry: Noted): Promise<void>;
}

/** What a route notes; who calls is added. */
export type Noted = Pick<Audited, 'action' | 'subject' | 'details'>;

interface RouteDocumentation {
  readonly description: string;
  /** Media type to schema; none when there is no body. */
  readonly content?: Readonly<Record<string, z.ZodType>>;
}

/** One route: what it is to the router, to the reader of `openapi.json`, and to the handler. */
export interface RouteDefinition<Path, Query, Body> {
  readonly method: Method;
  /** As in OpenAPI: "/v1/products/{productId}". */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  /**
   * "conversation": a bearer token is needed; "optional": one may be sent; "admin": the administration token is needed; "desk":
   * somebody of the shop is signed in by a cookie.
   */
  readonly security: 'none' | 'conversation' | 'optional' | 'admin' | 'desk';
  /**
   * Of "desk": what the role has to allow; any role will do when absent. Of "admin": who is signed in at the desk with it may call the
   * route as well.
   */
  readonly permission?: Permission;
  /** It is the same for everybody: any origin may read it, and it may be kept so long. Absent: never kept. */
  readonly maxAgeSeconds?: number;
  /** Which counter it draws on, beside the one of the address. */
  readonly quota?: 'conversations' | 'messages';
  readonly schemas: {
    readonly path: z.ZodType<Path>;
    readonly query: z.ZodType<Query>;
    readonly body: z.ZodType<Body>;
  };
  /** A request without any body is an empty object. */
  readonly bodyOptional?: boolean;
  /** Above the general limit, for bulk routes. */
  readonly bodyLimitBytes?: number;
  readonly responses: Readonly<Record<number, RouteDocumentation>>;
  handle(call: RouteCall<Path, Query, Body>): Promise<Answer>;
}

interface RawCall extends Omit<RouteCall<unknown, unknown, unknown>, 'path' | 'query' | 'body'> {
  readonly path: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** A route whose types were checked where it was defined. */
export interface Route extends Omit<RouteDefinition<unknown, unknown, unknown>, 'handle'> {
  run(call: RawCall): Promise<Answer>;
}

/** The schema of a part that a route does not look at. */
export const nothing = z.unknown().transform(() => undefined);

/** Ties the schemas of a route to its handler: the handler sees only what they let through. */
export function defineRoute<Path, Query, Body>(definition: RouteDefinition<Path, Query, Body>): Route {
  const { schemas } = definition;
  return {
    ...definition,
    run: (raw) =>
      definition.handle({
        ...raw,
        path: validate(schemas.path, raw.path),
        query: validate(schemas.query, raw.query),
        body: validate(schemas.body, raw.body),
      }),
  };
}

/** @throws {AssistantError} AUTHENTICATION_REQUIRED where nobody is signed in: the route is not of the desk. */
export function signedInBy({ signedIn }: Pick<RouteCall<unknown, unknown, unknown>, 'signedIn'>): SignedIn {
  if (signedIn === undefined) throw signInNeeded();
  return signedIn;
}

export const signInNeeded = (): AssistantError =>
  new AssistantError('AUTHENTICATION_REQUIRED', 'Sign in at the desk first');
