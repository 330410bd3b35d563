/**
 * Why nothing came: no network, too many requests, a conversation that is no more, a request that was refused, a page or country that the
 * shop does not serve, or a fault.
 */
export type Failure = 'offline' | 'too-many' | 'gone' | 'refused' | 'unserved' | 'failed';

export type Fetched<T> =
  | { readonly kind: 'fetched'; readonly value: T }
  | { readonly kind: 'failed'; readonly failure: Failure };

export function failureOf(status: number): Failure {
  if (status === 429) return 'too-many';
  if (status === 401 || status === 404) return 'gone';
  return status >= 500 ? 'failed' : 'refused';
}

/** Asks our own server; what it answers has the shape that the contract promises. */
export async function request<T>(address: string, init: RequestInit = {}): Promise<Fetched<T>> {
  try {
    const response = await fetch(address, init);
    if (!response.ok) return { kind: 'failed', failure: failureOf(response.status) };
    const value = (response.status === 204 ? undefined : await response.json()) as T;
    return { kind: 'fetched', value };
  } catch {
    return { kind: 'failed', failure: 'offline' };
  }
}
