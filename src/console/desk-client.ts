import { type Answer, OFFLINE, readProblem } from './problem.ts';
import { setServerClock } from './server-clock.ts';

export type QueryValues = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * The routes of the server for the pages of the desk. What they answer has the shape that the contract promises
 * (`src/domain/desk`). Nothing is thrown: what was refused is an answer.
 */
export interface DeskClient {
  /** @param path "/v1/desk/queue"; values that are undefined are left out. */
  get<T>(path: string, query?: QueryValues): Promise<Answer<T>>;
  /** @returns `undefined` as value where nothing comes back (204). */
  send<T = undefined>(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    /** The version that the change was made on: another one refuses it. What is aborted is answered as if there was no connection. */
    on?: { readonly ifMatch?: number; readonly signal?: AbortSignal },
  ): Promise<Answer<T>>;
}

/** @param onSignedOut Called when the server says that nobody is signed in (any more). */
export function createDeskClient(onSignedOut: () => void): DeskClient {
  async function ask<T>(address: string, init: RequestInit): Promise<Answer<T>> {
    try {
      const response = await fetch(address, { credentials: 'same-origin', ...init });
      setServerClock(response);
      if (!response.ok) {
        const problem = await readProblem(response);
        if (response.status === 401 && !address.startsWith('/v1/desk/session')) onSignedOut();
        return { kind: 'refused', problem };
      }
      const value = (response.status === 204 ? undefined : await response.json()) as T;
      return { kind: 'ok', value };
    } catch {
      return { kind: 'refused', problem: OFFLINE };
    }
  }
  return {
    get: (path, query = {}) => ask(withQuery(path, query), {}),
    send: (method, path, body, { ifMatch, signal } = {}) =>
      ask(path, {
        method,
        ...(signal !== undefined && { signal }),
        headers: {
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...(ifMatch !== undefined && { 'If-Match': `"${ifMatch}"` }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
  };
}

export function withQuery(path: string, query: QueryValues): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
